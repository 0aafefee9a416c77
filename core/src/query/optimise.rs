//! Optimise: where to begin, what can be checked early, and when only the ends of ways matter.

use super::{
    ast::{Operator, Quantifier},
    function::{Aggregate, Function},
    resolved::{Ex, NameIx, Projection, Slot, Walk},
};

/// Whether the projection gives the same for a row that comes once and one that comes often.
pub(super) fn ignores_repetition(projection: &Projection) -> bool {
    match &projection.grouping {
        None => projection.distinct,
        Some(grouping) => grouping.aggregates.iter().all(|call| {
            call.distinct || matches!(call.aggregate, Aggregate::Least | Aggregate::Greatest)
        }),
    }
}

/// How many nodes are left to begin with: fewer where a property must equal something known.
pub(super) fn narrowed(
    nodes: usize,
    slot: Slot,
    filter: &[Ex],
    is_known: &dyn Fn(&Ex) -> bool,
) -> usize {
    let is_compared = |condition: &Ex| {
        let Ex::Binary(Operator::Equal, left, right) = condition else {
            return false;
        };
        let of_slot = |ex: &Ex| matches!(ex, Ex::Property(of, _) if matches!(**of, Ex::Slot(found) if found == slot));
        (of_slot(left) && is_known(right)) || (of_slot(right) && is_known(left))
    };
    if filter.iter().any(is_compared) {
        nodes / 16
    } else {
        nodes
    }
}

/// Leaves out the check of a label by which nodes are found.
pub(super) fn drop_label(filter: &mut Vec<Ex>, slot: Slot, label: NameIx) {
    for condition in filter.iter_mut() {
        if let Ex::HasLabels(of, labels) = condition
            && matches!(**of, Ex::Slot(found) if found == slot)
        {
            labels.retain(|other| *other != label);
        }
    }
    filter.retain(|condition| !matches!(condition, Ex::HasLabels(_, labels) if labels.is_empty()));
}

/// That a property of each relationship in the list equals a value.
pub(super) fn each_equals(list: Slot, name: NameIx, value: Ex) -> Ex {
    // The walk writes what it looks at into the list's own slot and puts the list back after it.
    let property = Ex::Property(Box::new(Ex::Slot(list)), name);
    Ex::Quantifier(
        Quantifier::All,
        Box::new(Walk {
            slot: list,
            list: Ex::Slot(list),
            filter: Some(Ex::Binary(
                Operator::Equal,
                Box::new(property),
                Box::new(value),
            )),
            result: None,
        }),
    )
}

/// Whether the condition has a value for every row, so that it can be checked before others.
pub(super) fn cannot_fail(condition: &Ex) -> bool {
    match condition {
        Ex::Constant(_) | Ex::Parameter(_) | Ex::Slot(_) => true,
        Ex::Property(of, _) | Ex::HasLabels(of, _) => matches!(**of, Ex::Slot(_)),
        Ex::IsNull(inner, _) => cannot_fail(inner),
        Ex::Not(inner) => is_comparison(inner) && cannot_fail(inner),
        Ex::Binary(operator, left, right) => {
            let both = cannot_fail(left) && cannot_fail(right);
            match operator {
                Operator::And | Operator::Or | Operator::Xor => {
                    both && is_comparison(left) && is_comparison(right)
                }
                Operator::In => both && matches!(**right, Ex::List(_)),
                Operator::Add
                | Operator::Subtract
                | Operator::Multiply
                | Operator::Divide
                | Operator::Remainder
                | Operator::Power => false,
                _ => both,
            }
        }
        Ex::List(items) | Ex::Chain(items, _) => items.iter().all(cannot_fail),
        Ex::Call(Function::Coalesce, arguments) => arguments.iter().all(cannot_fail),
        Ex::Quantifier(_, walk) => {
            matches!((&walk.list, &walk.filter), (Ex::Slot(list), Some(filter)) if *list == walk.slot && cannot_fail(filter))
        }
        _ => false,
    }
}

/// Whether it is a boolean or null for sure.
fn is_comparison(ex: &Ex) -> bool {
    match ex {
        Ex::Binary(operator, ..) => !matches!(
            operator,
            Operator::Add
                | Operator::Subtract
                | Operator::Multiply
                | Operator::Divide
                | Operator::Remainder
                | Operator::Power
        ),
        Ex::Not(_) | Ex::IsNull(..) | Ex::HasLabels(..) | Ex::Chain(..) => true,
        _ => false,
    }
}
