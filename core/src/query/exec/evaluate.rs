//! Expressions for one row.

use std::sync::Arc;

use crate::query::{
    ast::{Operator, Quantifier},
    error::{ErrorClass, ErrorDetail, QueryError},
    resolved::{Choice, Ex, Walk},
    value::{List, Value, equals},
};

use super::{
    Context, access,
    branch::{each_row, has_row},
    machine::put,
    operate,
};

/// The expression's value.
pub(crate) fn evaluate(
    ex: &Ex,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    match ex {
        Ex::Constant(value) => Ok(value.clone()),
        Ex::Parameter(place) => {
            let value = context.parameters.get(usize::from(*place));
            Ok(value.cloned().unwrap_or_default())
        }
        Ex::Slot(slot) => Ok(frame.get(usize::from(*slot)).cloned().unwrap_or_default()),
        Ex::Property(of, name) => look(of, frame, context, &|value, context| {
            access::property(value, *name, context)
        }),
        Ex::HasLabels(of, labels) => look(of, frame, context, &|value, context| {
            access::has_labels(value, labels, context)
        }),
        Ex::Index(of, by) => {
            let value = evaluate(of, frame, context)?;
            let by = evaluate(by, frame, context)?;
            access::item(&value, &by, context)
        }
        Ex::Slice(of, from, to) => {
            let value = evaluate(of, frame, context)?;
            let from = bound(from.as_deref(), frame, context)?;
            let to = bound(to.as_deref(), frame, context)?;
            access::slice(&value, from.as_ref(), to.as_ref(), context)
        }
        Ex::List(items) => Value::list(all(items, frame, context)?),
        Ex::Map(entries) => {
            let mut map = Vec::with_capacity(entries.len());
            for (name, value) in entries {
                let value = evaluate(value, frame, context)?;
                map.push((context.name(*name), value));
            }
            Value::map(map)
        }
        Ex::Not(inner) => {
            let value = evaluate(inner, frame, context)?;
            let known = operate::truth(&value)?;
            Ok(known.map_or(Value::Null, |known| Value::Boolean(!known)))
        }
        Ex::Negate(inner) => operate::negated(&evaluate(inner, frame, context)?),
        Ex::Binary(operator, left, right) => binary(*operator, left, right, frame, context),
        Ex::Chain(operands, operators) => chain(operands, operators, frame, context),
        Ex::IsNull(inner, wanted) => {
            let is_null = evaluate(inner, frame, context)?.is_null();
            Ok(Value::Boolean(is_null == *wanted))
        }
        Ex::Case(choice) => case(choice, frame, context),
        Ex::Call(function, arguments) => {
            let arguments = all(arguments, frame, context)?;
            function.call(&arguments, context)
        }
        Ex::Comprehension(walk) => comprehension(walk, frame, context),
        Ex::Quantifier(quantifier, walk) => quantified(*quantifier, walk, frame, context),
        Ex::Rows(branch, result) => {
            let values = each_row(branch, frame, context, |frame, context| {
                evaluate(result, frame, context)
            })?;
            Value::list(values)
        }
        Ex::Exists(branches) => {
            for branch in branches {
                if has_row(branch, frame, context)? {
                    return Ok(Value::Boolean(true));
                }
            }
            Ok(Value::Boolean(false))
        }
    }
}

/// Whether the condition is true; null is not.
pub(super) fn holds(
    condition: &Ex,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<bool, QueryError> {
    let value = evaluate(condition, frame, context)?;
    Ok(operate::truth(&value)? == Some(true))
}

fn all(items: &[Ex], frame: &mut [Value], context: &mut Context) -> Result<Vec<Value>, QueryError> {
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        values.push(evaluate(item, frame, context)?);
    }
    Ok(values)
}

fn bound(
    bound: Option<&Ex>,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Option<Value>, QueryError> {
    bound
        .map(|bound| evaluate(bound, frame, context))
        .transpose()
}

/// Looks at a value; at that of a variable without making a copy of it.
fn look(
    of: &Ex,
    frame: &mut [Value],
    context: &mut Context,
    at: &dyn Fn(&Value, &Context) -> Result<Value, QueryError>,
) -> Result<Value, QueryError> {
    if let Ex::Slot(slot) = of {
        let held = frame.get(usize::from(*slot));
        return held.map_or(Ok(Value::Null), |value| at(value, context));
    }
    let value = evaluate(of, frame, context)?;
    at(&value, context)
}

fn binary(
    operator: Operator,
    left: &Ex,
    right: &Ex,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    let left = evaluate(left, frame, context)?;
    let decided = match (operator, &left) {
        (Operator::And, Value::Boolean(false)) => Some(false),
        (Operator::Or, Value::Boolean(true)) => Some(true),
        _ => None,
    };
    if let Some(decided) = decided {
        return Ok(Value::Boolean(decided));
    }
    let right = evaluate(right, frame, context)?;
    operate::binary(operator, &left, &right, context)
}

/// Whether each of the comparisons holds.
fn chain(
    operands: &[Ex],
    operators: &[Operator],
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    let values = all(operands, frame, context)?;
    let mut known = Value::Boolean(true);
    for (pair, operator) in values.windows(2).zip(operators) {
        if let [left, right] = pair {
            let holds = operate::binary(*operator, left, right, context)?;
            known = operate::binary(Operator::And, &known, &holds, context)?;
        }
    }
    Ok(known)
}

fn case(choice: &Choice, frame: &mut [Value], context: &mut Context) -> Result<Value, QueryError> {
    let subject = bound(choice.subject.as_ref(), frame, context)?;
    for (when, then) in &choice.arms {
        let chosen = match &subject {
            None => holds(when, frame, context)?,
            Some(subject) => {
                let value = evaluate(when, frame, context)?;
                equals(subject, &value) == Some(true)
            }
        };
        if chosen {
            return evaluate(then, frame, context);
        }
    }
    Ok(bound(choice.otherwise.as_ref(), frame, context)?.unwrap_or_default())
}

/// The list that is walked, if it is one; null is none.
fn walked(
    walk: &Walk,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Option<Arc<List>>, QueryError> {
    match evaluate(&walk.list, frame, context)? {
        Value::Null => Ok(None),
        Value::List(list) => Ok(Some(list)),
        other => Err(QueryError::running(
            ErrorClass::Type,
            ErrorDetail::InvalidArgumentType,
            format!("found {}, expected a list", other.type_name()),
        )),
    }
}

fn comprehension(
    walk: &Walk,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    let Some(list) = walked(walk, frame, context)? else {
        return Ok(Value::Null);
    };
    let mut values = Vec::new();
    for item in list.items() {
        context.step()?;
        put(frame, walk.slot, item.clone());
        if let Some(filter) = &walk.filter
            && !holds(filter, frame, context)?
        {
            continue;
        }
        context.fits(size_of_val(values.as_slice()))?;
        values.push(match &walk.result {
            Some(result) => evaluate(result, frame, context)?,
            None => item.clone(),
        });
    }
    Value::list(values)
}

/// What the quantifier says of the list; unknown where an item's condition is and decides it.
fn quantified(
    quantifier: Quantifier,
    walk: &Walk,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    let Some(list) = walked(walk, frame, context)? else {
        return Ok(Value::Null);
    };
    let before = frame
        .get(usize::from(walk.slot))
        .cloned()
        .unwrap_or_default();
    let (mut yes, mut no, mut unknown) = (0_usize, 0_usize, 0_usize);
    for item in list.items() {
        context.step()?;
        put(frame, walk.slot, item.clone());
        let value = match &walk.filter {
            Some(filter) => evaluate(filter, frame, context)?,
            None => item.clone(),
        };
        match operate::truth(&value)? {
            Some(true) => yes += 1,
            Some(false) => no += 1,
            None => unknown += 1,
        }
    }
    put(frame, walk.slot, before);
    let known = match quantifier {
        Quantifier::All if no > 0 => Some(false),
        Quantifier::Any if yes > 0 => Some(true),
        Quantifier::None if yes > 0 => Some(false),
        Quantifier::Single if yes > 1 => Some(false),
        _ if unknown > 0 => None,
        Quantifier::All | Quantifier::None => Some(true),
        Quantifier::Any => Some(false),
        Quantifier::Single => Some(yes == 1),
    };
    Ok(known.map_or(Value::Null, Value::Boolean))
}
