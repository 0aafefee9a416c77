//! Which links are untested?

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::Asking,
        completeness::{Completeness, completeness},
        question::Question,
        told::{Told, count},
    },
    model::LinkId,
};

pub(in crate::analysis) fn untested_links(asking: &Asking) -> Answer {
    let told = &asking.told;
    let open = completeness(&told.incident, asking.web());
    Answer::new(Question::UntestedLinks, sentence(&open)).list("Untested", rows(told, &open))
}

pub(super) fn sentence(open: &Completeness) -> String {
    match open.links {
        0 => "There is no link to test yet.".to_owned(),
        links => format!("{} of {} tested.", open.tested(), are(links)),
    }
}

fn are(links: usize) -> String {
    let verb = if links == 1 { "is" } else { "are" };
    format!("{} {verb}", count(links, "link"))
}

pub(super) fn rows(told: &Told, open: &Completeness) -> Vec<Row> {
    let more = |link: &LinkId| {
        if open.disputed_links.contains(link) {
            "accounts disagree"
        } else {
            ""
        }
    };
    let links = open.untested.iter();
    links.map(|link| told.link_row(link, more(link))).collect()
}
