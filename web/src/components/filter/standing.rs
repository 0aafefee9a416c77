//! What the filter and the focus do to the map.

use std::collections::BTreeSet;

use whyweb_core::{
    model::{FactorId, LinkId},
    query::{folded, more_causes, surroundings},
};

use crate::state::{Shown, Stand, Standing, Ui};

/// What does not meet the filter fades or is left out; what lies outside the focus or is folded away
/// is left out. What is selected is always drawn.
pub fn standing(shown: &Shown, ui: &Ui) -> Standing {
    let sieve = &ui.sieve;
    let (incident, graph) = (&shown.incident, &shown.graph);
    let away = away(shown, ui);
    let passed = (!sieve.filter.is_empty()).then(|| sieve.filter.sieve(incident, graph));
    let rest = if sieve.hides {
        Stand::Hidden
    } else {
        Stand::FilteredOut
    };
    let factor = |id: &FactorId| {
        let is_out = passed
            .as_ref()
            .is_some_and(|passed| !passed.factors.contains(id));
        if away.contains(id) {
            Some(Stand::Hidden)
        } else {
            (is_out && !ui.has_factor(id)).then_some(rest)
        }
    };
    let cards = shown.scene.cards.iter().map(|card| &card.id);
    let factors = cards.filter_map(|id| Some((id.clone(), factor(id)?)));
    let links = shown.scene.links.iter().map(|link| &link.id);
    let out = |id: &&LinkId| {
        passed
            .as_ref()
            .is_some_and(|passed| !passed.links.contains(*id))
    };
    let links = links.filter(out).map(|id| (id.clone(), Stand::FilteredOut));
    let mut standing = Standing {
        factors: factors.collect(),
        links: links.collect(),
        more: more_causes(graph, incident, &away),
        drawn: None,
    };
    let mut stands = standing.factors.values();
    if stands.any(|stand| *stand == Stand::Hidden) {
        let drawn = shown.scene.showing(|id| !standing.hides(id));
        standing.drawn = Some(drawn.bounds);
    }
    standing
}

/// What lies outside the focus or is folded away.
fn away(shown: &Shown, ui: &Ui) -> BTreeSet<FactorId> {
    let (incident, graph, sieve) = (&shown.incident, &shown.graph, &ui.sieve);
    let mut away = folded(incident, graph, &sieve.folds);
    if let Some(focus) = &sieve.focus {
        let around = surroundings(graph, &focus.on, focus.steps);
        let outside = incident.factors.keys().filter(|id| !around.contains(*id));
        away.extend(outside.cloned());
    }
    away.retain(|id| !ui.has_factor(id));
    away
}

/// Those of some cards that are folded away.
pub fn folded_away(shown: &Shown, ui: &Ui) -> BTreeSet<FactorId> {
    folded(&shown.incident, &shown.graph, &ui.sieve.folds)
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
    let stands = standing(shown, ui).factors.into_iter();
    let hidden = stands.filter(|(_, stand)| *stand == Stand::Hidden);
    hidden.map(|(id, _)| id).collect()
}
