//! Where do several causes meet?

use crate::{
    analysis::{
        answer::Answer, ask::Asking, junctions::junctions as find_junctions, question::Question,
        told::count,
    },
    model::Join,
};

pub(in crate::analysis) fn junctions(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = find_junctions(asking.web());
    let sentence = match found.first() {
        None => "Nowhere yet: no factor has more than one cause.".to_owned(),
        Some((most, number)) => format!(
            "Several causes meet at {}, most at {} with {number}.",
            count(found.len(), "factor"),
            told.quoted(most),
        ),
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
    Answer::new(Question::Junctions, sentence).list("Most causes first", rows.collect())
}
