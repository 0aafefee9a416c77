//! What others have worked on, so that no undo of ours takes their work along.

use std::collections::BTreeSet;

use crate::model::{Choice, Incident, Subject, Target};

use super::{history::PartPlace, schema::Table};

/// Whether others have worked on one of these parts, or on something that is about one of them.
pub(super) fn have_worked_on(
    made: &BTreeSet<PartPlace>,
    touched: &BTreeSet<PartPlace>,
    raw: &Incident,
) -> bool {
    made.iter().any(|place| touched.contains(place))
        || touched
            .iter()
            .any(|(table, id)| is_about(made, *table, id, raw))
}

/// Whether a part needs one of these to be there.
fn is_about(made: &BTreeSet<PartPlace>, table: Table, id: &str, raw: &Incident) -> bool {
    let is_made = |table: Table, id: &str| made.contains(&(table, id.into()));
    let is_subject = |subject: &Subject| match subject {
        Subject::Incident => false,
        Subject::Factor(id) => is_made(Table::Factors, id.as_str()),
        Subject::Link(id) => is_made(Table::Links, id.as_str()),
        Subject::Account(id) => is_made(Table::Accounts, id.as_str()),
    };
    match table {
        Table::Factors => raw.factors.get(id).is_some_and(|factor| {
            let category = factor.category.as_ref();
            let area = factor.area.as_ref();
            category.is_some_and(|id| is_made(Table::Categories, id.as_str()))
                || area.is_some_and(|id| is_made(Table::Areas, id.as_str()))
        }),
        Table::Links => raw.links.get(id).is_some_and(|link| {
            is_made(Table::Factors, link.cause.as_str())
                || is_made(Table::Factors, link.effect.as_str())
        }),
        Table::Accounts => raw
            .accounts
            .get(id)
            .is_some_and(|account| is_made(Table::Links, account.link.as_str())),
        Table::Evidence => raw
            .evidence
            .get(id)
            .is_some_and(|evidence| is_subject(&evidence.about)),
        Table::Notes => raw
            .notes
            .get(id)
            .is_some_and(|note| is_subject(&note.about)),
        Table::Actions => raw.actions.get(id).is_some_and(|action| {
            action.addresses.iter().any(|target| match target {
                Target::Factor(id) => is_made(Table::Factors, id.as_str()),
                Target::Link(id) => is_made(Table::Links, id.as_str()),
            })
        }),
        Table::Comments => raw
            .comments
            .get(id)
            .is_some_and(|comment| is_subject(&comment.about)),
        Table::Ballots => raw
            .ballots
            .get(id)
            .is_some_and(|ballot| match &ballot.about {
                Choice::Factor(id) => is_made(Table::Factors, id.as_str()),
                Choice::Action(id) => is_made(Table::Actions, id.as_str()),
            }),
        _ => false,
    }
}
