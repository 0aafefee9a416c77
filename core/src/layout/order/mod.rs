//! Crossing reduction: the order of the vertices within each rank.
//!
//! The passes of the layer-by-layer sweep after Sugiyama, Tagawa and Toda 1981, one a file, and
//! the search that puts them together.

mod complete;
mod crossings;
mod exchange;
mod search;
mod start;
mod sweep;

pub(super) use complete::complete;
pub(super) use search::search;

use super::normalize::Layers;

/// The vertices of each rank from first to last across the flow.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Order {
    pub(super) ranks: Vec<Vec<usize>>,
    /// Each vertex's index in its rank.
    pub(super) position: Vec<usize>,
}

impl Order {
    /// The order that visits each rank's vertices as given.
    pub(super) fn new(ranks: Vec<Vec<usize>>, vertices: usize) -> Self {
        let mut order = Self {
            ranks,
            position: vec![0; vertices],
        };
        for rank in 0..order.ranks.len() {
            order.renumber(rank);
        }
        order
    }

    /// Sets the positions after a rank was changed.
    fn renumber(&mut self, rank: usize) {
        for (at, &vertex) in self.ranks[rank].iter().enumerate() {
            self.position[vertex] = at;
        }
    }
}
