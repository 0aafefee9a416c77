//! Webs to draw: random ones for the laws, regular ones for the worst cases.

use proptest::prelude::*;
use whyweb_core::layout::{Card, Config, Direction, Edge, Layout, Point, Rect, Size};

/// Everything `layout` is given.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) cards: Vec<Card>,
    pub(crate) edges: Vec<Edge>,
    pub(crate) config: Config,
}

impl Case {
    /// The same, as drawn: the places of the cards, and the passes of the links.
    pub(crate) fn after(&self, drawing: &Layout) -> Self {
        let mut case = self.clone();
        for card in &mut case.cards {
            card.previous = drawing.cards.get(&card.id).map(Rect::centre);
        }
        for edge in &mut case.edges {
            edge.passes = drawing.passes.get(&edge.id).cloned().unwrap_or_default();
        }
        case
    }
}

pub(crate) fn card(number: usize, height: f64) -> Card {
    Card {
        id: format!("f{number}").parse().unwrap(),
        size: Size {
            width: 224.0,
            height,
        },
        pin: None,
        previous: None,
        time: None,
    }
}

pub(crate) fn edge(number: usize, cause: usize, effect: usize) -> Edge {
    Edge {
        id: format!("l{number}").parse().unwrap(),
        cause: format!("f{cause}").parse().unwrap(),
        effect: format!("f{effect}").parse().unwrap(),
        passes: Vec::new(),
    }
}

/// A web without pins, all cards of one size.
pub(crate) fn regular(cards: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Case {
    let links = links.into_iter().enumerate();
    Case {
        cards: (0..cards).map(|number| card(number, 76.0)).collect(),
        edges: links.map(|(number, (a, b))| edge(number, a, b)).collect(),
        config: Config::default(),
    }
}

fn configs() -> impl Strategy<Value = Config> {
    let direction = prop_oneof![
        2 => Just(Direction::LeftToRight),
        1 => Just(Direction::TopToBottom)
    ];
    (direction, 20_u8..60, 30_u8..100, 4_u8..12).prop_map(|(direction, card, rank, link)| Config {
        direction,
        card_gap: card.into(),
        rank_gap: rank.into(),
        link_gap: link.into(),
        ..Config::default()
    })
}

/// Webs with cycles, self-loops, parallel links, links to nowhere, single cards and cards of
/// different heights; sparse and dense.
pub(crate) fn webs() -> impl Strategy<Value = Case> {
    let sizes = prop_oneof![6 => 1_usize..14, 3 => 10_usize..40, 1 => 30_usize..70];
    sizes
        .prop_flat_map(|many| {
            let heights = prop::collection::vec(58_u8..=112, many);
            // One end may be the card after the last, which is not there.
            let ends = (0..=many, 0..=many);
            let links = prop::collection::vec(ends, 0..=many * 9 / 5);
            (heights, links, configs())
        })
        .prop_map(|(heights, links, config)| {
            let heights = heights.into_iter().enumerate();
            let links = links.into_iter().enumerate();
            Case {
                cards: heights
                    .map(|(number, height)| card(number, height.into()))
                    .collect(),
                edges: links.map(|(number, (a, b))| edge(number, a, b)).collect(),
                config,
            }
        })
}

/// Webs of which some cards were drawn before, anywhere.
pub(crate) fn webs_drawn_before() -> impl Strategy<Value = Case> {
    (
        webs(),
        prop::collection::vec(prop::option::weighted(0.7, places()), 70),
    )
        .prop_map(|(mut case, places)| {
            for (card, place) in case.cards.iter_mut().zip(places) {
                card.previous = place;
            }
            case
        })
}

/// Webs of which some cards are pinned, and some were drawn before.
pub(crate) fn webs_with_pins() -> impl Strategy<Value = Case> {
    let pins = prop::collection::vec(prop::option::weighted(0.15, places()), 70);
    (webs_drawn_before(), pins).prop_map(|(mut case, pins)| {
        for (card, pin) in case.cards.iter_mut().zip(pins) {
            card.pin = pin;
        }
        case
    })
}

fn places() -> impl Strategy<Value = Point> {
    (-4000_i32..12000, -4000_i32..12000)
        .prop_map(|(x, y)| Point::new(f64::from(x) / 8.0, f64::from(y) / 8.0))
}
