//! What follows from this?

use std::collections::BTreeSet;

use crate::{
    analysis::{
        answer::Answer,
        ask::Asking,
        question::Question,
        reach::{Towards, reach},
        told::count,
    },
    model::{FactorId, Role},
};

pub(in crate::analysis) fn downstream(asking: &Asking) -> Answer {
    let (told, from) = (&asking.told, asking.targets());
    let reached = reach(asking.web(), &from, Towards::Effects);
    let outcomes = reached.iter().filter(|(id, _)| {
        let factor = told.incident.factors.get(id);
        factor.is_some_and(|factor| factor.role == Role::Outcome)
    });
    let named = told.all_quoted(&from, "and");
    let sentence = match (reached.len(), outcomes.count()) {
        (0, _) => format!("Nothing on the map follows from {named}."),
        (1, 1) => format!("1 factor follows from {named}: an outcome."),
        (all, 0) => format!("{} from {named}, no outcome among them.", follow(all)),
        (all, outcomes) => format!(
            "{} from {named}, {} among them.",
            follow(all),
            count(outcomes, "outcome")
        ),
    };
    let after: BTreeSet<_> = reached.iter().map(|(factor, _)| factor).collect();
    let is_in = |factor: &FactorId| after.contains(factor) || from.contains(factor);
    let links = told.links_among(is_in);
    let untested = told.untested_among(&links);
    Answer::new(Question::Downstream, sentence)
        .list("From near to far", super::upstream::rows(told, &reached))
        .raising(from.clone(), links)
        .resting_on(untested)
}

fn follow(number: usize) -> String {
    match number {
        1 => "1 factor follows".to_owned(),
        number => format!("{number} factors follow"),
    }
}
