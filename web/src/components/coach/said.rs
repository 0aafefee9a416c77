//! What the coach says of a factor or of words.

use std::collections::BTreeSet;

use whyweb_core::{
    analysis,
    graph::Web,
    model::{Factor, Incident, Label},
    wording::{Coach, ENGLISH, Finding},
};

thread_local! {
    /// Its rules, made ready when they are first needed.
    static COACH: Coach = Coach::of(&ENGLISH);
}

/// What is said first: what a key can take comes before what is only asked.
pub fn first(said: Vec<Finding>) -> Option<Finding> {
    let can_take = |finding: &Finding| !finding.suggestions.is_empty();
    let place = said.iter().position(can_take);
    said.into_iter().nth(place.unwrap_or(0))
}

/// Whether it marks words of a factor.
pub fn marks(factor: &Factor) -> bool {
    COACH.with(|coach| coach.marks(&factor.statement, &factor.dismissed))
}

/// What it says of words as they are typed; `factor` is the one that they are to be of, where it is there.
pub fn of_words(words: &str, factor: Option<&Factor>) -> Vec<Finding> {
    let none = BTreeSet::new();
    let dismissed = factor.map_or(&none, |factor| &factor.dismissed);
    let said = |label: Label| COACH.with(|coach| coach.findings(&label, dismissed));
    Label::new(words).map(said).unwrap_or_default()
}

/// What it says of a factor: of its words, and of what people did while nothing on the map led to it.
pub fn of_factor(factor: &Factor, incident: &Incident) -> Vec<Finding> {
    let mut found = COACH.with(|coach| coach.findings(&factor.statement, &factor.dismissed));
    let category = factor
        .category
        .as_ref()
        .and_then(|id| incident.categories.get(id));
    if category.is_some_and(|category| category.is_about_people()) {
        let without = analysis::people_without_cause(incident, &Web::of(incident));
        if without.contains(&factor.id) {
            found.extend(COACH.with(|coach| coach.without_cause(&factor.dismissed)));
        }
    }
    found
}
