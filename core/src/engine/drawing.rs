//! The layout, made again only when the sizes, the links or the pins it was made for change.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    layout::{Card, Config, Direction, Edge, Layout, Point, layout},
    model::{FactorId, Incident, Link, Position},
    scene::CardContent,
};

#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) config: Config,
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    cards: Vec<Card>,
    edges: Vec<Edge>,
    layout: Arc<Layout>,
}

impl Drawing {
    /// Forgets the last layout, so that the next one starts from nothing but the pins.
    pub(super) fn forget(&mut self) {
        self.made = None;
    }

    pub(super) fn of(
        &mut self,
        incident: &Incident,
        contents: &BTreeMap<FactorId, Arc<CardContent>>,
    ) -> Arc<Layout> {
        let drawn = self.made.as_ref().map(|made| &*made.layout);
        let cards = cards(incident, contents, self.config.direction, drawn);
        let edges = edges(incident, self.config.direction, drawn);
        let layout = match &self.made {
            Some(made) if same_edges(&made.edges, &edges) && same_cards(&made.cards, &cards) => {
                Arc::clone(&made.layout)
            }
            _ => Arc::new(layout(&cards, &edges, &self.config)),
        };
        self.made = Some(Made {
            cards,
            edges,
            layout: Arc::clone(&layout),
        });
        layout
    }
}

pub(super) fn cards(
    incident: &Incident,
    contents: &BTreeMap<FactorId, Arc<CardContent>>,
    direction: Direction,
    drawn: Option<&Layout>,
) -> Vec<Card> {
    // Places belong to the usual direction; they say nothing about the other.
    let placed = |place: Option<Position>| match direction {
        Direction::LeftToRight => place.map(|place| Point::new(place.x, place.y)),
        Direction::TopToBottom => None,
    };
    // What is on screen counts as drawn even where the document does not say so.
    let on_screen = |id: &FactorId| Some(drawn?.cards.get(id)?.centre());
    let factors = incident.factors_in_order().into_iter();
    factors
        .filter_map(|factor| {
            Some(Card {
                id: factor.id.clone(),
                size: contents.get(&factor.id)?.size(),
                pin: placed(factor.pin),
                previous: placed(incident.positions.get(&factor.id).copied())
                    .or_else(|| on_screen(&factor.id)),
            })
        })
        .collect()
}

pub(super) fn edges(
    incident: &Incident,
    direction: Direction,
    drawn: Option<&Layout>,
) -> Vec<Edge> {
    let kept = |link: &Link| match direction {
        Direction::LeftToRight => Some(incident.passes.get(&link.id)?.heights().to_vec()),
        Direction::TopToBottom => None,
    };
    let on_screen = |link: &Link| drawn?.passes.get(&link.id).cloned();
    let passes = |link: &Link| kept(link).or_else(|| on_screen(link)).unwrap_or_default();
    let links = incident.links_in_order().into_iter();
    links
        .map(|link| Edge {
            id: link.id.clone(),
            cause: link.cause.clone(),
            effect: link.effect.clone(),
            passes: passes(link),
        })
        .collect()
}

/// Whether a layout of the one is a layout of the other. The last places are passed over: the
/// layout's own law says that they lead to the same layout again.
fn same_cards(known: &[Card], now: &[Card]) -> bool {
    known.len() == now.len()
        && known
            .iter()
            .zip(now)
            .all(|(a, b)| (&a.id, a.size, a.pin) == (&b.id, b.size, b.pin))
}

/// The same for links.
fn same_edges(known: &[Edge], now: &[Edge]) -> bool {
    known.len() == now.len()
        && known
            .iter()
            .zip(now)
            .all(|(a, b)| (&a.id, &a.cause, &a.effect) == (&b.id, &b.cause, &b.effect))
}
