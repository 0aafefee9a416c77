//! What is still open?

use crate::analysis::{
    answer::{Answer, Row},
    ask::Asking,
    completeness::{Completeness, completeness as find},
    question::Question,
    told::{Told, count, joined},
};

pub(in crate::analysis) fn completeness(asking: &Asking) -> Answer {
    let told = &asking.told;
    let open = find(&told.incident, asking.web());
    let (accounts, evidence) = super::disagreements::rows(told, &open);
    let contradictions = contradictions(told, &open);
    let links = |ids: &[_]| ids.iter().map(|id| told.link_row(id, "")).collect();
    Answer::new(Question::Completeness, sentence(&open))
        .list("Links contradict each other", contradictions)
        .list("Links untested", super::untested_links::rows(told, &open))
        .list("Joins unknown", told.rows(&open.untested_joins))
        .list("Claims without evidence", told.rows(&open.without_evidence))
        .list("Claims unverified", told.rows(&open.unverified))
        .list("Accounts disagree", accounts)
        .list("Evidence for and against", evidence)
        .list(
            "What people did, with no cause behind it",
            told.rows(&open.people_without_cause),
        )
        .list(
            "Effects dated before their causes",
            super::order_in_time::rows(told, &open.back_in_time),
        )
        .list(
            "Contributing links that do not count under all",
            links(&open.contributing_under_all),
        )
}

fn sentence(open: &Completeness) -> String {
    let mut parts = Vec::new();
    let mut add = |number: usize, noun: &str| {
        if number > 0 {
            parts.push(count(number, noun));
        }
    };
    add(open.untested.len(), "untested link");
    add(open.untested_joins.len(), "unknown join");
    add(open.without_evidence.len(), "claim without evidence");
    add(open.unverified.len(), "unverified claim");
    add(
        open.disputed_links.len() + open.disputed_evidence.len(),
        "disagreement",
    );
    add(
        open.people_without_cause.len(),
        "people-factor without a cause",
    );
    add(open.back_in_time.len(), "effect dated before its cause");
    add(
        open.necessary_cycles.len() + open.necessary_under_any.len(),
        "contradiction",
    );
    let parts: Vec<String> = parts.into_iter().map(plural).collect();
    let tested = super::untested_links::sentence(open);
    match parts.len() {
        0 => format!("{tested} Nothing that the map can tell is open."),
        _ => format!("{tested} Open: {}.", joined(parts, "and")),
    }
}

/// The plural of "claim without evidence" is not at its end.
fn plural(counted: String) -> String {
    for (wrong, right) in [
        ("claim without evidences", "claims without evidence"),
        (
            "people-factor without a causes",
            "people-factors without a cause",
        ),
        (
            "effect dated before its causes",
            "effects dated before their causes",
        ),
    ] {
        if counted.ends_with(wrong) {
            return counted.replace(wrong, right);
        }
    }
    counted
}

fn contradictions(told: &Told, open: &Completeness) -> Vec<Row> {
    let cycles = open.necessary_cycles.iter().map(|factors| {
        let mut row = told.row_of(factors, " · ");
        row.text = format!("Each necessary for the next, in a circle: {}", row.text);
        row.links = told.links_among(|factor| factors.contains(factor));
        row
    });
    let under_any = open.necessary_under_any.iter();
    let under_any = under_any
        .map(|link| told.link_row(link, "necessary, yet any one cause is said to suffice"));
    cycles.chain(under_any).collect()
}
