//! Passages: the way of a link that has no ranks to go through, past whatever stands between.
//!
//! The cards between the two ends form walls across the flow, each with openings. The way passes
//! every wall straight, by one of its openings, and changes its height only between walls, like the
//! links that go through ranks. Which openings: a shortest path through the walls by dynamic
//! programming (Bellman 1957), O(cards log cards + walls × openings²).

use super::{Point, Rect, Route, px, route::Pen, turns::by_turn};

/// Two walls closer than this, in px, are one: a curve needs room.
const LEAST_RUN: f64 = 24.0;

/// Rounds in which heights are drawn level with those before and after.
const ROUNDS: usize = 6;

/// Cards without room between them along the flow.
#[derive(Debug)]
struct Wall {
    start: f64,
    end: f64,
    /// Where one can pass, ascending; the first and the last have no end.
    openings: Vec<Opening>,
}

#[derive(Debug, Clone, Copy)]
struct Opening {
    top: f64,
    bottom: f64,
}

/// The way with the flow from `start` to `end`, keeping `clearance` px from the cards; `None` where
/// one end stands within a wall that is closed there.
///
/// `ends` are the cards it belongs to.
pub(super) fn passage(
    cards: &[Rect],
    ends: [usize; 2],
    start: Point,
    end: Point,
    clearance: f64,
) -> Option<Route> {
    let between = |card: &usize| {
        let rect = &cards[*card];
        !ends.contains(card) && rect.right() > start.x && rect.left < end.x
    };
    let between: Vec<Rect> = (0..cards.len())
        .filter(between)
        .map(|card| cards[card])
        .collect();
    let walls = walls(&between, clearance, start.x, end.x);
    let heights = heights(&walls, start, end)?;
    let mut pen = Pen::at(start);
    for (wall, &height) in walls.iter().zip(&heights) {
        let from = wall.start.max(start.x);
        if from <= start.x {
            // It begins within the wall, and so at its own height.
            if (height - start.y).abs() > f64::EPSILON {
                return None;
            }
        } else {
            pen.curve_to(Point::new(from, height));
        }
        pen.straight_to(wall.end.min(end.x));
    }
    match walls.last() {
        Some(last) if last.end >= end.x => {
            let height = heights.last().copied().unwrap_or(end.y);
            ((height - end.y).abs() <= f64::EPSILON).then(|| pen.finish())
        }
        _ => {
            pen.curve_to(end);
            Some(pen.finish())
        }
    }
}

/// The walls that cards make, in the order of the flow.
fn walls(cards: &[Rect], clearance: f64, start: f64, end: f64) -> Vec<Wall> {
    let order = by_turn(cards.len(), |card| px::nearest(cards[card].left * 8.0));
    let mut groups: Vec<(f64, f64, Vec<Rect>)> = Vec::new();
    for card in order.into_iter().map(|card| cards[card]) {
        match groups.last_mut() {
            Some((_, reach, members)) if card.left < *reach + LEAST_RUN => {
                *reach = reach.max(card.right());
                members.push(card);
            }
            _ => groups.push((card.left, card.right(), vec![card])),
        }
    }
    let wall = |(left, right, members): (f64, f64, Vec<Rect>)| Wall {
        // Too close to an end to bend there: the wall reaches up to it.
        start: if left - start < LEAST_RUN {
            start
        } else {
            left
        },
        end: if end - right < LEAST_RUN { end } else { right },
        openings: openings(&members, clearance),
    };
    groups.into_iter().map(wall).collect()
}

/// Where cards leave room for a line and its clearance.
fn openings(cards: &[Rect], clearance: f64) -> Vec<Opening> {
    let mut openings = Vec::with_capacity(cards.len() + 1);
    let mut top = f64::NEG_INFINITY;
    for card in by_turn(cards.len(), |card| px::nearest(cards[card].top * 8.0)) {
        let bottom = cards[card].top - clearance;
        if bottom >= top {
            openings.push(Opening { top, bottom });
        }
        top = top.max(cards[card].bottom() + clearance);
    }
    openings.push(Opening {
        top,
        bottom: f64::INFINITY,
    });
    openings
}

/// How high to pass each wall.
fn heights(walls: &[Wall], start: Point, end: Point) -> Option<Vec<f64>> {
    let line = |at: f64| start.y + (end.y - start.y) * (at - start.x) / (end.x - start.x).max(1.0);
    // By wall and opening: the height, the way there, and the opening before.
    let mut steps: Vec<Vec<(f64, f64, usize)>> = Vec::with_capacity(walls.len());
    for wall in walls {
        let wanted = if wall.start <= start.x {
            start.y
        } else if wall.end >= end.x {
            end.y
        } else {
            line(f64::midpoint(wall.start, wall.end))
        };
        let step = |opening: &Opening| {
            let height = wanted.clamp(opening.top, opening.bottom);
            let ways = match steps.last() {
                None => vec![(start.y - height).abs()],
                Some(before) => before
                    .iter()
                    .map(|(from, way, _)| way + (from - height).abs())
                    .collect(),
            };
            let least = (0..ways.len()).min_by(|&a, &b| ways[a].total_cmp(&ways[b]));
            let before = least.unwrap_or(0);
            (height, ways.get(before).copied().unwrap_or(0.0), before)
        };
        let step: Vec<(f64, f64, usize)> = wall.openings.iter().map(step).collect();
        steps.push(step);
    }
    let last = steps.last().map_or(&[][..], |step| &step[..]);
    let total = |at: usize| last[at].1 + (last[at].0 - end.y).abs();
    let mut at = (0..last.len())
        .min_by(|&a, &b| total(a).total_cmp(&total(b)))
        .unwrap_or(0);
    let mut chosen = vec![at; walls.len()];
    for wall in (0..walls.len()).rev() {
        chosen[wall] = at;
        at = steps[wall].get(at)?.2;
    }
    let mut heights: Vec<f64> = (0..walls.len())
        .map(|wall| steps[wall][chosen[wall]].0)
        .collect();
    for _ in 0..ROUNDS {
        for wall in 0..walls.len() {
            if walls[wall].start <= start.x || walls[wall].end >= end.x {
                continue;
            }
            let before = wall
                .checked_sub(1)
                .map_or(start.y, |before| heights[before]);
            let after = heights.get(wall + 1).copied().unwrap_or(end.y);
            let opening = walls[wall].openings[chosen[wall]];
            let level = f64::midpoint(before, after);
            heights[wall] = level.clamp(opening.top, opening.bottom);
        }
    }
    Some(heights)
}
