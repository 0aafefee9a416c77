//! Links about which the kept accounts disagree.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Incident, Link, LinkId, LinkTest};

/// The links whose accounts, or whose own test and an account, give different answers to the link
/// test. Until one is settled such a link counts as *untested*.
///
/// An account that leaves the link untested disagrees with nobody. O(A log L) for A accounts.
pub fn disputed(incident: &Incident) -> BTreeSet<LinkId> {
    let mut answers: BTreeMap<&LinkId, BTreeSet<LinkTest>> = BTreeMap::new();
    for account in incident.accounts.values() {
        if let Some(link) = incident.links.get(&account.link) {
            let answers = answers.entry(&link.id).or_default();
            answers.extend([link.test, account.test]);
        }
    }
    answers
        .into_iter()
        .filter(|(_, answers)| answers.iter().filter(|a| **a != LinkTest::Untested).count() > 1)
        .map(|(link, _)| link.clone())
        .collect()
}

/// What the test of a link counts as.
pub(super) fn counts_as(link: &Link, disputed: &BTreeSet<LinkId>) -> LinkTest {
    if disputed.contains(&link.id) {
        LinkTest::Untested
    } else {
        link.test
    }
}
