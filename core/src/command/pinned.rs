//! What a person can do with pinned answers.

use std::collections::BTreeSet;

use crate::model::{FactorId, Incident, Pinned, PinnedId};

use super::{PartId, Plan, Refusal, Write, find, free, part_order};

/// The most pinned answers an incident holds.
pub const MOST_PINNED: usize = 1_000;

/// A change to a pinned answer.
#[derive(Debug, Clone, PartialEq)]
pub enum PinnedCommand {
    /// Pins one; its `order` is ignored. The same question about the same is pinned once. What it is
    /// about need not be there: the answer says so.
    Add(Pinned),
    /// Takes it off.
    Remove(PinnedId),
}

pub(super) fn plan(command: &PinnedCommand, incident: &Incident) -> Result<Plan, Refusal> {
    match command {
        PinnedCommand::Add(pinned) => {
            free(&incident.pinned, &pinned.id, PartId::Pinned, MOST_PINNED)?;
            let same = |other: &Pinned| {
                (&other.question, &other.factor, &other.without)
                    == (&pinned.question, &pinned.factor, &pinned.without)
            };
            if incident.pinned.values().any(|other| same(other)) {
                return Err(Refusal::NothingToChange);
            }
            let order = part_order(incident.pinned.values().map(|p| p.order));
            Ok(vec![Write::Pinned(Pinned {
                order,
                ..pinned.clone()
            })])
        }
        PinnedCommand::Remove(id) => {
            find(&incident.pinned, id, PartId::Pinned)?;
            Ok(vec![Write::Remove(PartId::Pinned(id.clone()))])
        }
    }
}

/// The pinned answers that change when each factor becomes what `rename` says, or goes. One that is
/// about nothing any more goes, too.
pub(super) fn retarget(
    incident: &Incident,
    rename: &dyn Fn(&FactorId) -> Option<FactorId>,
) -> Plan {
    let mut plan = Plan::new();
    for pinned in incident.pinned.values() {
        let factor = pinned.factor.as_ref().and_then(rename);
        let mut without = BTreeSet::new();
        for id in pinned.without.iter().filter_map(rename) {
            without.insert(id);
        }
        let lost = pinned.factor.is_some() && factor.is_none();
        let changed = Pinned {
            factor,
            without,
            ..Pinned::clone(pinned)
        };
        if lost || (changed.without.is_empty() && !pinned.without.is_empty()) {
            plan.push(Write::Remove(PartId::Pinned(pinned.id.clone())));
        } else if changed != **pinned {
            plan.push(Write::Pinned(changed));
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        command::{Command, FactorCommand, apply, plan},
        model::{Factor, Label},
    };

    fn incident() -> Incident {
        let mut incident = Incident::new("i".parse().unwrap());
        for id in ["a", "b"] {
            let factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
            incident.factors.insert(factor.id.clone(), Arc::new(factor));
        }
        incident
    }

    fn pinned(id: &str, factor: Option<&str>, without: &[&str]) -> Pinned {
        Pinned {
            id: id.parse().unwrap(),
            question: "what-if".parse().unwrap(),
            factor: factor.map(|id| id.parse().unwrap()),
            without: without.iter().map(|id| id.parse().unwrap()).collect(),
            order: 0,
        }
    }

    fn done(incident: &mut Incident, command: impl Into<Command>) -> Result<(), Refusal> {
        let plan = plan(&command.into(), incident)?;
        apply(incident, &plan);
        Ok(())
    }

    #[test]
    fn the_same_is_pinned_once() {
        let mut incident = incident();
        done(&mut incident, PinnedCommand::Add(pinned("p", None, &["a"]))).unwrap();
        let again = done(&mut incident, PinnedCommand::Add(pinned("q", None, &["a"])));
        assert_eq!(again, Err(Refusal::NothingToChange));
        done(&mut incident, PinnedCommand::Add(pinned("q", None, &["b"]))).unwrap();
        done(&mut incident, PinnedCommand::Remove("p".parse().unwrap())).unwrap();
        assert_eq!(incident.pinned.len(), 1);
    }

    #[test]
    fn what_is_deleted_is_named_no_longer() {
        let mut incident = incident();
        for pin in [
            pinned("p", Some("a"), &[]),
            pinned("q", None, &["a"]),
            pinned("r", None, &["a", "b"]),
        ] {
            done(&mut incident, PinnedCommand::Add(pin)).unwrap();
        }
        done(&mut incident, FactorCommand::Remove("a".parse().unwrap())).unwrap();
        let left: Vec<_> = incident.pinned.values().collect();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].without, pinned("r", None, &["b"]).without);
    }

    #[test]
    fn a_merged_factor_is_named_by_the_one_kept() {
        let mut incident = incident();
        done(
            &mut incident,
            PinnedCommand::Add(pinned("p", Some("a"), &[])),
        )
        .unwrap();
        let merge = FactorCommand::Merge {
            keep: "b".parse().unwrap(),
            gone: "a".parse().unwrap(),
        };
        done(&mut incident, merge).unwrap();
        let left = incident.pinned.values().next().unwrap();
        assert_eq!(left.factor, Some("b".parse().unwrap()));
    }
}
