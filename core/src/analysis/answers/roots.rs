//! Where did we stop asking?

use std::collections::BTreeSet;

use crate::analysis::{
    answer::Answer,
    ask::Asking,
    question::Question,
    reach::{Towards, reach, untested_into},
    roots::roots as find_roots,
    told::{count, joined},
};

pub(in crate::analysis) fn roots(asking: &Asking) -> Answer {
    let told = &asking.told;
    let to: Vec<_> = asking.about.factor.iter().cloned().collect();
    let found = find_roots(asking.web(), &to);
    let mut places = Vec::new();
    if !found.roots.is_empty() {
        places.push(count(found.roots.len(), "factor"));
    }
    if !found.loops.is_empty() {
        let noun = "loop that nothing outside leads into";
        let loops = match found.loops.len() {
            1 => format!("1 {noun}"),
            several => format!("{several} loops that nothing outside leads into"),
        };
        places.push(loops);
    }
    let sentence = match (places.len(), to.first()) {
        (0, _) => "There is nothing on the map yet.".to_owned(),
        (_, None) => format!("We stopped asking at {}.", joined(places, "and")),
        (_, Some(factor)) => format!(
            "Asking why {}, we stopped at {}.",
            told.quoted(factor),
            joined(places, "and")
        ),
    };
    let loops = found.loops.iter();
    let loops = loops.map(|members| {
        let mut row = told.row_of(members, " · ");
        row.links = told.links_among(|factor| members.contains(factor));
        row
    });
    let before = reach(asking.web(), &to, Towards::Causes);
    let before: BTreeSet<_> = before.iter().map(|(factor, _)| factor).chain(&to).collect();
    let is_asked =
        |place: usize| before.is_empty() || before.contains(&asking.web().factors[place].id);
    Answer::new(Question::Roots, sentence)
        .list("Without a cause on the map", told.rows(&found.roots))
        .list("Loops without a cause outside them", loops.collect())
        .resting_on(untested_into(asking.web(), is_asked))
}
