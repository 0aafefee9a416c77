//! What the filter and the focus do to the map.

use std::collections::BTreeSet;

use whyweb_core::{
    model::FactorId,
    query::{Sieved, surroundings},
};

use crate::state::{Shown, Stand, Standing, Ui};

/// What does not meet the filter fades or is left out; what lies outside the focus is left out. What
/// is selected is always drawn.
pub fn standing(shown: &Shown, ui: &Ui) -> Standing {
    let sieve = &ui.sieve;
    let around = sieve
        .focus
        .as_ref()
        .map(|focus| surroundings(&shown.graph, &focus.on, focus.steps));
    let passed =
        (!sieve.filter.is_empty()).then(|| sieve.filter.sieve(&shown.incident, &shown.graph));
    let dim = if sieve.hides {
        Stand::Hidden
    } else {
        Stand::FilteredOut
    };
    let factor = |id: &FactorId| {
        if ui.has_factor(id) {
            None
        } else if around.as_ref().is_some_and(|around| !around.contains(id)) {
            Some(Stand::Hidden)
        } else {
            passed
                .as_ref()
                .filter(|passed| !passed.factors.contains(id))
                .map(|_| dim)
        }
    };
    let factors = shown
        .scene
        .cards
        .iter()
        .filter_map(|card| Some((card.id.clone(), factor(&card.id)?)));
    let links = shown.scene.links.iter();
    let out = |passed: &Sieved, id| !passed.links.contains(id);
    let links = links.filter(|link| passed.as_ref().is_some_and(|passed| out(passed, &link.id)));
    Standing {
        factors: factors.collect(),
        links: links
            .map(|link| (link.id.clone(), Stand::FilteredOut))
            .collect(),
    }
}

/// How many of the cards meet the filter and lie within the focus.
pub fn count(shown: &Shown, ui: &Ui) -> usize {
    let out: BTreeSet<FactorId> = standing(shown, ui).factors.into_keys().collect();
    shown
        .scene
        .cards
        .iter()
        .filter(|card| !out.contains(&card.id))
        .count()
}

/// The cards that are not drawn.
pub fn left_out(shown: &Shown, ui: &Ui) -> BTreeSet<FactorId> {
    // While links are tested all of the map is there.
    if ui.testing || !ui.sieve.is_on() {
        return BTreeSet::new();
    }
    let stands = standing(shown, ui).factors.into_iter();
    let hidden = stands.filter(|(_, stand)| *stand == Stand::Hidden);
    hidden.map(|(id, _)| id).collect()
}
