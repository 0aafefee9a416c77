//! A drawing as `whyweb layout --json` prints it.

use serde::Serialize;
use whyweb_core::{
    layout::{Bend, Config, Direction, Edge, Layout, Point, Rect, Route},
    model::FactorId,
};

/// In px at zoom 1, x to the right and y down.
#[derive(Debug, Serialize)]
pub(crate) struct Drawing<'a> {
    nodes: Vec<Node<'a>>,
    edges: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Node<'a> {
    id: &'a str,
    /// Of the centre.
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    source: &'a str,
    target: &'a str,
    points: Vec<[f64; 2]>,
}

/// Each curve becomes so many straight pieces.
pub(crate) fn drawing<'a>(
    layout: &'a Layout,
    edges: &'a [Edge],
    config: &Config,
    pieces: u32,
) -> Drawing<'a> {
    let node = |(id, card): (&'a FactorId, &Rect)| {
        let Point { x, y } = card.centre();
        Node {
            id: id.as_str(),
            x,
            y,
            width: card.size.width,
            height: card.size.height,
        }
    };
    let line = |edge: &'a Edge| {
        let route = layout.routes.get(&edge.id)?;
        Some(Line {
            source: edge.cause.as_str(),
            target: edge.effect.as_str(),
            points: points(route, config.direction, pieces),
        })
    };
    Drawing {
        nodes: layout.cards.iter().map(node).collect(),
        edges: edges.iter().filter_map(line).collect(),
    }
}

fn points(route: &Route, flow: Direction, pieces: u32) -> Vec<[f64; 2]> {
    let mut points = vec![[route.start.x, route.start.y]];
    let mut from = route.start;
    for leg in &route.legs {
        if leg.bend == Bend::Smooth {
            for piece in 1..pieces {
                let at = on_the_curve(from, leg.to, flow, f64::from(piece) / f64::from(pieces));
                points.push([at.x, at.y]);
            }
        }
        points.push([leg.to.x, leg.to.y]);
        from = leg.to;
    }
    points
}

/// The point at `t`, from 0 to 1, of a [`Bend::Smooth`]: a Bézier curve whose control points lie
/// halfway along the flow, one at each end's own place across it.
fn on_the_curve(from: Point, to: Point, flow: Direction, t: f64) -> Point {
    let u = 1.0 - t;
    let (early, late) = (3.0 * u * u * t, 3.0 * u * t * t);
    // Across the flow the control points are the ends themselves; along it both are the middle.
    let across = |a: f64, b: f64| (u * u * u + early) * a + (late + t * t * t) * b;
    let along =
        |a: f64, b: f64| u * u * u * a + (early + late) * f64::midpoint(a, b) + t * t * t * b;
    match flow {
        Direction::LeftToRight => Point::new(along(from.x, to.x), across(from.y, to.y)),
        Direction::TopToBottom => Point::new(across(from.x, to.x), along(from.y, to.y)),
    }
}
