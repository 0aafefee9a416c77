//! The layout, made again only when the sizes, the links or the pins it was made for change.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    layout::{Card, Config, Direction, Edge, Layout, Point, layout},
    model::{Density, FactorId, Incident, Link, Position, When},
    scene::CardContent,
};

#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) direction: Direction,
    made: Option<Made>,
}

#[derive(Debug)]
struct Made {
    config: Config,
    cards: Vec<Card>,
    edges: Vec<Edge>,
    layout: Arc<Layout>,
}

impl Drawing {
    /// Forgets the last layout, so that the next one starts from nothing but the pins.
    pub(super) fn forget(&mut self) {
        self.made = None;
    }

    /// The layout of an incident whose places are from a drawing at that density.
    pub(super) fn of(
        &mut self,
        incident: &Incident,
        contents: &BTreeMap<FactorId, Arc<CardContent>>,
        drawn_at: Density,
    ) -> Arc<Layout> {
        let config = config(incident, self.direction, drawn_at);
        let drawn = self.made.as_ref().map(|made| &*made.layout);
        let cards = cards(incident, contents, self.direction, drawn);
        let edges = edges(incident, self.direction, drawn);
        let is_same = |made: &&Made| {
            made.config == config
                && same_edges(&made.edges, &edges)
                && same_cards(&made.cards, &cards, config.by_time)
        };
        let layout = match self.made.as_ref().filter(is_same) {
            Some(made) => Arc::clone(&made.layout),
            None => Arc::new(layout(&cards, &edges, &config)),
        };
        self.made = Some(Made {
            config: Config {
                drawn_at: Some(incident.density),
                ..config
            },
            cards,
            edges,
            layout: Arc::clone(&layout),
        });
        layout
    }

    /// The layout with causes on the left, which the places in the document belong to; nothing of
    /// it is remembered.
    pub(super) fn left_to_right(
        incident: &Incident,
        contents: &BTreeMap<FactorId, Arc<CardContent>>,
        drawn_at: Density,
    ) -> Layout {
        let direction = Direction::LeftToRight;
        let cards = cards(incident, contents, direction, None);
        let edges = edges(incident, direction, None);
        layout(&cards, &edges, &config(incident, direction, drawn_at))
    }
}

/// How an incident asks to be laid out.
pub(super) fn config(incident: &Incident, direction: Direction, drawn_at: Density) -> Config {
    Config {
        drawn_at: Some(drawn_at),
        by_time: incident.by_time,
        ..Config::of(direction, incident.density)
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
                time: factor.time.map(When::span),
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
fn same_cards(known: &[Card], now: &[Card], by_time: bool) -> bool {
    let is_same = |(a, b): (&Card, &Card)| {
        (&a.id, a.size, a.pin) == (&b.id, b.size, b.pin) && (!by_time || a.time == b.time)
    };
    known.len() == now.len() && known.iter().zip(now).all(is_same)
}

/// The same for links.
fn same_edges(known: &[Edge], now: &[Edge]) -> bool {
    known.len() == now.len()
        && known
            .iter()
            .zip(now)
            .all(|(a, b)| (&a.id, &a.cause, &a.effect) == (&b.id, &b.cause, &b.effect))
}
