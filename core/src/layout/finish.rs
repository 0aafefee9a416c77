//! Finishing: final places and ways of all components together, in the screen's axes.

use std::collections::BTreeMap;

use super::{
    Layout, Point, Rect, Route, Size,
    detour::{comes_near, detour},
    pack::pack,
    pins::{Settled, settle},
    px,
    route::{mapped, reversed, through_ranks},
    sketch::Sketch,
    web::{Body, Place, Web, turned},
};

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
    let mut routes = vec![None; web.arcs.len()];
    for (sketch, &origin) in sketches.iter().zip(&packing.origins) {
        let by = origin + settled.moved;
        for (arc, route) in layered_routes(web, sketch, by) {
            routes[arc] = Some(route);
        }
    }
    let moved: Vec<usize> = (0..drawn.len())
        .filter(|&card| {
            settled.centres[card] != drawn[card] + settled.moved || web.bodies[card].pin.is_some()
        })
        .collect();
    let routes = around(web, &cards, routes, &moved);
    layout(web, &cards, &routes)
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

/// The ways through the ranks, by arc of the web, from cause to effect.
fn layered_routes(web: &Web, sketch: &Sketch, by: Place) -> impl Iterator<Item = (usize, Route)> {
    let bodies: Vec<Body> = sketch
        .component
        .cards
        .iter()
        .map(|&c| web.bodies[c])
        .collect();
    let (x, y) = (px::real(by.along), px::real(by.across));
    let arcs = sketch.component.arcs.iter().enumerate();
    arcs.filter_map(move |(chain, &arc)| {
        let route = through_ranks(sketch, &bodies, chain)?;
        let route = mapped(&route, |point| Point::new(point.x + x, point.y + y));
        let route = if sketch.turned[chain] {
            reversed(&route)
        } else {
            route
        };
        Some((arc, route))
    })
}

/// Sends links around where a moved card took their end away or stands in their way.
fn around(web: &Web, cards: &[Rect], routes: Vec<Option<Route>>, moved: &[usize]) -> Vec<Route> {
    let mut is_moved = vec![false; cards.len()];
    for &card in moved {
        is_moved[card] = true;
    }
    let clearance = px::real(web.gaps.link);
    let arcs = web.arcs.iter().zip(routes);
    arcs.map(|(arc, route)| {
        let kept = route.filter(|route| {
            let is_blocked = |&card: &usize| comes_near(route, &cards[card], clearance / 2.0);
            !is_moved[arc.cause] && !is_moved[arc.effect] && !moved.iter().any(is_blocked)
        });
        kept.unwrap_or_else(|| detour(cards, arc.cause, arc.effect, clearance))
    })
    .collect()
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
