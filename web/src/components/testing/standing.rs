//! What stands out on the map while links are tested.

use std::collections::BTreeMap;

use whyweb_core::{
    document::Selectable,
    model::{FactorId, LinkId},
};

use crate::state::{Shown, Stand, Standing, Ui};

/// The cards and links that are asked about stand out; the rest stands back.
pub fn standing(shown: &Shown, ui: &Ui) -> Standing {
    let (factors, links) = asked(shown, ui);
    if factors.is_empty() {
        return Standing::default();
    }
    let stand = |is_asked: bool| if is_asked { Stand::Asked } else { Stand::Aside };
    let scene = &shown.scene;
    Standing {
        drawn: None,
        more: BTreeMap::new(),
        factors: scene
            .cards
            .iter()
            .map(|card| (card.id.clone(), stand(factors.contains(&card.id))))
            .collect(),
        links: scene
            .links
            .iter()
            .map(|link| (link.id.clone(), stand(links.contains(&link.id))))
            .collect(),
    }
}

/// A link with its two ends, or an effect with all its causes.
pub fn asked(shown: &Shown, ui: &Ui) -> (Vec<FactorId>, Vec<LinkId>) {
    match ui.selection.first() {
        Some(Selectable::Link(id)) => {
            let link = shown.incident.links.get(id);
            let ends = link.map(|link| vec![link.cause.clone(), link.effect.clone()]);
            (ends.unwrap_or_default(), vec![id.clone()])
        }
        Some(Selectable::Factor(id)) => {
            let causes = shown.graph.causes(id);
            let links = causes.iter().map(|(_, edge)| edge.id.clone()).collect();
            let causes = causes.into_iter().map(|(cause, _)| cause.clone());
            (causes.chain([id.clone()]).collect(), links)
        }
        _ => (Vec::new(), Vec::new()),
    }
}
