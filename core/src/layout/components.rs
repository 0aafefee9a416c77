//! The parts of the web that no link connects, pinned cards left out: they have their places, and
//! their links go by where they are, not by ranks.

use petgraph::unionfind::UnionFind;

use super::web::{Arc, Web};

/// One connected part, its cards numbered anew from 0.
#[derive(Debug)]
pub(super) struct Component {
    /// The body of the web that each card is, in the web's order.
    pub(super) cards: Vec<usize>,
    /// The arc of the web that each of `ends` is.
    pub(super) arcs: Vec<usize>,
    /// Cause and effect, as indices of `cards`.
    pub(super) ends: Vec<(usize, usize)>,
}

/// The connected parts in the order of their first cards. O((cards + arcs) α(cards)).
pub(super) fn components(web: &Web) -> Vec<Component> {
    let mut sets = UnionFind::<usize>::new(web.bodies.len());
    let is_free = |arc: &&Arc| {
        [arc.cause, arc.effect]
            .iter()
            .all(|&card| !web.is_pinned(card))
    };
    for arc in web.arcs.iter().filter(is_free) {
        sets.union(arc.cause, arc.effect);
    }
    let labels = sets.into_labeling();
    let mut component_of = vec![usize::MAX; labels.len()];
    let mut local = vec![0; labels.len()];
    let mut components: Vec<Component> = Vec::new();
    for (card, &label) in labels.iter().enumerate() {
        if web.is_pinned(card) {
            continue;
        }
        if component_of[label] == usize::MAX {
            component_of[label] = components.len();
            components.push(Component {
                cards: Vec::new(),
                arcs: Vec::new(),
                ends: Vec::new(),
            });
        }
        let component = &mut components[component_of[label]];
        local[card] = component.cards.len();
        component.cards.push(card);
    }
    let arcs = web.arcs.iter().enumerate();
    for (index, arc) in arcs.filter(|(_, arc)| is_free(arc)) {
        let component = &mut components[component_of[labels[arc.cause]]];
        component.arcs.push(index);
        component.ends.push((local[arc.cause], local[arc.effect]));
    }
    components
}
