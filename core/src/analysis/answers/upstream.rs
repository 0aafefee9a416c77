//! What led to this?

use std::collections::BTreeSet;

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::Asking,
        question::Question,
        reach::{Towards, reach, untested_into},
        told::{Told, count},
    },
    model::FactorId,
};

pub(in crate::analysis) fn upstream(asking: &Asking) -> Answer {
    let (told, targets) = (&asking.told, asking.targets());
    let reached = reach(asking.web(), &targets, Towards::Causes);
    let named = told.all_quoted(&targets, "and");
    let sentence = match reached.iter().map(|(_, distance)| distance).max() {
        None => format!("Nothing on the map led to {named} yet."),
        Some(farthest) => format!(
            "{} led to {named}, the farthest over {}.",
            count(reached.len(), "factor"),
            count(*farthest, "link"),
        ),
    };
    let there: BTreeSet<_> = reached
        .iter()
        .map(|(factor, _)| factor)
        .chain(&targets)
        .collect();
    let is_in = |factor: &FactorId| there.contains(factor);
    let untested = untested_into(asking.web(), |place| is_in(&told.web.factors[place].id));
    Answer::new(Question::Upstream, sentence)
        .list("From near to far", rows(told, &reached))
        .raising(targets.clone(), told.links_among(is_in))
        .resting_on(untested)
}

/// Near ones first, then in identity order.
pub(super) fn rows(told: &Told, reached: &[(FactorId, usize)]) -> Vec<Row> {
    let mut reached: Vec<_> = reached.iter().collect();
    reached.sort_by_key(|(_, distance)| *distance);
    let rows = reached.into_iter();
    rows.map(|(factor, distance)| told.row(factor, count(*distance, "link")))
        .collect()
}
