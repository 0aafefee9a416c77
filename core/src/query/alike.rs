//! Statements that say nearly the same.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::model::{FactorId, Incident};

use super::matching::words;

/// From how many percent on two statements count as nearly the same.
const NEAR: usize = 50;
/// The most statements compared, since each is compared with each.
const MOST: usize = 1_000;

/// Pairs of factors whose statements say nearly the same, the likest first, ties by identity. One of
/// each pair is among `new`; only the first 1,000 factors by turn are compared with those.
///
/// Likeness is Dice's coefficient over the runs of three letters in their words (Dice, 1945):
/// capitals, punctuation and the order of words do not count. That two statements are alike does
/// *not* mean that they say the same: "the backup ran" is like "no backup ran". A person merges.
///
/// O(n · m) comparisons for n new factors among m.
pub fn near_duplicates(new: &[FactorId], incident: &Incident) -> Vec<(FactorId, FactorId)> {
    let all = incident.factors_in_order();
    let all: Vec<_> = all.into_iter().take(MOST).collect();
    let runs: BTreeMap<&FactorId, _> = all
        .iter()
        .map(|factor| (&factor.id, runs_of_three(factor.statement.as_str())))
        .collect();
    let new: BTreeSet<&FactorId> = new.iter().collect();
    let mut pairs = Vec::new();
    for (one, ours) in runs.iter().filter(|(id, _)| new.contains(*id)) {
        for (other, theirs) in &runs {
            // Of two new ones the pair is found once.
            if one == other || (new.contains(other) && other < one) {
                continue;
            }
            let likeness = percent(ours, theirs);
            if likeness >= NEAR {
                pairs.push((
                    Reverse(likeness),
                    FactorId::clone(one),
                    FactorId::clone(other),
                ));
            }
        }
    }
    pairs.sort();
    pairs.into_iter().map(|(_, a, b)| (a, b)).collect()
}

/// How much two sets share: 0 to 100.
fn percent(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let shared = one.intersection(other).count();
    (200 * shared)
        .checked_div(one.len() + other.len())
        .unwrap_or(0)
}

/// The runs of three letters in the words of a text, each word with a space on either side.
fn runs_of_three(text: &str) -> BTreeSet<String> {
    let mut runs = BTreeSet::new();
    for word in words(text) {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        runs.extend(letters.windows(3).map(|run| run.iter().collect::<String>()));
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        model::{Factor, Label},
        testing::incidents,
    };

    fn pairs(statements: &[&str]) -> Vec<(usize, usize)> {
        let mut incident = Incident::new("i".parse().unwrap());
        let ids: Vec<_> = (0..statements.len())
            .map(|number| FactorId::numbered("f", number))
            .collect();
        for (id, statement) in ids.iter().zip(statements) {
            let factor = Factor::new(id.clone(), Label::new(statement).unwrap());
            incident.factors.insert(id.clone(), factor.into());
        }
        let place = |id| ids.iter().position(|other| *other == id).unwrap();
        let found = near_duplicates(&ids, &incident).into_iter();
        found.map(|(a, b)| (place(a), place(b))).collect()
    }

    #[test]
    fn statements_in_other_order_and_form_are_found() {
        let statements = [
            "Nobody tested the backups",
            "The backups were never tested",
            "Alerts went to an old mailbox",
            "alerts went to an old mailbox!",
            "S",
        ];
        assert_eq!(pairs(&statements), [(2, 3), (0, 1)]);
    }

    proptest! {
        #[test]
        fn a_copy_is_found_and_each_pair_once(incident in incidents()) {
            let new: Vec<_> = incident.factors.keys().cloned().collect();
            let found = near_duplicates(&new, &incident);
            let mut seen = BTreeSet::new();
            for (a, b) in &found {
                prop_assert!(a != b);
                prop_assert!(seen.insert((a.min(b), a.max(b))));
            }
            let mut twice = incident.clone();
            if let Some(first) = incident.factors.values().next() {
                let id: FactorId = "copy".parse().unwrap();
                let copy = Factor { id: id.clone(), ..Factor::clone(first) };
                twice.factors.insert(id.clone(), copy.into());
                let has_letters = !runs_of_three(first.statement.as_str()).is_empty();
                let found = near_duplicates(std::slice::from_ref(&id), &twice);
                let copied = (id, first.id.clone());
                prop_assert_eq!(found.contains(&copied), has_letters);
            }
        }
    }
}
