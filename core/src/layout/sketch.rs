//! One component drawn by itself, from cycle removal to coordinates.

use super::{
    acyclic,
    components::Component,
    normalize::Layers,
    order::Order,
    ports::{Faces, Ports},
    position,
    rank::ranks,
    stable,
    web::{Body, Gaps, Place, Web},
};

/// The stretch along the flow that a rank's cards stand in, in whole px.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Band {
    pub(super) start: i64,
    pub(super) end: i64,
}

impl Band {
    pub(super) fn middle(self) -> i64 {
        i64::midpoint(self.start, self.end)
    }
}

/// A component drawn from the origin on.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) component: Component,
    /// Whether each chain is walked from effect to cause.
    pub(super) turned: Vec<bool>,
    pub(super) layers: Layers,
    pub(super) ports: Vec<Ports>,
    pub(super) bands: Vec<Band>,
    /// The centre across the flow of each vertex.
    pub(super) across: Vec<i64>,
    /// How far it reaches.
    pub(super) size: Place,
}

impl Sketch {
    /// The passes of layered layout, one a line.
    pub(super) fn new(web: &Web, component: Component) -> Self {
        let bodies: Vec<Body> = component.cards.iter().map(|&c| web.bodies[c]).collect();
        let turned = acyclic::turned(bodies.len(), &component.ends);
        let links = with_the_flow(&component.ends, &turned);
        let extents: Vec<i64> = bodies.iter().map(|body| body.across).collect();
        let layers = Layers::new(ranks(&extents, &links), &links);
        let across = |order: &Order, ports: &[Ports]| {
            position::across(&layers, order, &bodies, ports, web.gaps)
        };
        let length = |order: &Order| {
            let ports = Faces::new(&layers, order).spread(&bodies, layers.chains.len());
            position::slant(&layers, &ports, &across(order, &ports))
        };
        let order = stable::order(&layers, &bodies, length);
        let faces = Faces::new(&layers, &order);
        let mut ports = faces.spread(&bodies, layers.chains.len());
        let across = across(&order, &ports);
        faces.lean(&layers, &bodies, &across, &mut ports);
        let bands = bands(&order, &bodies, web.gaps);
        let bottom = |(vertex, at): (usize, &i64)| {
            at + bodies.get(vertex).map_or(0, |body| (body.across + 1) / 2)
        };
        let size = Place {
            along: bands.last().map_or(0, |band| band.end),
            across: across.iter().enumerate().map(bottom).max().unwrap_or(0),
        };
        Self {
            component,
            turned,
            layers,
            ports,
            bands,
            across,
            size,
        }
    }

    /// The centre of a card, by its number in the component.
    pub(super) fn centre(&self, card: usize) -> Place {
        Place {
            along: self.bands[self.layers.rank[card]].middle(),
            across: self.across[card],
        }
    }
}

fn with_the_flow(ends: &[(usize, usize)], turned: &[bool]) -> Vec<(usize, usize)> {
    let turn = |(&(cause, effect), &turned): (&(usize, usize), &bool)| {
        if turned {
            (effect, cause)
        } else {
            (cause, effect)
        }
    };
    ends.iter().zip(turned).map(turn).collect()
}

/// The bands of the ranks, each as wide as its widest card and even, so that its middle is whole.
fn bands(order: &Order, bodies: &[Body], gaps: Gaps) -> Vec<Band> {
    let mut start = 0;
    let mut bands = Vec::with_capacity(order.ranks.len());
    for rank in &order.ranks {
        let widths = rank.iter().filter_map(|&vertex| bodies.get(vertex));
        let width = widths.map(|body| body.along).max().unwrap_or(0);
        let end = start + width + width % 2;
        bands.push(Band { start, end });
        start = end + gaps.rank;
    }
    bands
}
