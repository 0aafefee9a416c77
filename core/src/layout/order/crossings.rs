//! Counting crossings.
//!
//! Accumulator tree after Barth, Jünger and Mutzel (*Simple and efficient bilayer cross counting*,
//! JGAA 2004).

use super::{Layers, Order};

/// How many pairs of segments cross. O(segments log width).
#[cfg(test)]
pub(crate) fn crossings(layers: &Layers, order: &Order) -> u64 {
    Counter::new(layers).count(layers, order)
}

/// Counts again and again in one order as it changes.
#[derive(Debug)]
pub(super) struct Counter {
    tree: Vec<u64>,
    ends: Vec<usize>,
    /// Between each rank and the one before: how many, and when they were counted.
    known: Vec<(u64, u64)>,
}

impl Counter {
    pub(super) fn new(layers: &Layers) -> Self {
        Self {
            tree: Vec::new(),
            ends: Vec::new(),
            known: vec![(0, 0); layers.ranks],
        }
    }

    /// As [`crossings`], for an order that has only changed since the last count.
    pub(super) fn count(&mut self, layers: &Layers, order: &Order) -> u64 {
        let mut sum = 0;
        for rank in 1..order.ranks.len() {
            let changed = order.changed[rank - 1].max(order.changed[rank]);
            if self.known[rank].1 < changed {
                self.known[rank] = (self.between(layers, order, rank), order.now);
            }
            sum += self.known[rank].0;
        }
        sum
    }

    /// The crossings between a rank and the one before it.
    fn between(&mut self, layers: &Layers, order: &Order, rank: usize) -> u64 {
        let leaves = order.ranks[rank].len().next_power_of_two();
        self.tree.clear();
        self.tree.resize(2 * leaves, 0);
        let mut sum = 0;
        for &vertex in &order.ranks[rank - 1] {
            self.ends.clear();
            let ends = layers.after.of(vertex).iter().map(|&v| order.position[v]);
            self.ends.extend(ends);
            self.ends.sort_unstable();
            for &end in &self.ends {
                sum += insert(&mut self.tree, leaves + end);
            }
        }
        sum
    }
}

/// Adds a segment that ends at a leaf; returns how many before it end further right.
fn insert(tree: &mut [u64], leaf: usize) -> u64 {
    let (mut at, mut further) = (leaf, 0);
    tree[at] += 1;
    while at > 1 {
        if at % 2 == 0 {
            further += tree[at + 1];
        }
        at /= 2;
        tree[at] += 1;
    }
    further
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_every_pair_once(
            upper in 1_usize..7,
            lower in 1_usize..7,
            picks in prop::collection::vec((0_usize..6, 0_usize..6), 0..20),
        ) {
            let links: Vec<_> = picks
                .into_iter()
                .map(|(a, b)| (a % upper, upper + b % lower))
                .collect();
            let rank = (0..upper + lower).map(|v| usize::from(v >= upper)).collect();
            let layers = Layers::new(rank, &links);
            let order = Order::new(
                vec![(0..upper).rev().collect(), (upper..upper + lower).collect()],
                upper + lower,
            );
            let at = |vertex: usize| order.position[vertex];
            let mut by_hand = 0;
            for (i, &(a, b)) in links.iter().enumerate() {
                for &(c, d) in &links[..i] {
                    let (first, second) = (at(a).cmp(&at(c)), at(b).cmp(&at(d)));
                    by_hand += u64::from(first.is_ne() && first == second.reverse());
                }
            }
            prop_assert_eq!(crossings(&layers, &order), by_hand);
        }
    }
}
