//! The border of the engine: identities and the screen's axes outside, dense indices and the axes
//! of the flow inside.

use std::{
    collections::BTreeMap,
    ops::{Add, Sub},
};

use super::{Card, Config, Direction, Edge, Point, px};
use crate::model::{FactorId, LinkId};

/// A place in the flow's axes, in whole px: `along` grows from cause to effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    pub(super) along: i64,
    pub(super) across: i64,
}

impl Add for Place {
    type Output = Self;

    fn add(self, by: Self) -> Self {
        Self {
            along: self.along + by.along,
            across: self.across + by.across,
        }
    }
}

impl Sub for Place {
    type Output = Self;

    fn sub(self, by: Self) -> Self {
        Self {
            along: self.along - by.along,
            across: self.across - by.across,
        }
    }
}

/// A card in the flow's axes, sizes rounded up to whole px, at least 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub(super) along: i64,
    pub(super) across: i64,
    pub(super) pin: Option<Place>,
    pub(super) previous: Option<Place>,
    /// When it was so, where that is to count.
    pub(super) time: Option<(i64, i64)>,
}

impl Body {
    /// Half of what it takes up across the flow, rounded up.
    pub(super) fn half(&self) -> i64 {
        (self.across + 1) / 2
    }
}

/// A cause and an effect, as indices of bodies. No two arcs have both in common, and none is a
/// self-loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arc {
    pub(super) cause: usize,
    pub(super) effect: usize,
}

/// The distances of [`Config`] in whole px, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Gaps {
    pub(super) card: i64,
    pub(super) rank: i64,
    pub(super) link: i64,
}

impl Gaps {
    /// The least distance of two cards that were drawn: a link may have passed between them, and
    /// they stay where they are when it is gone.
    pub(super) fn kept(self) -> i64 {
        self.card.min(2 * self.link)
    }
}

/// What is to be drawn.
#[derive(Debug)]
pub(super) struct Web<'a> {
    pub(super) direction: Direction,
    pub(super) gaps: Gaps,
    /// The cards as they came, without those whose identity came before.
    pub(super) cards: Vec<&'a Card>,
    pub(super) bodies: Vec<Body>,
    pub(super) arcs: Vec<Arc>,
    /// The edges that each arc stands for.
    pub(super) edges: Vec<Vec<&'a LinkId>>,
    /// Where each arc last passed the ranks between its ends, from the earlier to the later.
    pub(super) passes: Vec<Vec<i64>>,
}

impl<'a> Web<'a> {
    /// Leaves out what cannot be drawn: self-loops, edges with a missing end, cards named again.
    pub(super) fn new(cards: &'a [Card], edges: &'a [Edge], config: &Config) -> Self {
        let mut web = Self {
            direction: config.direction,
            gaps: Gaps::of(config),
            cards: Vec::with_capacity(cards.len()),
            bodies: Vec::with_capacity(cards.len()),
            arcs: Vec::with_capacity(edges.len()),
            edges: Vec::with_capacity(edges.len()),
            passes: Vec::with_capacity(edges.len()),
        };
        let mut index = BTreeMap::new();
        for card in cards {
            index.entry(&card.id).or_insert_with(|| {
                web.cards.push(card);
                web.bodies.push(body(card, config));
                web.cards.len() - 1
            });
        }
        web.add_arcs(edges, &index);
        web
    }

    /// Whether a person put a card where it is.
    pub(super) fn is_pinned(&self, card: usize) -> bool {
        self.bodies[card].pin.is_some()
    }

    fn add_arcs(&mut self, edges: &'a [Edge], index: &BTreeMap<&FactorId, usize>) {
        let mut known = BTreeMap::new();
        for edge in edges {
            let (Some(&cause), Some(&effect)) = (index.get(&edge.cause), index.get(&edge.effect))
            else {
                continue;
            };
            if cause == effect {
                continue;
            }
            let arc = Arc { cause, effect };
            let at = *known.entry(arc).or_insert_with(|| {
                self.arcs.push(arc);
                self.edges.push(Vec::new());
                let passes = edge.passes.iter().copied().map(i64::from);
                self.passes.push(passes.collect());
                self.arcs.len() - 1
            });
            self.edges[at].push(&edge.id);
        }
    }
}

/// A point of the screen in the flow's axes, and the other way round.
pub(super) fn turned(point: Point, direction: Direction) -> Point {
    match direction {
        Direction::LeftToRight => point,
        Direction::TopToBottom => Point::new(point.y, point.x),
    }
}

/// The nearest whole place of a point of the screen, if it is one.
fn place(point: Point, direction: Direction) -> Option<Place> {
    let point = turned(point, direction);
    (point.x.is_finite() && point.y.is_finite()).then(|| Place {
        along: px::nearest(point.x),
        across: px::nearest(point.y),
    })
}

fn body(card: &Card, config: &Config) -> Body {
    let direction = config.direction;
    let extent = turned(Point::new(card.size.width, card.size.height), direction);
    Body {
        along: px::at_least(extent.x).max(1),
        across: px::at_least(extent.y).max(1),
        pin: card.pin.and_then(|pin| place(pin, direction)),
        previous: card
            .previous
            .and_then(|previous| place(previous, direction)),
        time: card.time.filter(|_| config.by_time),
    }
}
