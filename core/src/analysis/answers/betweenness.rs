//! Which factors do many short routes pass?

use crate::analysis::{
    answer::Answer, ask::Asking, betweenness::betweenness as find, question::Question,
    reach::untested_into, told::count,
};

/// More is a list nobody reads.
const MOST: usize = 10;

pub(in crate::analysis) fn betweenness(asking: &Asking) -> Answer {
    let told = &asking.told;
    let mut found: Vec<_> = find(asking.web()).into_iter().collect();
    found.retain(|(_, passes)| *passes > 0.0);
    // Identity order stays among equals.
    found.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let passed = found.len();
    found.truncate(MOST);
    let sentence = match found.first() {
        None => "No factor lies between two others.".to_owned(),
        Some((most, _)) => format!(
            "Short routes between other factors pass {}, most of all {}.",
            count(passed, "factor"),
            told.quoted(most)
        ),
    };
    let rows = found.iter();
    let rows = rows.map(|(factor, passes)| told.row(factor, format!("{passes:.1}")));
    let bound = (passed > MOST).then(|| format!("The first {MOST} of {passed} are listed."));
    Answer::new(Question::Betweenness, sentence)
        .list("Most first, in routes between two others", rows.collect())
        .bounded(bound)
        .resting_on(untested_into(asking.web(), |_| true))
}
