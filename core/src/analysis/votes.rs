//! The dots of the last votes, beside how often something matters in the web.

use std::collections::BTreeMap;

use crate::{
    graph::Web,
    model::{Choice, Incident, VoteKind},
};

use super::reach::{Towards, reach};

/// What one choice got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// What was voted on.
    pub choice: Choice,
    /// Dots that say it could be changed.
    pub feasible: u32,
    /// Dots that say changing it would matter.
    pub would_matter: u32,
    /// How many factors follow from it; for an action, how many it addresses.
    pub frequency: usize,
}

/// What each choice got that got a dot and is still there: the most dots first, then the most
/// frequent, ties by identity.
///
/// A vote is *not* evidence: it tells what people think, and people like what they know.
/// (Lehtinen et al., 2014, from memory: the targets people prefer differ from those that are frequent.)
///
/// O(c · (F + L)) for c choices.
pub fn votes(incident: &Incident, web: &Web) -> Vec<Tally> {
    let mut tallies: BTreeMap<&Choice, Tally> = BTreeMap::new();
    for ballot in incident.ballots.values() {
        let Some(frequency) = frequency(&ballot.about, incident, web) else {
            continue;
        };
        let tally = tallies.entry(&ballot.about).or_insert_with(|| Tally {
            choice: ballot.about.clone(),
            feasible: 0,
            would_matter: 0,
            frequency,
        });
        let dots = match ballot.kind {
            VoteKind::Feasible => &mut tally.feasible,
            VoteKind::WouldMatter => &mut tally.would_matter,
        };
        *dots = dots.saturating_add(ballot.dots);
    }
    let mut tallies: Vec<_> = tallies.into_values().collect();
    // Stable: the map is in the order of identities.
    tallies.sort_by_key(|tally| {
        let dots = tally.feasible.saturating_add(tally.would_matter);
        std::cmp::Reverse((dots, tally.frequency))
    });
    tallies
}

/// Nothing for what is not there any more.
fn frequency(choice: &Choice, incident: &Incident, web: &Web) -> Option<usize> {
    match choice {
        Choice::Factor(id) => {
            incident.factors.get(id)?;
            Some(reach(web, std::slice::from_ref(id), Towards::Effects).len())
        }
        Choice::Action(id) => Some(incident.actions.get(id)?.addresses.len()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{format::outline, model::Ballot, testing::incidents};

    #[test]
    fn the_most_dots_come_first_with_how_much_follows() {
        let notes = "Impact: down\n\n- disk full\n  - no alert\n";
        let mut incident = outline::read(notes, "").unwrap().incident;
        let named = |words: &str| {
            let mut factors = incident.factors.values();
            let found = factors.find(|factor| factor.statement.as_str() == words);
            Choice::Factor(found.unwrap().id.clone())
        };
        let cast = [
            (named("disk full"), VoteKind::Feasible, 1),
            (named("no alert"), VoteKind::Feasible, 2),
            (named("no alert"), VoteKind::WouldMatter, 1),
            (
                Choice::Factor("gone".parse().unwrap()),
                VoteKind::Feasible,
                9,
            ),
        ];
        for (id, (about, kind, dots)) in cast.into_iter().enumerate() {
            let id = crate::model::BallotId::numbered("b", id);
            let ballot = Ballot {
                id: id.clone(),
                about,
                kind,
                dots,
            };
            incident.ballots.insert(id, ballot.into());
        }
        let tallies = votes(&incident, &Web::of(&incident));
        let told: Vec<_> = tallies
            .iter()
            .map(|tally| (tally.feasible, tally.would_matter, tally.frequency))
            .collect();
        assert_eq!(told, [(2, 1, 2), (1, 0, 1)]);
    }

    proptest! {
        #[test]
        fn no_dot_on_what_is_there_is_lost(incident in incidents()) {
            let tallies = votes(&incident, &Web::of(&incident));
            let counted: u32 = tallies.iter().map(|t| t.feasible + t.would_matter).sum();
            let is_there = |ballot: &&std::sync::Arc<Ballot>| match &ballot.about {
                Choice::Factor(id) => incident.factors.contains_key(id),
                Choice::Action(id) => incident.actions.contains_key(id),
            };
            let cast: u32 = incident.ballots.values().filter(is_there).map(|b| b.dots).sum();
            prop_assert_eq!(counted, cast);
        }
    }
}
