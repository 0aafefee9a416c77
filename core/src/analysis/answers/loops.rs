//! Which loops keep it going?

use crate::analysis::{
    answer::Answer,
    ask::Asking,
    loops::{Loops, loop_sets},
    question::Question,
    told::count,
};

pub(in crate::analysis) fn loops(asking: &Asking) -> Answer {
    let (told, chosen) = (&asking.told, asking.about.factor.as_ref());
    let is_about = |members: &[_]| chosen.is_none_or(|factor| members.contains(factor));
    let mut sets = loop_sets(asking.web());
    sets.retain(|members| is_about(members));
    let search = asking.loops();
    let mut found = search.map(Loops::found).unwrap_or_default();
    found.retain(|circle| is_about(circle));
    let through = chosen.map(|factor| format!(" through {}", told.quoted(factor)));
    let through = through.unwrap_or_default();
    let sentence = match (found.len(), sets.len()) {
        (0, 0) => format!("No loop{through} is on the map."),
        (1, _) => format!("1 loop{through} is on the map."),
        (circles, 1) => format!("{circles} loops{through} are on the map, woven into one another."),
        (circles, sets) => format!(
            "{circles} loops{through} are on the map, in {} that do not touch.",
            count(sets, "group")
        ),
    };
    let bound = search.filter(|search| search.met_its_limit()).map(|_| {
        let first = count(found.len(), "loop");
        format!("These are the first {first} found; there may be more.")
    });
    let circles = found.iter().map(|circle| {
        let closed: Vec<_> = circle.iter().chain(circle.first()).cloned().collect();
        let mut row = told.row_of(&closed, " → ");
        row.factors.truncate(circle.len());
        row
    });
    let rows = circles.collect();
    let inside = told.links_among(|factor| sets.iter().any(|set| set.contains(factor)));
    let untested = told.untested_among(&inside);
    let answer = Answer::new(Question::Loops, sentence);
    if sets.is_empty() {
        return answer.bounded(bound);
    }
    answer
        .list("Short loops first", rows)
        .raising(sets.iter().flatten().cloned(), inside)
        .bounded(bound)
        .resting_on(untested)
}
