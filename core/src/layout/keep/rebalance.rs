//! Evening out: what many small edits have left aslant is straightened where that pays.

use super::super::{
    fresh::spread_ports,
    normalize::Layers,
    order::Order,
    position,
    web::{Body, Gaps},
};

/// Up to so many cards it is tried with each new card; above, with every [`TURN`]th, for it costs as
/// much as a good part of a whole layout.
const ALWAYS: usize = 40;
const TURN: usize = 8;

/// Straight links in the same order, if they save half as many px of slant as the cards drawn before
/// have to move; nothing otherwise. The drawing as a whole stays where most of it was.
pub(super) fn rebalanced(
    layers: &Layers,
    order: &Order,
    bodies: &[Body],
    gaps: Gaps,
    across: &[i64],
) -> Option<Vec<i64>> {
    if bodies.len() > ALWAYS && !bodies.len().is_multiple_of(TURN) {
        return None;
    }
    let ports = spread_ports(layers, order, bodies);
    let mut even = position::across(layers, order, bodies, &ports, gaps);
    let drawn = || (0..bodies.len()).filter(|&card| bodies[card].previous.is_some());
    let mut ways: Vec<i64> = drawn().map(|card| across[card] - even[card]).collect();
    ways.sort_unstable();
    let by = ways.get(ways.len() / 2).copied().unwrap_or(0);
    for at in &mut even {
        *at += by;
    }
    let saved = position::slant(layers, &ports, across) - position::slant(layers, &ports, &even);
    let moved: i64 = drawn().map(|card| (across[card] - even[card]).abs()).sum();
    (2 * saved > moved).then_some(even)
}
