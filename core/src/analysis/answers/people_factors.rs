//! Which people-factors have no cause behind them?

use crate::analysis::{
    answer::Answer, ask::Asking, completeness::completeness, question::Question,
};

pub(in crate::analysis) fn people_factors(asking: &Asking) -> Answer {
    let told = &asking.told;
    let found = completeness(&told.incident, asking.web()).people_without_cause;
    let sentence = match found.len() {
        0 => "None: behind everything people did the map says something of why.".to_owned(),
        1 => {
            "1 thing people did has nothing behind it: what made it make sense to them?".to_owned()
        }
        several => format!(
            "{several} things people did have nothing behind them: what made them make sense to them?"
        ),
    };
    Answer::new(Question::PeopleFactors, sentence).list("Ask why it made sense", told.rows(&found))
}
