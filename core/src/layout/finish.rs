//! Finishing: the routes between cards that have their places, in the screen's axes.

use std::collections::BTreeMap;

use crate::model::LinkId;

use super::{
    Layout, Point, Rect, Route, Size,
    detour::detour,
    field::Field,
    passage::passage,
    ports::{Faces, Ports, Wire},
    px,
    route::{direct, mapped, reversed, through_ranks},
    sketch::Sketch,
    web::{Web, turned},
};

/// A curve needs so many px along the flow; with less a polyline is easier to follow.
const LEAST_RUN: f64 = 24.0;

/// Puts the sketches, which have their places, and the pinned cards together.
pub(super) fn finish(web: &Web, sketches: &[Sketch]) -> Layout {
    let cards = rects(web, sketches);
    let field = Field::new(&cards);
    let mut routes: Vec<Option<Route>> = web.arcs.iter().map(|_| None).collect();
    let ways = ways(web, sketches, &cards);
    let wires: Vec<Wire> = ways.iter().map(|way| way.wire).collect();
    let faces = Faces::new(cards.len(), wires);
    let extents = |card: usize| web.bodies[card].across;
    let mut ports = faces.spread(extents);
    faces.lean(extents, |card| cards[card].centre().y, &mut ports);
    let clearance = px::real(web.gaps.link);
    // One component without pins keeps clear of itself.
    let may_meet = sketches.len() > 1 || web.bodies.iter().any(|body| body.pin.is_some());
    for (way, ports) in ways.into_iter().zip(ports) {
        let route = way.route(sketches, &cards, ports);
        let ends = [way.wire.low, way.wire.high];
        let is_sure = way.chain.is_some() && !may_meet;
        routes[way.arc] =
            route.filter(|route| is_sure || field.is_clear(route, ends, clearance / 2.0));
        if routes[way.arc].is_none() {
            routes[way.arc] = around(&field, ends, ports, clearance).map(|route| {
                if web.arcs[way.arc].cause == way.wire.low {
                    route
                } else {
                    reversed(&route)
                }
            });
        }
    }
    let arcs = web.arcs.iter().zip(routes);
    let routes: Vec<Route> = arcs
        .map(|(arc, route)| {
            route.unwrap_or_else(|| detour(&field, arc.cause, arc.effect, clearance))
        })
        .collect();
    let mut layout = layout(web, &cards, &routes);
    layout.passes = passes(web, sketches);
    layout
}

/// The way past the cards between two that one another's far sides see, from the first to the
/// second; with less clearance where it must be.
fn around(field: &Field, ends: [usize; 2], ports: Ports, clearance: f64) -> Option<Route> {
    let (low, high) = (&field.cards[ends[0]], &field.cards[ends[1]]);
    let start = Point::new(low.right(), low.centre().y + ports.low);
    let end = Point::new(high.left, high.centre().y + ports.high);
    if end.x - start.x < LEAST_RUN {
        return None;
    }
    [1.0, 0.5, 0.2].into_iter().find_map(|share| {
        let clearance = clearance * share;
        let route = passage(field.cards, ends, start, end, clearance)?;
        field.is_clear(&route, ends, 0.0).then_some(route)
    })
}

/// How a link that leads with the flow is to go.
struct Way {
    arc: usize,
    wire: Wire,
    /// The sketch and the chain of it, for a link through ranks.
    chain: Option<(usize, usize)>,
    is_turned: bool,
}

impl Way {
    /// The route from cause to effect.
    fn route(&self, sketches: &[Sketch], cards: &[Rect], ports: Ports) -> Option<Route> {
        let route = if let Some((sketch, chain)) = self.chain {
            through_ranks(&sketches[sketch], chain, ports)?
        } else {
            let (low, high) = (&cards[self.wire.low], &cards[self.wire.high]);
            direct(
                Point::new(low.right(), low.centre().y + ports.low),
                Point::new(high.left, high.centre().y + ports.high),
            )
        };
        Some(if self.is_turned {
            reversed(&route)
        } else {
            route
        })
    }
}

/// The ways through the ranks, and those of pinned cards to what lies before or after them.
fn ways(web: &Web, sketches: &[Sketch], cards: &[Rect]) -> Vec<Way> {
    let mut ways = Vec::with_capacity(web.arcs.len());
    let mut is_known = vec![false; web.arcs.len()];
    for (at, sketch) in sketches.iter().enumerate() {
        let wires = super::ports::wires(&sketch.layers, |vertex| sketch.across[vertex]);
        for (chain, mut wire) in wires.into_iter().enumerate() {
            let arc = sketch.component.arcs[chain];
            is_known[arc] = true;
            wire.low = sketch.component.cards[wire.low];
            wire.high = sketch.component.cards[wire.high];
            ways.push(Way {
                arc,
                wire,
                chain: Some((at, chain)),
                is_turned: sketch.turned[chain],
            });
        }
    }
    for (at, arc) in web.arcs.iter().enumerate() {
        if is_known[at] {
            continue;
        }
        let runs = |low: usize, high: usize| cards[high].left - cards[low].right() >= LEAST_RUN;
        let is_turned = runs(arc.effect, arc.cause);
        if !is_turned && !runs(arc.cause, arc.effect) {
            continue;
        }
        let (low, high) = if is_turned {
            (arc.effect, arc.cause)
        } else {
            (arc.cause, arc.effect)
        };
        ways.push(Way {
            arc: at,
            wire: Wire {
                low,
                high,
                leaves_to: px::nearest(cards[high].centre().y),
                arrives_from: px::nearest(cards[low].centre().y),
                is_direct: true,
            },
            chain: None,
            is_turned,
        });
    }
    ways
}

/// Every card's rectangle in the flow's axes; pinned ones to the fraction of a px.
fn rects(web: &Web, sketches: &[Sketch]) -> Vec<Rect> {
    let mut centres: Vec<Point> = web
        .cards
        .iter()
        .map(|card| pinned_at(web, card.pin))
        .collect();
    for sketch in sketches {
        for (local, &card) in sketch.component.cards.iter().enumerate() {
            let centre = sketch.centre(local);
            centres[card] = Point::new(px::real(centre.along), px::real(centre.across));
        }
    }
    let rect = |(card, centre): (&&super::Card, Point)| {
        let size = Point::new(px::sane(card.size.width), px::sane(card.size.height));
        let size = turned(size, web.direction);
        let size = Size {
            width: size.x.max(0.0),
            height: size.y.max(0.0),
        };
        Rect::around(centre, size)
    };
    web.cards.iter().zip(centres).map(rect).collect()
}

fn pinned_at(web: &Web, pin: Option<Point>) -> Point {
    let pin = pin.unwrap_or_default();
    turned(Point::new(px::sane(pin.x), px::sane(pin.y)), web.direction)
}

/// Where each long link passes ranks, for the next drawing to keep.
fn passes(web: &Web, sketches: &[Sketch]) -> BTreeMap<LinkId, Vec<i32>> {
    let mut passes = BTreeMap::new();
    for sketch in sketches {
        for (chain, &arc) in sketch.layers.chains.iter().zip(&sketch.component.arcs) {
            let [_, between @ .., _] = &chain[..] else {
                continue;
            };
            if between.is_empty() {
                continue;
            }
            let height = |&vertex: &usize| i32::try_from(sketch.across[vertex]).unwrap_or(0);
            let heights: Vec<i32> = between.iter().map(height).collect();
            for &edge in &web.edges[arc] {
                passes.insert(edge.clone(), heights.clone());
            }
        }
    }
    passes
}

/// Back to the screen's axes and the identities.
fn layout(web: &Web, cards: &[Rect], routes: &[Route]) -> Layout {
    let upright = |rect: &Rect| {
        let corner = turned(Point::new(rect.left, rect.top), web.direction);
        let size = turned(Point::new(rect.size.width, rect.size.height), web.direction);
        Rect {
            left: corner.x,
            top: corner.y,
            size: Size {
                width: size.x,
                height: size.y,
            },
        }
    };
    let named = web.cards.iter().zip(cards);
    let cards: BTreeMap<_, _> = named
        .map(|(card, rect)| (card.id.clone(), upright(rect)))
        .collect();
    let mut by_link = BTreeMap::new();
    for (edges, route) in web.edges.iter().zip(routes) {
        let route = mapped(route, |point| turned(point, web.direction));
        for &edge in edges {
            by_link.insert(edge.clone(), route.clone());
        }
    }
    Layout {
        bounds: bounds(cards.values(), by_link.values()),
        cards,
        routes: by_link,
        passes: BTreeMap::new(),
    }
}

fn bounds<'a>(
    cards: impl Iterator<Item = &'a Rect>,
    routes: impl Iterator<Item = &'a Route>,
) -> Rect {
    let at = |point: Point| Rect::around(point, Size::default());
    let points = routes.flat_map(|route| route.points().map(at));
    let rects = cards.copied().chain(points);
    rects
        .reduce(|all, rect| all.union(&rect))
        .unwrap_or_default()
}
