//! What if this had not been so?

use std::collections::BTreeSet;

use crate::{
    analysis::{
        answer::{Answer, Row},
        ask::Asking,
        question::Question,
        told::{Told, joined},
        what_if::{WhatIf, what_if as find},
    },
    model::FactorId,
};

/// What is switched off is what `without` names, else the factor chosen; where both are there, the
/// factor is the one whose fate is asked.
pub(in crate::analysis) fn what_if(asking: &Asking) -> Answer {
    let (told, about) = (&asking.told, &asking.about);
    let mut removed = about.without.clone();
    if removed.is_empty() {
        removed.extend(about.factor.clone());
    }
    let found = find(&told.incident, asking.web(), &removed);
    let asked: Vec<FactorId> = match &about.factor {
        Some(factor) if !removed.contains(factor) => vec![factor.clone()],
        _ => asking.web().outcomes(),
    };
    let fates = asked.iter().map(|factor| fate(told, &found, factor));
    let untold = |factor: &&FactorId| !asked.contains(factor);
    let others = Others {
        prevented: found.prevented.iter().filter(untold).count(),
        hanging: found.depends.keys().filter(untold).count(),
    };
    let sentence = format!(
        "Had {} not been so{}",
        told.all_quoted(&removed, "and"),
        sentence_end(fates.collect(), &others)
    );
    let hangs = found.depends.iter();
    let hangs = hangs.map(|(factor, joins)| depends_row(told, factor, joins));
    let rows = |factors: &BTreeSet<FactorId>| told.rows(factors);
    let through = found.let_through.iter();
    let through = through.map(|link| told.link_row(link, "held back"));
    Answer::new(Question::WhatIf, sentence)
        .list("Switched off", rows(&removed))
        .list("Prevented", rows(&found.prevented))
        .list("Depends on an untested join", hangs.collect())
        .list("Less likely, not prevented", rows(&found.less_likely))
        .list("No longer held back", through.collect())
        .resting_on(found.untested)
}

fn fate(told: &Told, found: &WhatIf, factor: &FactorId) -> String {
    let name = told.quoted(factor);
    if found.removed.contains(factor) {
        format!("{name} is switched off itself")
    } else if found.prevented.contains(factor) {
        format!("{name} would have been prevented")
    } else if let Some(joins) = found.depends.get(factor) {
        let causes = which_causes(told, joins, factor);
        format!(
            "whether {name} would have been prevented depends on an untested join: whether {causes} were needed"
        )
    } else if found.less_likely.contains(factor) {
        format!("{name} would have been less likely, not prevented")
    } else {
        format!("{name} would not have been prevented")
    }
}

/// The factors that the sentence does not name.
struct Others {
    prevented: usize,
    hanging: usize,
}

fn sentence_end(fates: Vec<String>, others: &Others) -> String {
    let mut ends = fates;
    match (others.prevented, others.hanging) {
        (0, 0) => ends.push("nothing else on the map would be sure to be gone".to_owned()),
        (0, _) => {}
        (1, _) => ends.push("1 other factor would be sure to be gone".to_owned()),
        (gone, _) => ends.push(format!("{gone} other factors would be sure to be gone")),
    }
    match others.hanging {
        0 => {}
        1 => ends.push("1 other depends on how causes combine".to_owned()),
        hanging => ends.push(format!("{hanging} others depend on how causes combine")),
    }
    format!(": {}.", ends.join("; "))
}

/// Which causes would all have had to come together: its own, those of other joins, or either.
fn which_causes(told: &Told, joins: &BTreeSet<FactorId>, factor: &FactorId) -> String {
    let own = joins.contains(factor).then(|| "all its causes".to_owned());
    let others: Vec<_> = joins.iter().filter(|join| *join != factor).collect();
    let others =
        (!others.is_empty()).then(|| format!("all causes of {}", told.all_quoted(others, "or")));
    joined(own.into_iter().chain(others).collect(), "or")
}

fn depends_row(told: &Told, factor: &FactorId, joins: &BTreeSet<FactorId>) -> Row {
    let causes = which_causes(told, joins, factor);
    told.row(factor, format!("depends on whether {causes} were needed"))
}
