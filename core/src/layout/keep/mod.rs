//! A component that was drawn before: what was placed stays, and what changed is fitted in.
//!
//! Everything that is already drawn says where it is: a card by its centre, a long link by how it
//! passes the ranks between. Ranks and orders are read off these places, so that a drawing fed back
//! in comes out the same, and an edit costs what it touches. The idea of keeping the mental map is
//! after Misue, Eades, Lai and Sugiyama, *Layout adjustment and the mental map*, Journal of Visual
//! Languages and Computing 1995.

mod columns;
mod heights;
mod nearest;
mod orient;
mod rebalance;
mod rerank;
mod spread;

use columns::{Columns, Grid};
use heights::Heights;
use rebalance::rebalanced;

use super::{
    components::Component,
    normalize::Layers,
    order::{Order, complete},
    sketch::{Sketch, bodies, times, with_the_flow},
    web::{Body, Gaps, Web},
};

/// Draws a component of which some cards have a previous place, there.
///
/// `is_alone`: nothing else is drawn that might be in the way.
pub(super) fn draw(web: &Web, component: Component, is_alone: bool) -> Sketch {
    let Reading {
        bodies,
        turned,
        layers,
        grid,
        heights,
        order,
    } = Reading::of(web, &component, web.gaps);
    let mut across = spread::across(&layers, &order, &bodies, heights, web.gaps);
    let has_new = bodies.iter().any(|body| body.previous.is_none());
    if has_new && is_alone {
        let even = rebalanced(&layers, &order, &bodies, web.gaps, &across);
        across = even.unwrap_or(across);
    }
    Sketch {
        bands: grid.bands(&order.ranks, &bodies, web.gaps),
        ranks: order.ranks,
        component,
        bodies,
        turned,
        layers,
        across,
    }
}

/// What a drawing says: ranks, heights and the order that follows from them.
pub(super) struct Reading {
    pub(super) bodies: Vec<Body>,
    pub(super) turned: Vec<bool>,
    pub(super) layers: Layers,
    grid: Grid,
    heights: Heights,
    pub(super) order: Order,
}

impl Reading {
    /// Reads the places of a component that was drawn with these gaps.
    pub(super) fn of(web: &Web, component: &Component, gaps: Gaps) -> Self {
        let bodies = bodies(web, component);
        let columns = Columns::of(&bodies, gaps.rank / 2);
        let turned = orient::turned(&component.ends, &columns.rank);
        let links = with_the_flow(&component.ends, &turned);
        let ranks = rerank::ranks(&columns.rank, &links, &times(&bodies));
        let grid = Grid::new(&columns, &ranks);
        let layers = Layers::new(grid.rank.clone(), &links);
        let passes = component.arcs.iter().map(|&arc| &*web.passes[arc]);
        let mut heights = Heights::of(&layers, &bodies, &columns, &grid, passes);
        heights.guess_the_rest(&layers, &bodies);
        let order = complete(&layers, &heights.is_known, &heights.at);
        Self {
            bodies,
            turned,
            layers,
            grid,
            heights,
            order,
        }
    }
}
