//! Finishing: final places and ways of all components together, in the screen's axes.

use std::collections::BTreeMap;

use super::{
    Layout, Point, Rect, Route, Size,
    pack::pack,
    pins::{Settled, settle},
    px,
    reroute::{Way, reroute},
    route::{mapped, through_ranks},
    sketch::Sketch,
    web::{Body, Place, Web, turned},
};

/// Differences up to this many px come from rounding.
const ROUNDING: f64 = 1e-6;

/// Puts the sketches and the single cards together.
pub(super) fn finish(web: &Web, sketches: &[Sketch], singles: &[usize]) -> Layout {
    let packing = pack(web, sketches, singles);
    let mut drawn = vec![Place::default(); web.bodies.len()];
    for (sketch, &origin) in sketches.iter().zip(&packing.origins) {
        for (local, &card) in sketch.component.cards.iter().enumerate() {
            drawn[card] = sketch.centre(local) + origin;
        }
    }
    for (&card, &centre) in singles.iter().zip(&packing.singles) {
        drawn[card] = centre;
    }
    let settled = settle(&web.bodies, &drawn, web.gaps.card);
    let cards = rects(web, &settled);
    let mut ways: Vec<Option<Way>> = web.arcs.iter().map(|_| None).collect();
    for (sketch, &origin) in sketches.iter().zip(&packing.origins) {
        for (arc, way) in layered_ways(web, sketch, origin + settled.moved) {
            ways[arc] = Some(way);
        }
    }
    let moved = moved(web, &cards, &drawn, &settled);
    let routes = reroute(web, &cards, ways, &moved);
    layout(web, &cards, &routes)
}

/// The cards that do not stand where the ranks put them.
fn moved(web: &Web, cards: &[Rect], drawn: &[Place], settled: &Settled) -> Vec<usize> {
    let is_moved = |card: &usize| {
        let place = drawn[*card] + settled.moved;
        let is_between_px = web.bodies[*card].pin.is_some() && {
            let centre = cards[*card].centre();
            let (x, y) = (px::real(place.along), px::real(place.across));
            (x - centre.x).abs().max((y - centre.y).abs()) > ROUNDING
        };
        settled.centres[*card] != place || is_between_px
    };
    (0..drawn.len()).filter(is_moved).collect()
}

/// Every card's rectangle in the flow's axes; pinned ones to the fraction of a px.
fn rects(web: &Web, settled: &Settled) -> Vec<Rect> {
    let rect = |(card, centre): (usize, &Place)| {
        let given = web.cards[card];
        let size = turned(
            Point::new(px::sane(given.size.width), px::sane(given.size.height)),
            web.direction,
        );
        let size = Size {
            width: size.x.max(0.0),
            height: size.y.max(0.0),
        };
        let pin = given.pin.filter(|_| web.bodies[card].pin.is_some());
        let centre = match pin {
            Some(pin) => turned(Point::new(px::sane(pin.x), px::sane(pin.y)), web.direction),
            None => Point::new(px::real(centre.along), px::real(centre.across)),
        };
        Rect::around(centre, size)
    };
    settled.centres.iter().enumerate().map(rect).collect()
}

/// The ways through the ranks, by arc of the web.
fn layered_ways(web: &Web, sketch: &Sketch, by: Place) -> Vec<(usize, Way)> {
    let cards = sketch.component.cards.iter();
    let bodies: Vec<Body> = cards.map(|&card| web.bodies[card]).collect();
    let (x, y) = (px::real(by.along), px::real(by.across));
    let arcs = sketch.component.arcs.iter().enumerate();
    let way = |(chain, &arc): (usize, &usize)| {
        let route = through_ranks(sketch, &bodies, chain)?;
        let way = Way {
            route: mapped(&route, |point| Point::new(point.x + x, point.y + y)),
            ports: sketch.ports[chain],
            is_turned: sketch.turned[chain],
        };
        Some((arc, way))
    };
    arcs.filter_map(way).collect()
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
