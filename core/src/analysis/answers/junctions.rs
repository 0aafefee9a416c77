//! Where do several causes meet?

use std::collections::BTreeSet;

use crate::{
    analysis::{
        answer::Answer, ask::Asking, junctions::junctions as find_junctions, question::Question,
        reach::untested_into, told::count,
    },
    model::Join,
};

pub(in crate::analysis) fn junctions(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = find_junctions(asking.web());
    let sentence = match found.first() {
        None => "Nowhere yet: no factor has more than one cause.".to_owned(),
        Some((first, number)) => {
            let equals = found.iter().filter(|(_, causes)| causes == number).count();
            let most = match equals {
                1 => told.quoted(first),
                equals => format!("{equals} of them"),
            };
            let places = count(found.len(), "factor");
            format!("Several causes meet at {places}, most at {most} with {number}.")
        }
    };
    let rows = found.iter().map(|(factor, causes)| {
        let join = told.incident.factors.get(factor).map(|factor| factor.join);
        let join = match join {
            Some(Join::All) => "all needed",
            Some(Join::Any) => "any suffices",
            Some(Join::Unknown) | None => "how they combine is unknown",
        };
        told.row(factor, format!("{}, {join}", count(*causes, "cause")))
    });
    let meets: BTreeSet<_> = found.iter().map(|(factor, _)| factor).collect();
    let is_met = |place: usize| meets.contains(&asking.web().factors[place].id);
    Answer::new(Question::Junctions, sentence)
        .list("Most causes first", rows.collect())
        .resting_on(untested_into(asking.web(), is_met))
}
