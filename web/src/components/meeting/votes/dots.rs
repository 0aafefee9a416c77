//! The dots of this person, on this device only until they are shown with everybody's.

use std::collections::BTreeMap;

use whyweb_core::{
    command::ballot_plans,
    model::{ActionId, Ballot, BallotId, Choice, FactorId, Incident, Round, VoteKind},
};

use crate::{components::meeting::device, platform::random, state::Desk};

/// This person's dots in one round.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dots(BTreeMap<(VoteKind, Choice), (BallotId, u32)>);

/// The name under which they are stored.
fn name(incident: &Incident, round: &Round) -> String {
    format!("dots.{}.{}", incident.id, round.opened.unix_millis())
}

/// What identities made in a round are dated.
pub fn dated(round: &Round) -> u64 {
    u64::try_from(round.opened.unix_millis()).unwrap_or_default()
}

impl Dots {
    /// The dots of a round as they are stored; what cannot be read is none.
    pub fn stored(incident: &Incident, round: &Round) -> Self {
        let records = device::read(&name(incident, round));
        Self(records.iter().filter_map(|units| record(units)).collect())
    }

    /// Stores them; tells whether they are stored.
    pub fn store(&self, incident: &Incident, round: &Round) -> bool {
        let records = self.0.iter().map(|((kind, choice), (id, dots))| {
            let (sort, about) = match choice {
                Choice::Factor(id) => ("factor", id.to_string()),
                Choice::Action(id) => ("action", id.to_string()),
            };
            let units = [kind.word(), sort, &about, id.as_str(), &dots.to_string()];
            units.map(str::to_owned).to_vec()
        });
        device::write(&name(incident, round), records)
    }

    /// How many lie on a choice.
    pub fn on(&self, kind: VoteKind, choice: &Choice) -> u32 {
        let found = self.0.get(&(kind, choice.clone()));
        found.map_or(0, |(_, dots)| *dots)
    }

    /// How many of a kind are left.
    pub fn left(&self, kind: VoteKind, round: &Round) -> u32 {
        let spent = self.0.iter().filter(|((of, _), _)| *of == kind);
        round
            .dots
            .saturating_sub(spent.map(|(_, (_, dots))| dots).sum())
    }

    /// With one more on a choice, or one less.
    #[must_use]
    pub fn moved(&self, kind: VoteKind, choice: &Choice, more: bool, round: &Round) -> Self {
        let mut dots = self.clone();
        let is_left = dots.left(kind, round) > 0;
        let key = (kind, choice.clone());
        if more && is_left {
            let new = || (random::id_at(dated(round)), 0);
            dots.0.entry(key).or_insert_with(new).1 += 1;
        } else if !more && let Some((_, count)) = dots.0.get_mut(&key) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                dots.0.remove(&key);
            }
        }
        dots
    }

    fn ballots(self) -> Vec<Ballot> {
        let ballots = self.0.into_iter();
        ballots
            .map(|((kind, about), (id, dots))| Ballot {
                id,
                about,
                kind,
                dots,
            })
            .collect()
    }
}

fn record(units: &[String]) -> Option<((VoteKind, Choice), (BallotId, u32))> {
    let [kind, sort, about, id, dots] = units else {
        return None;
    };
    let kind = VoteKind::ALL.into_iter().find(|k| k.word() == kind)?;
    let choice = match sort.as_str() {
        "factor" => Choice::Factor(about.parse::<FactorId>().ok()?),
        "action" => Choice::Action(about.parse::<ActionId>().ok()?),
        _ => return None,
    };
    let dots: u32 = dots.parse().ok()?;
    let counts = (1..=Round::MOST_DOTS).contains(&dots);
    counts.then_some(((kind, choice), (id.parse().ok()?, dots)))
}

/// Writes this person's dots down with everybody's, without a name; tells how many dots that were.
/// They are kept here no longer.
pub fn publish(desk: &Desk, round: &Round) -> u32 {
    let snapshot = desk.snapshot();
    let dots = Dots::stored(&snapshot.incident, round);
    device::forget(&name(&snapshot.incident, round));
    let ballots = dots.ballots();
    let count = ballots.iter().map(|ballot| ballot.dots).sum();
    match desk.reveal(ballot_plans(&ballots, &snapshot.incident)) {
        0 => 0,
        _ => count,
    }
}
