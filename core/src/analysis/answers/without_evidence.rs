//! Which claims have no evidence?

use crate::analysis::{
    answer::Answer, ask::Asking, completeness::completeness, question::Question,
};

pub(in crate::analysis) fn without_evidence(asking: &Asking) -> Answer {
    let told = &asking.told;
    let open = completeness(&told.incident, asking.web());
    let sentence = format!(
        "{} {} {}",
        factors(open.without_evidence.len(), told.incident.factors.len()),
        checked(open.unverified.len()),
        links(open.links_with_evidence, told.incident.links.len()),
    );
    Answer::new(Question::WithoutEvidence, sentence)
        .list("Without evidence", told.rows(&open.without_evidence))
        .list("Unverified", told.rows(&open.unverified))
}

fn factors(without: usize, all: usize) -> String {
    match without {
        0 => "Every factor has evidence.".to_owned(),
        1 => format!("1 of {all} factors has no evidence."),
        without => format!("{without} of {all} factors have no evidence."),
    }
}

fn checked(unverified: usize) -> String {
    match unverified {
        0 => "None is marked unverified.".to_owned(),
        1 => "1 is marked unverified.".to_owned(),
        unverified => format!("{unverified} are marked unverified."),
    }
}

fn links(with: usize, all: usize) -> String {
    match with {
        0 => "No link has evidence of its own.".to_owned(),
        1 => format!("1 of {all} links has evidence of its own."),
        with => format!("{with} of {all} links have evidence of their own."),
    }
}
