//! The order to begin with: depth-first through the web, so that what hangs together stands
//! together.

use super::{
    super::turns::{sort_by_turn, turn},
    Layers, Order,
};

/// Which end of the flow the walk begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Causes,
    Effects,
}

/// Places each vertex next in its rank when a depth-first walk first meets it.
///
/// Where the web leaves a choice, the walk goes by the smallest of `turns`, one number a vertex.
pub(super) fn depth_first(layers: &Layers, from: From, turns: &[usize]) -> Order {
    let (towards, onwards) = match from {
        From::Causes => (&layers.before, &layers.after),
        From::Effects => (&layers.after, &layers.before),
    };
    let mut open: Vec<usize> = (0..layers.cards)
        .filter(|&card| towards.degree(card) == 0)
        .collect();
    // The last one opened is visited first.
    sort_by_turn(&mut open, |card| -turn(turns[card]));
    let mut is_seen = vec![false; layers.vertices()];
    let mut ranks = vec![Vec::new(); layers.ranks];
    while let Some(vertex) = open.pop() {
        if std::mem::replace(&mut is_seen[vertex], true) {
            continue;
        }
        ranks[layers.rank[vertex]].push(vertex);
        let first = open.len();
        open.extend(onwards.of(vertex));
        sort_by_turn(&mut open[first..], |next| -turn(turns[next]));
    }
    Order::new(ranks, layers.vertices())
}
