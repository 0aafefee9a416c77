//! Crossing reduction: the order of the vertices within each rank.
//!
//! The passes of the layer-by-layer sweep after Sugiyama, Tagawa and Toda 1981, one a file, and
//! the search that puts them together.

mod complete;
mod crossings;
mod exchange;
mod reinsert;
mod search;
mod start;
mod sweep;
mod ways;

pub(super) use complete::complete;
pub(super) use search::search;

use super::normalize::Layers;

/// The position of a vertex that is in no rank at the moment.
const OUT: usize = usize::MAX;

/// The vertices of each rank from first to last across the flow.
#[derive(Debug, Clone, Default)]
pub(super) struct Order {
    pub(super) ranks: Vec<Vec<usize>>,
    /// Each vertex's index in its rank.
    pub(super) position: Vec<usize>,
    /// When each rank last changed, so that what depends on it is done again only then.
    changed: Vec<u64>,
    /// Counts the changes.
    now: u64,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.ranks == other.ranks
    }
}

impl Order {
    /// The order that visits each rank's vertices as given.
    pub(super) fn new(ranks: Vec<Vec<usize>>, vertices: usize) -> Self {
        let mut order = Self {
            position: vec![0; vertices],
            changed: vec![0; ranks.len()],
            ranks,
            now: 0,
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
        self.now += 1;
        self.changed[rank] = self.now;
    }

    /// Takes a vertex out of its rank; the rank is not marked as changed.
    fn take_out(&mut self, rank: usize, vertex: usize) {
        let at = self.position[vertex];
        self.ranks[rank].remove(at);
        self.position[vertex] = OUT;
        for &other in &self.ranks[rank][at..] {
            self.position[other] -= 1;
        }
    }

    /// Puts a vertex that is out into a rank; the rank is not marked as changed.
    fn put_in(&mut self, rank: usize, at: usize, vertex: usize) {
        self.ranks[rank].insert(at, vertex);
        self.position[vertex] = at;
        for &other in &self.ranks[rank][at + 1..] {
            self.position[other] += 1;
        }
    }

    /// Where those of some vertices that are in a rank stand in it.
    fn places_of(&self, vertices: &[usize]) -> impl Iterator<Item = usize> {
        let places = vertices.iter().map(|&vertex| self.position[vertex]);
        places.filter(|&place| place != OUT)
    }

    /// When something about a rank or its neighbours last changed.
    fn changed_around(&self, rank: usize) -> u64 {
        let around = rank.saturating_sub(1)..(rank + 2).min(self.changed.len());
        self.changed[around].iter().copied().max().unwrap_or(0)
    }
}
