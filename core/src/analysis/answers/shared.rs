//! What do two outcomes share?

use std::collections::BTreeSet;

use crate::analysis::{
    answer::Answer,
    ask::Asking,
    question::Question,
    reach::{Towards, reach},
    shared::shared as find_shared,
};

pub(in crate::analysis) fn shared(asking: &Asking) -> Answer {
    let told = &asking.told;
    let outcomes = asking.web().outcomes();
    let found = find_shared(asking.web());
    let sentence = match (outcomes.len(), found.len()) {
        (0 | 1, _) => "There are no two outcomes on the map.".to_owned(),
        (_, 0) => "No factor led to more than one outcome.".to_owned(),
        (_, 1) => "1 factor led to more than one outcome.".to_owned(),
        (2, several) => format!(
            "{several} factors led to both {}.",
            told.all_quoted(&outcomes, "and")
        ),
        (_, several) => format!("{several} factors led to more than one outcome."),
    };
    let rows = found.iter().map(|(factor, led_to)| {
        let to = match led_to.len() {
            2 if outcomes.len() == 2 => "both".to_owned(),
            all if all == outcomes.len() => format!("all {all}"),
            _ => told.all_quoted(led_to, "and"),
        };
        told.row(factor, format!("led to {to}"))
    });
    let is_in = |factor: &_| found.contains_key(factor) || outcomes.contains(factor);
    let links = told.links_among(is_in);
    let raised = if found.is_empty() {
        Vec::new()
    } else {
        outcomes.clone()
    };
    let before = reach(asking.web(), &outcomes, Towards::Causes);
    let before: BTreeSet<_> = before.iter().map(|(factor, _)| factor).collect();
    let led_there = told.links_among(|f| before.contains(f) || outcomes.contains(f));
    let untested = told.untested_among(&led_there);
    let answer = Answer::new(Question::Shared, sentence);
    if outcomes.len() < 2 {
        return answer;
    }
    answer
        .list("Led to several outcomes", rows.collect())
        .raising(raised, if found.is_empty() { Vec::new() } else { links })
        .resting_on(untested)
}
