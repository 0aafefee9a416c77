//! One component as drawn: which rank everything is in, and how far across the flow it stands.

use super::{
    components::Component,
    normalize::Layers,
    web::{Body, Gaps, Place, Web},
};

/// The stretch along the flow that a rank's cards stand in, in whole px.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Band {
    pub(super) start: i64,
    pub(super) end: i64,
}

impl Band {
    pub(super) fn middle(self) -> i64 {
        i64::midpoint(self.start, self.end)
    }
}

/// A component that has its places.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) component: Component,
    pub(super) bodies: Vec<Body>,
    /// Whether each chain is walked from effect to cause.
    pub(super) turned: Vec<bool>,
    pub(super) layers: Layers,
    /// The vertices of each rank, from first to last across the flow.
    pub(super) ranks: Vec<Vec<usize>>,
    pub(super) bands: Vec<Band>,
    /// The centre across the flow of each vertex.
    pub(super) across: Vec<i64>,
}

impl Sketch {
    /// The centre of a card, by its number in the component.
    pub(super) fn centre(&self, card: usize) -> Place {
        Place {
            along: self.bands[self.layers.rank[card]].middle(),
            across: self.across[card],
        }
    }

    /// Half of what a vertex takes up across the flow, rounded up.
    pub(super) fn half(&self, vertex: usize) -> i64 {
        self.bodies.get(vertex).map_or(0, Body::half)
    }

    /// Moves everything.
    pub(super) fn shift(&mut self, by: Place) {
        for band in &mut self.bands {
            band.start += by.along;
            band.end += by.along;
        }
        for at in &mut self.across {
            *at += by.across;
        }
    }

    /// The first and the last place it takes up.
    pub(super) fn corners(&self) -> (Place, Place) {
        let edges = (0..self.across.len()).map(|vertex| (self.across[vertex], self.half(vertex)));
        let top = edges.clone().map(|(at, half)| at - half).min();
        let bottom = edges.map(|(at, half)| at + half).max();
        let first = Place {
            along: self.bands.first().map_or(0, |band| band.start),
            across: top.unwrap_or(0),
        };
        let last = Place {
            along: self.bands.last().map_or(0, |band| band.end),
            across: bottom.unwrap_or(0),
        };
        (first, last)
    }
}

/// The bodies of a component's cards.
pub(super) fn bodies(web: &Web, component: &Component) -> Vec<Body> {
    let cards = component.cards.iter();
    cards.map(|&card| web.bodies[card]).collect()
}

/// When each was so, where that is to count.
pub(super) fn times(bodies: &[Body]) -> Vec<Option<(i64, i64)>> {
    bodies.iter().map(|body| body.time).collect()
}

/// The links of a component with the flow: those turned, from effect to cause.
pub(super) fn with_the_flow(ends: &[(usize, usize)], turned: &[bool]) -> Vec<(usize, usize)> {
    let turn = |(&(cause, effect), &turned): (&(usize, usize), &bool)| {
        if turned {
            (effect, cause)
        } else {
            (cause, effect)
        }
    };
    ends.iter().zip(turned).map(turn).collect()
}

/// How wide each rank is along the flow: as its widest card, and even, so that its middle is whole.
pub(super) fn widths(ranks: &[Vec<usize>], bodies: &[Body]) -> Vec<i64> {
    let width = |rank: &Vec<usize>| {
        let cards = rank.iter().filter_map(|&vertex| bodies.get(vertex));
        let width = cards.map(|body| body.along).max().unwrap_or(0);
        width + width % 2
    };
    ranks.iter().map(width).collect()
}

/// Ranks one after the other from 0 on, at their full distance.
pub(super) fn bands(widths: &[i64], gaps: Gaps) -> Vec<Band> {
    let mut start = 0;
    let band = |&width: &i64| {
        let band = Band {
            start,
            end: start + width,
        };
        start = band.end + gaps.rank;
        band
    };
    widths.iter().map(band).collect()
}
