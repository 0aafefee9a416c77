//! One sweep: each rank in turn is sorted by where its neighbours in the rank before it stand.
//!
//! Barycentre after Sugiyama, Tagawa and Toda 1981; weighted median after Gansner et al. 1993.

use super::{super::px, Layers, Order};

/// Which way a sweep goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    WithTheFlow,
    AgainstTheFlow,
}

/// What a vertex's neighbours say about its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Barycentre,
    Median,
}

/// Sorts every rank but the first of the way. Vertices without neighbours keep their place.
pub(super) fn sweep(layers: &Layers, order: &mut Order, way: Way, measure: Measure) {
    let ranks = order.ranks.len();
    let mut memory = Memory::default();
    for step in 1..ranks {
        let rank = match way {
            Way::WithTheFlow => step,
            Way::AgainstTheFlow => ranks - 1 - step,
        };
        memory.sort_rank(layers, order, rank, way, measure);
    }
}

#[derive(Debug, Default)]
struct Memory {
    keyed: Vec<(f64, usize)>,
    positions: Vec<usize>,
}

impl Memory {
    fn sort_rank(
        &mut self,
        layers: &Layers,
        order: &mut Order,
        rank: usize,
        way: Way,
        measure: Measure,
    ) {
        let adjacency = match way {
            Way::WithTheFlow => &layers.before,
            Way::AgainstTheFlow => &layers.after,
        };
        self.keyed.clear();
        for &vertex in &order.ranks[rank] {
            let neighbours = adjacency.of(vertex);
            if neighbours.is_empty() {
                continue;
            }
            self.positions.clear();
            let positions = neighbours.iter().map(|&v| order.position[v]);
            self.positions.extend(positions);
            let key = match measure {
                Measure::Barycentre => barycentre(&self.positions),
                Measure::Median => {
                    self.positions.sort_unstable();
                    median(&self.positions)
                }
            };
            self.keyed.push((key, vertex));
        }
        self.keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut sorted = self.keyed.iter().map(|(_, vertex)| *vertex);
        let mut is_changed = false;
        for slot in &mut order.ranks[rank] {
            if adjacency.degree(*slot) > 0 {
                let vertex = sorted.next().unwrap_or(*slot);
                is_changed |= vertex != *slot;
                *slot = vertex;
            }
        }
        if is_changed {
            order.renumber(rank);
        }
    }
}

fn barycentre(positions: &[usize]) -> f64 {
    px::count(positions.iter().sum()) / px::count(positions.len())
}

/// The middle of sorted positions; of two middles, nearer to the side that is closer together.
fn median(positions: &[usize]) -> f64 {
    let middle = positions.len() / 2;
    if positions.len() % 2 == 1 {
        return px::count(positions[middle]);
    }
    let (low, high) = (positions[middle - 1], positions[middle]);
    if positions.len() == 2 {
        return px::count(low + high) / 2.0;
    }
    let left = low - positions[0];
    let right = positions[positions.len() - 1] - high;
    if left + right == 0 {
        return px::count(low + high) / 2.0;
    }
    px::count(low * right + high * left) / px::count(left + right)
}
