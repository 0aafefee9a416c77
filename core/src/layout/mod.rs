//! Where the cards go and how the links run: layered layout after Sugiyama, Tagawa and Toda
//! (*Methods for visual understanding of hierarchical system structures*, IEEE TSMC 1981).
//!
//! Same input, same bytes: no clock, no randomness, no platform-dependent function.

use std::collections::BTreeMap;

use crate::model::{Density, FactorId, LinkId};

mod acyclic;
mod adjacency;
mod apart;
mod components;
mod density;
mod detour;
mod field;
mod finish;
mod fresh;
mod geometry;
mod hits;
mod keep;
mod network_simplex;
mod normalize;
mod order;
mod pack;
mod passage;
mod place;
mod ports;
mod position;
mod px;
mod rank;
mod respace;
mod route;
mod sketch;
mod time_order;
mod turns;
mod visibility;
mod web;

pub use geometry::{Point, Rect, Size};

/// Places every card and routes every link.
///
/// A card that was drawn before stays where it was, as far as the links and the other cards allow;
/// a new one is fitted in next to what it is linked to. Without anything drawn before the whole is
/// laid out anew.
///
/// Never fails: an edge with an end that is no card, or that leads from a card to itself, gets no
/// route; edges between the same two cards in the same direction share one. Of cards with the same
/// identity only the first is drawn. A link leads from the edge of its cause's card to the edge of
/// its effect's, and through no other card; cards do not overlap, except pinned ones that a person
/// put onto one another.
///
/// With another density than before the order of the cards stays and the distances change.
///
/// Feeding a drawing back in, the centres of its cards as [`Card::previous`] and the passes of its
/// links as [`Edge::passes`], gives the same drawing.
pub fn layout(cards: &[Card], edges: &[Edge], config: &Config) -> Layout {
    let web = web::Web::new(cards, edges, config);
    let was_drawn = |part: &components::Component| {
        let mut cards = part.cards.iter();
        cards.any(|&card| web.bodies[card].previous.is_some())
    };
    let (drawn, new): (Vec<_>, Vec<_>) = largest_first(&web).into_iter().partition(was_drawn);
    let mut taken = apart::Taken::by_pins(&web);
    let mut sketches = Vec::with_capacity(drawn.len() + new.len());
    if let Some(was) = web::Gaps::before(config) {
        for mut sketch in respace::draw(&web, drawn, was) {
            taken.add(&mut sketch);
            sketches.push(sketch);
        }
    } else {
        for part in drawn {
            let mut sketch = keep::draw(&web, part, taken.is_empty());
            taken.add(&mut sketch);
            sketches.push(sketch);
        }
    }
    let mut fresh: Vec<_> = new
        .into_iter()
        .map(|part| fresh::draw(&web, part))
        .collect();
    place::place(&web, &mut fresh, &taken, &place::singles(sketches.iter()));
    for mut sketch in fresh {
        taken.add(&mut sketch);
        sketches.push(sketch);
    }
    finish::finish(&web, &sketches)
}

/// The parts of the web, so that what is small makes way for what is large.
fn largest_first(web: &web::Web) -> Vec<components::Component> {
    let mut parts = components::components(web);
    parts.sort_by_key(|part| std::cmp::Reverse(part.cards.len()));
    parts
}

/// Which way causes flow into their effects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// Causes on the left, the outcome on the right.
    #[default]
    LeftToRight,
    /// Causes at the top, the outcome at the bottom.
    TopToBottom,
}

/// The distances a drawing keeps, in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Config {
    /// Which way causes flow.
    pub direction: Direction,
    /// Between two cards of one rank, at least.
    pub card_gap: f64,
    /// Between two ranks, at least; links bend only in this gap.
    pub rank_gap: f64,
    /// Between a link and a card it passes, at least.
    pub link_gap: f64,
    /// The density that the previous places were drawn at, where it was another: the cards keep
    /// their ranks and their order, and get the new distances.
    pub drawn_at: Option<Density>,
    /// Whether no card that is known to be later stands in a rank before an earlier one, where
    /// links allow it.
    pub by_time: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self::of(Direction::default(), Density::default())
    }
}

/// A card to place.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The factor it shows.
    pub id: FactorId,
    /// How large it is.
    pub size: Size,
    /// Where its centre must be, if a person put it there.
    pub pin: Option<Point>,
    /// Where its centre was last drawn, if it was.
    pub previous: Option<Point>,
    /// When what it shows was so, if that is known: the first and the last millisecond it may mean.
    /// One time is before another that begins after it has ended. Counts with [`Config::by_time`].
    pub time: Option<(i64, i64)>,
}

/// A link to route, from cause to effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// The link it shows.
    pub id: LinkId,
    /// Where it starts.
    pub cause: FactorId,
    /// Where it ends.
    pub effect: FactorId,
    /// Where it was last drawn, as [`Layout::passes`] says; empty where it was not, or passed no rank.
    pub passes: Vec<i32>,
}

/// How one stretch of a route is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bend {
    /// A straight line.
    Straight,
    /// An S: a cubic Bézier curve that leaves and arrives along the direction of flow, its control
    /// points halfway between its ends in that direction. It stays within the rectangle that its
    /// ends span, and enters no card.
    Smooth,
}

/// One stretch of a route.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Where it ends.
    pub to: Point,
    /// How it gets there.
    pub bend: Bend,
}

/// The way of one link, from the edge of its cause's card to the edge of its effect's.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Where it leaves the cause's card.
    pub start: Point,
    /// Its stretches; at least one.
    pub legs: Vec<Leg>,
}

impl Route {
    /// All points it passes, the ends among them.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        std::iter::once(self.start).chain(self.legs.iter().map(|leg| leg.to))
    }
}

/// A finished drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Every card, by the factor it shows.
    pub cards: BTreeMap<FactorId, Rect>,
    /// Every link's route.
    pub routes: BTreeMap<LinkId, Route>,
    /// How far across the flow each long link passes the ranks between its cards, in the order of
    /// the flow, in whole px.
    pub passes: BTreeMap<LinkId, Vec<i32>>,
    /// The smallest rectangle that holds it all; empty without cards.
    pub bounds: Rect,
}
