//! Where do we disagree?

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::Asking,
        completeness::{Completeness, completeness},
        question::Question,
        told::{Told, count},
    },
    model::{LinkId, Subject},
};

pub(in crate::analysis) fn disagreements(asking: &Asking) -> Answer {
    let told = &asking.told;
    let open = completeness(&told.incident, asking.web());
    let (links, evidence) = rows(told, &open);
    let sentence = match (links.len(), evidence.len()) {
        (0, 0) => "Nowhere that the map knows of.".to_owned(),
        (links, evidence) => format!(
            "Accounts disagree on {}, and evidence speaks both for and against {}.",
            count(links, "link"),
            count(evidence, "claim")
        ),
    };
    Answer::new(Question::Disagreements, sentence)
        .list("Accounts disagree", links)
        .list("Evidence for and against", evidence)
}

pub(super) fn rows(told: &Told, open: &Completeness) -> (Vec<Row>, Vec<Row>) {
    let links = open.disputed_links.iter();
    let evidence = open.disputed_evidence.iter();
    let evidence = evidence.map(|subject| match subject {
        Subject::Factor(factor) => told.row(factor, ""),
        Subject::Link(link) => told.link_row(link, ""),
        Subject::Incident | Subject::Account(_) => Row::default(),
    });
    (
        links
            .map(|link| told.link_row(link, &accounts(told, link)))
            .collect(),
        evidence.collect(),
    )
}

/// What the accounts say, by whom where that is known.
fn accounts(told: &Told, link: &LinkId) -> String {
    let accounts = told.incident.accounts_of(link).into_iter();
    let words = accounts.map(|account| match &account.by {
        Some(by) => format!("{by}: {}", account.test.word()),
        None => account.test.word().to_owned(),
    });
    words.collect::<Vec<_>>().join("; ")
}
