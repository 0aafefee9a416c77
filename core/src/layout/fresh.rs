//! A component that was never drawn: the passes of layered layout after Sugiyama, Tagawa and Toda
//! 1981, one a line.

use super::{
    acyclic,
    components::Component,
    normalize::Layers,
    order::{self, Order},
    ports::{Faces, Ports, wires},
    position,
    rank::ranks,
    sketch::{Sketch, bands, bodies, times, widths, with_the_flow},
    turns::turn,
    web::{Body, Web},
};

/// Draws a component from the origin on.
pub(super) fn draw(web: &Web, component: Component) -> Sketch {
    let bodies = bodies(web, &component);
    let turned = acyclic::turned(bodies.len(), &component.ends);
    let links = with_the_flow(&component.ends, &turned);
    let extents: Vec<i64> = bodies.iter().map(|body| body.across).collect();
    let layers = Layers::new(ranks(&extents, &links, &times(&bodies)), &links);
    let order = order::search(&layers);
    placed(web, component, bodies, turned, layers, order)
}

/// A component whose order is known, from the origin on.
pub(super) fn placed(
    web: &Web,
    component: Component,
    bodies: Vec<Body>,
    turned: Vec<bool>,
    layers: Layers,
    order: Order,
) -> Sketch {
    let ports = spread_ports(&layers, &order, &bodies);
    let across = position::across(&layers, &order, &bodies, &ports, web.gaps);
    Sketch {
        bands: bands(&widths(&order.ranks, &bodies), web.gaps),
        ranks: order.ranks,
        component,
        bodies,
        turned,
        layers,
        across,
    }
}

/// The ports of every chain, spread evenly.
pub(super) fn spread_ports(layers: &Layers, order: &Order, bodies: &[Body]) -> Vec<Ports> {
    let wires = wires(layers, |vertex| turn(order.position[vertex]));
    Faces::new(bodies.len(), wires).spread(|card| bodies[card].across)
}
