//! Rerouting: what becomes of links once cards were moved away from their places in the ranks.

use super::{
    Bend, Leg, Point, Rect, Route,
    detour::detour,
    hits::comes_near,
    ports::Ports,
    px,
    route::reversed,
    web::{Arc, Web},
};

/// A curve needs so many px along the flow; with less a polyline is easier to follow.
const LEAST_RUN: f64 = 24.0;

/// A route touches its own two cards, and may by so many px be within.
const TOUCH: f64 = 1e-3;

/// A link's way through the ranks, from its earlier card to its later one.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) route: Route,
    pub(super) ports: Ports,
    /// Whether the earlier card is the effect.
    pub(super) is_turned: bool,
}

/// The route of every arc, from cause to effect, around all cards. All in the flow's axes.
///
/// A way through the ranks is kept where nothing changed for it, drawn to the new place of an end
/// that moved where that runs into nothing, and given up for a detour otherwise.
pub(super) fn reroute(
    web: &Web,
    cards: &[Rect],
    ways: Vec<Option<Way>>,
    moved: &[usize],
) -> Vec<Route> {
    let mut is_moved = vec![false; cards.len()];
    for &card in moved {
        is_moved[card] = true;
    }
    let field = Field {
        cards,
        moved,
        is_moved,
        clearance: px::real(web.gaps.link),
    };
    let arcs = web.arcs.iter().zip(ways);
    arcs.map(|(arc, way)| {
        let kept = way.and_then(|way| field.keep(arc, way));
        kept.unwrap_or_else(|| detour(cards, arc.cause, arc.effect, field.clearance))
    })
    .collect()
}

/// The cards as they stand now.
struct Field<'a> {
    cards: &'a [Rect],
    moved: &'a [usize],
    is_moved: Vec<bool>,
    clearance: f64,
}

impl Field<'_> {
    /// The way from cause to effect, if it can still be gone.
    fn keep(&self, arc: &Arc, way: Way) -> Option<Route> {
        let (low, high) = if way.is_turned {
            (arc.effect, arc.cause)
        } else {
            (arc.cause, arc.effect)
        };
        let route = if self.is_moved[low] || self.is_moved[high] {
            self.reattached(&way, low, high)?
        } else {
            way.route
        };
        let is_blocked =
            |&card: &usize| comes_near(&route, &self.cards[card], self.clearance / 2.0);
        if self
            .moved
            .iter()
            .filter(|card| ![low, high].contains(card))
            .any(is_blocked)
        {
            return None;
        }
        Some(if way.is_turned {
            reversed(&route)
        } else {
            route
        })
    }

    /// The way with its moved ends at their new places, if no card is close to it.
    fn reattached(&self, way: &Way, low: usize, high: usize) -> Option<Route> {
        let mut route = way.route.clone();
        if self.is_moved[low] {
            let card = &self.cards[low];
            start_from(
                &mut route,
                Point::new(card.right(), card.centre().y + way.ports.low),
            )?;
        }
        if self.is_moved[high] {
            let card = &self.cards[high];
            end_at(
                &mut route,
                Point::new(card.left, card.centre().y + way.ports.high),
            )?;
        }
        let is_clear = self.cards.iter().enumerate().all(|(card, rect)| {
            let margin = if card == low || card == high {
                -TOUCH
            } else {
                self.clearance / 2.0
            };
            !comes_near(&route, rect, margin)
        });
        (is_clear && runs_forward(&route)).then_some(route)
    }
}

/// Replaces the way up to the end of the first curve by a curve from the point.
fn start_from(route: &mut Route, start: Point) -> Option<()> {
    let is_curve = |leg: &Leg| leg.bend == Bend::Smooth;
    let curve = route.legs.iter().position(is_curve);
    route
        .legs
        .drain(..curve.unwrap_or(route.legs.len().checked_sub(1)?));
    route.legs.first_mut()?.bend = Bend::Smooth;
    route.start = start;
    Some(())
}

/// Replaces the way from the start of the last curve on by a curve to the point.
fn end_at(route: &mut Route, end: Point) -> Option<()> {
    let is_curve = |leg: &Leg| leg.bend == Bend::Smooth;
    let curve = route.legs.iter().rposition(is_curve).unwrap_or(0);
    route.legs.truncate(curve + 1);
    *route.legs.last_mut()? = Leg {
        to: end,
        bend: Bend::Smooth,
    };
    Some(())
}

/// Whether no curve is squeezed or leads back.
fn runs_forward(route: &Route) -> bool {
    let starts = route.points();
    let mut legs = starts.zip(&route.legs);
    legs.all(|(from, leg)| leg.bend == Bend::Straight || leg.to.x - from.x >= LEAST_RUN)
}
