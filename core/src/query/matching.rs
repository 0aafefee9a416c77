//! Finding statements by the words somebody begins to type.

use std::cmp::Reverse;

use crate::model::{FactorId, Incident};

/// The factors whose statements these words could be the beginning of, best first.
///
/// Each typed word must begin a word of the statement, in any order; capitals and punctuation do
/// not count. Better is, in turn: a statement that begins with the words as typed, then one that
/// has them side by side, then one where they begin earlier, then a shorter one; ties go by the
/// factor's turn, then by identity. A query with no words in it is met by every factor, by turn.
///
/// O(n log n) in the number of factors, and linear in the length of their statements.
///
/// ```
/// use whyweb_core::{query::matches, model::*};
/// let mut incident = Incident::new("outage".parse().unwrap());
/// for (id, words) in [("a", "Backups failed silently"), ("b", "Nobody tested the backups")] {
///     let factor = Factor::new(id.parse().unwrap(), Label::new(words).unwrap());
///     incident.factors.insert(factor.id.clone(), factor.into());
/// }
/// let found = matches("back", &incident);
/// assert_eq!(found.iter().map(FactorId::as_str).collect::<Vec<_>>(), ["a", "b"]);
/// ```
pub fn matches(query: &str, incident: &Incident) -> Vec<FactorId> {
    let query = words(query);
    let factors = incident.factors_in_order().into_iter();
    let mut found: Vec<_> = factors
        .filter_map(|factor| {
            let fit = fit(&query, &words(factor.statement.as_str()))?;
            Some((fit, &factor.id))
        })
        .collect();
    // Stable: what fits equally well keeps its turn.
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().map(|(_, id)| id.clone()).collect()
}

/// How well a query fits a statement; the lesser, the better.
type Fit = (Reverse<bool>, usize, usize);

fn fit(query: &[String], statement: &[String]) -> Option<Fit> {
    if query.is_empty() {
        return Some((Reverse(true), 0, 0));
    }
    let place_of = |typed: &String| statement.iter().position(|word| word.starts_with(typed));
    let places: Option<Vec<usize>> = query.iter().map(place_of).collect();
    let first = places?.into_iter().min()?;
    let side_by_side = statement.windows(query.len()).position(|run| {
        run.iter()
            .zip(query)
            .all(|(word, typed)| word.starts_with(typed))
    });
    Some(match side_by_side {
        Some(place) => (Reverse(true), place, statement.len()),
        None => (Reverse(false), first, statement.len()),
    })
}

/// The words in lower case. An apostrophe belongs to its word and is dropped, since keyboards and
/// editors write it in different ways.
pub(super) fn words(text: &str) -> Vec<String> {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’');
    text.split(|c: char| !c.is_alphanumeric() && !is_apostrophe(c))
        .map(|word| {
            let letters = word.chars().filter(|c| !is_apostrophe(*c));
            letters.flat_map(char::to_lowercase).collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        model::{Factor, Label},
        testing::webs,
    };

    fn incident(statements: &[&str]) -> Incident {
        let mut incident = Incident::new("test".parse().unwrap());
        for (statement, order) in statements.iter().zip(1..) {
            let id = FactorId::numbered("f", order);
            let mut factor = Factor::new(id.clone(), Label::new(statement).unwrap());
            factor.order = u32::try_from(order).unwrap();
            incident.factors.insert(id, factor.into());
        }
        incident
    }

    fn found(query: &str, statements: &[&str]) -> Vec<String> {
        let incident = incident(statements);
        let found = matches(query, &incident);
        let statement = |id: &FactorId| incident.factors[id].statement.to_string();
        found.iter().map(statement).collect()
    }

    #[test]
    fn best_first() {
        let statements = [
            "The disk of the replica was full",
            "Full disk alerts went to nobody",
            "Disk full",
            "Disk filled up while the full backup ran",
            "Nothing of the kind",
        ];
        assert_eq!(
            found("disk full", &statements),
            [
                "Disk full",
                "Full disk alerts went to nobody",
                "Disk filled up while the full backup ran",
                "The disk of the replica was full",
            ]
        );
    }

    #[test]
    fn each_typed_word_begins_a_word() {
        let statements = ["Replication stopped", "Préproduction wasn’t monitored"];
        assert_eq!(found("repl sto", &statements), ["Replication stopped"]);
        assert_eq!(found("STO repl!", &statements), ["Replication stopped"]);
        assert_eq!(found("plication", &statements), Vec::<String>::new());
        assert_eq!(found("repl gone", &statements), Vec::<String>::new());
        assert_eq!(found("prép wasn't", &statements), [statements[1]]);
        assert_eq!(found("wasnt", &statements), [statements[1]]);
    }

    #[test]
    fn no_words_are_met_by_all_in_their_turn() {
        assert_eq!(found(" ?", &["b", "a", "?!"]), ["b", "a", "?!"]);
    }

    proptest! {
        #[test]
        fn a_statement_finds_itself_by_its_own_beginning(incident in webs(12), cut in 1..40_usize) {
            for factor in incident.factors.values() {
                let typed: String = factor.statement.as_str().chars().take(cut).collect();
                prop_assert!(matches(&typed, &incident).contains(&factor.id));
            }
        }

        #[test]
        fn one_more_word_never_finds_more(incident in webs(12), one in "[a-z]{1,2}", two in "[a-z]{1,2}") {
            let fewer = matches(&format!("{one} {two}"), &incident);
            let more = matches(&one, &incident);
            prop_assert!(fewer.iter().all(|id| more.contains(id)));
        }
    }
}
