//! The order to begin with: depth-first through the web, so that what hangs together stands
//! together.

use super::{Layers, Order};

/// Which end of the flow the walk begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Causes,
    Effects,
}

/// Places each vertex next in its rank when a depth-first walk first meets it.
///
/// The walk visits the cards in `cards`' order where the web leaves a choice.
pub(super) fn depth_first(layers: &Layers, from: From, cards: &[usize]) -> Order {
    let mut walk = Walk {
        layers,
        from,
        seen: vec![false; layers.vertices()],
        ranks: vec![Vec::new(); layers.ranks],
        open: Vec::new(),
    };
    let towards = match from {
        From::Causes => &layers.before,
        From::Effects => &layers.after,
    };
    for &card in cards {
        if towards.degree(card) == 0 {
            walk.visit(card);
        }
    }
    Order::new(walk.ranks, layers.vertices())
}

struct Walk<'a> {
    layers: &'a Layers,
    from: From,
    seen: Vec<bool>,
    ranks: Vec<Vec<usize>>,
    open: Vec<usize>,
}

impl Walk<'_> {
    fn visit(&mut self, start: usize) {
        self.open.push(start);
        while let Some(vertex) = self.open.pop() {
            if std::mem::replace(&mut self.seen[vertex], true) {
                continue;
            }
            self.ranks[self.layers.rank[vertex]].push(vertex);
            let neighbours = match self.from {
                From::Causes => self.layers.after.of(vertex),
                From::Effects => self.layers.before.of(vertex),
            };
            self.open.extend(neighbours.iter().rev());
        }
    }
}
