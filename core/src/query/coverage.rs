//! What actions do about factors.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ActionAim, FactorId, Incident, Target};

/// What is to be done about a factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covered {
    /// Nothing: no action addresses it, nor a link out of it.
    Not,
    /// Some action addresses it, or a link out of it.
    Some,
    /// Some action with this aim does.
    By(ActionAim),
}

/// What the actions that address each factor, or a link out of it, aim at. An action whose aim
/// nobody has told is in it as none.
///
/// O(T log F) for T targets of actions.
pub(super) fn aims(incident: &Incident) -> BTreeMap<&FactorId, BTreeSet<Option<ActionAim>>> {
    let mut aims: BTreeMap<&FactorId, BTreeSet<Option<ActionAim>>> = BTreeMap::new();
    for action in incident.actions.values() {
        for target in &action.addresses {
            let factor = match target {
                Target::Factor(id) => Some(id),
                Target::Link(id) => incident.links.get(id).map(|link| &link.cause),
            };
            if let Some(factor) = factor {
                aims.entry(factor).or_default().insert(action.aim);
            }
        }
    }
    aims
}

impl Covered {
    pub(super) fn fits(self, aims: Option<&BTreeSet<Option<ActionAim>>>) -> bool {
        match self {
            Self::Not => aims.is_none(),
            Self::Some => aims.is_some(),
            Self::By(aim) => aims.is_some_and(|aims| aims.contains(&Some(aim))),
        }
    }
}
