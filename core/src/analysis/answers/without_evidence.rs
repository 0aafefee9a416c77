//! Which claims have no evidence?

use crate::analysis::{
    answer::Answer, ask::Asking, completeness::completeness, question::Question,
};

pub(in crate::analysis) fn without_evidence(asking: &Asking) -> Answer {
    let told = &asking.told;
    let open = completeness(&told.incident, asking.web());
    let factors = told.incident.factors.len();
    let links = told.incident.links.len();
    let sentence = format!(
        "{} of {factors} factors have no evidence, and nobody has checked {}. Of {links} links {} have evidence of their own.",
        open.without_evidence.len(),
        open.unverified.len(),
        open.links_with_evidence,
    );
    Answer::new(Question::WithoutEvidence, sentence)
        .list("Without evidence", told.rows(&open.without_evidence))
        .list("Unverified", told.rows(&open.unverified))
}
