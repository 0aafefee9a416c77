//! What a version keeps.

use std::collections::BTreeMap;

use crate::model::{Clock, Incident, Rounds};

/// The incident as a version keeps it: without what is said or gathered about it, which is neither
/// compared nor taken back, without its versions, which would hold each other, and without the clock of
/// its meetings, which no edit turns back.
pub fn kept(incident: &Incident) -> Incident {
    Incident {
        clock: Clock::default(),
        comments: BTreeMap::new(),
        versions: BTreeMap::new(),
        rounds: Rounds::default(),
        ballots: BTreeMap::new(),
        ..incident.clone()
    }
}
