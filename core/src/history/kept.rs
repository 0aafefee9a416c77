//! What a version keeps.

use std::collections::BTreeMap;

use crate::model::{Incident, Rounds};

/// The incident as a version keeps it: without what is said or gathered about it, which is neither
/// compared nor taken back, and without its versions, which would hold each other.
pub fn kept(incident: &Incident) -> Incident {
    Incident {
        comments: BTreeMap::new(),
        versions: BTreeMap::new(),
        rounds: Rounds::default(),
        ballots: BTreeMap::new(),
        ..incident.clone()
    }
}
