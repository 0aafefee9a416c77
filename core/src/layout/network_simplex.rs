//! Network simplex: whole numbers under limits on their differences, at the least penalty.
//!
//! Ranks and coordinates are both this problem. Its dual is a circulation of least cost, which the
//! primal network simplex solves on a spanning tree; the tree's potentials are the numbers sought.
//! Source: Ahuja, Magnanti, Orlin, *Network Flows*, 1993, chapter 11 (strongly feasible trees,
//! which cannot cycle); pricing by blocks after Király, Kovács, *Efficient implementations of
//! minimum-cost flow algorithms*, 2012. Gansner et al. 1993 use the same method for both tasks.

mod tree;

use std::ops::Range;

use tree::{Side, Tree};

/// A weight that no penalty may be paid for.
pub(super) const FORBIDDEN: i64 = i64::MAX / 8;

/// `value[to] - value[from]` may be `at_most` this; each unit more costs `weight`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) at_most: i64,
    /// Not negative; [`FORBIDDEN`] for a limit that must hold.
    pub(super) weight: i64,
}

/// Values that keep the forbidding limits and pay the least penalty for the others.
///
/// `start` is a guess, one number a value: the closer, the sooner it ends. Forbidding limits must
/// not contradict one another. Values are unique only up to what the limits leave open.
///
/// Ends always. After a great many steps (a bound that only adversarial input nears) it returns
/// what it has, so that a caller who relies on the forbidding limits checks them.
pub(super) fn settle(start: &[i64], limits: &[Limit]) -> Vec<i64> {
    let mut solver = Solver::new(start, limits);
    let most_steps = 200 * (start.len() + limits.len()) + 10_000;
    for _ in 0..most_steps {
        let Some(entering) = solver.entering() else {
            break;
        };
        if !solver.pivot(entering) {
            break;
        }
    }
    solver.tree.potentials(start.len())
}

/// Where an arc's flow stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    InTree,
    Empty,
    Full,
}

struct Solver<'a> {
    limits: &'a [Limit],
    flow: Vec<i64>,
    state: Vec<State>,
    tree: Tree,
    /// Pricing goes on where it stopped.
    next: usize,
    block: usize,
}

/// What lets the least flow through on the way round.
struct Blocking {
    flow: i64,
    /// The vertex whose arc to its parent leaves the tree; `None` when the entering arc itself
    /// fills up or empties.
    leaving: Option<(usize, Side)>,
}

impl<'a> Solver<'a> {
    fn new(start: &[i64], limits: &'a [Limit]) -> Self {
        Self {
            limits,
            flow: vec![0; limits.len()],
            state: vec![State::Empty; limits.len()],
            tree: Tree::star(start),
            next: 0,
            block: limits.len().isqrt().max(16),
        }
    }

    /// By how much a unit of flow on the arc would change the cost.
    fn reduced_cost(&self, arc: usize) -> i64 {
        let limit = &self.limits[arc];
        limit.at_most + self.tree.potential[limit.from] - self.tree.potential[limit.to]
    }

    /// The most rewarding arc of the first block that has one.
    fn entering(&mut self) -> Option<usize> {
        let arcs = self.limits.len();
        let mut left = arcs;
        while left > 0 {
            let start = self.next;
            let end = (start + self.block.min(left)).min(arcs);
            left -= end - start;
            self.next = if end == arcs { 0 } else { end };
            let best = self.most_rewarding(start..end);
            if best.is_some() {
                return best;
            }
        }
        None
    }

    /// The arc of a block whose flow it pays most to change.
    fn most_rewarding(&self, block: Range<usize>) -> Option<usize> {
        let potential = self.tree.potential.as_slice();
        let arcs = self.limits[block.clone()]
            .iter()
            .zip(&self.state[block.clone()]);
        let (mut best, mut reward) = (None, 0);
        for (at, (limit, state)) in arcs.enumerate() {
            let cost = limit.at_most + potential[limit.from] - potential[limit.to];
            let gain = match state {
                State::InTree => 0,
                State::Empty => -cost,
                State::Full => cost,
            };
            if gain > reward {
                (best, reward) = (Some(block.start + at), gain);
            }
        }
        best
    }

    /// Sends flow round the cycle that the arc closes, and swaps it for the arc that blocks.
    /// False where nothing blocks: the forbidding limits contradict one another.
    fn pivot(&mut self, entering: usize) -> bool {
        let limit = self.limits[entering];
        let forward = self.state[entering] == State::Empty;
        let (first, second) = if forward {
            (limit.from, limit.to)
        } else {
            (limit.to, limit.from)
        };
        let join = self.tree.join(first, second);
        let blocking = self.blocking(limit.weight, first, second, join);
        if blocking.flow >= FORBIDDEN {
            return false;
        }
        self.send(entering, forward, blocking.flow, (first, second, join));
        let Some((leaving, side)) = blocking.leaving else {
            self.state[entering] = if forward { State::Full } else { State::Empty };
            return true;
        };
        let reduced = self.reduced_cost(entering);
        if let Some(arc) = self.tree.parent_arc(leaving) {
            self.state[arc] = if self.flow[arc] == 0 {
                State::Empty
            } else {
                State::Full
            };
        }
        self.state[entering] = State::InTree;
        let (below, above) = match side {
            Side::First => (first, second),
            Side::Second => (second, first),
        };
        let is_upward = below == limit.from;
        let shift = if is_upward { -reduced } else { reduced };
        self.tree
            .hang(below, above, leaving, entering, is_upward, shift);
        true
    }

    /// The last arc to block on the way from the join down to `first`, over, and up again: taking
    /// the last one keeps the tree strongly feasible.
    fn blocking(&self, weight: i64, first: usize, second: usize, join: usize) -> Blocking {
        let mut found = Blocking {
            flow: weight,
            leaving: None,
        };
        let mut at = first;
        while at != join {
            let room = self.room(at, Side::First);
            if room < found.flow {
                found = Blocking {
                    flow: room,
                    leaving: Some((at, Side::First)),
                };
            }
            at = self.tree.parent(at);
        }
        at = second;
        while at != join {
            let room = self.room(at, Side::Second);
            if room <= found.flow {
                found = Blocking {
                    flow: room,
                    leaving: Some((at, Side::Second)),
                };
            }
            at = self.tree.parent(at);
        }
        found
    }

    /// How much more flow the arc between a vertex and its parent takes: towards the vertex on
    /// the first side of a cycle, away from it on the second.
    fn room(&self, vertex: usize, side: Side) -> i64 {
        let with_arc = self.tree.is_upward(vertex) == (side == Side::Second);
        match self.tree.parent_arc(vertex) {
            // The star's own arcs carry nothing and take any amount upwards.
            None if with_arc => FORBIDDEN,
            None => 0,
            Some(arc) if with_arc => match self.limits[arc].weight {
                FORBIDDEN => FORBIDDEN,
                weight => weight - self.flow[arc],
            },
            Some(arc) => self.flow[arc],
        }
    }

    fn send(
        &mut self,
        entering: usize,
        forward: bool,
        flow: i64,
        (first, second, join): (usize, usize, usize),
    ) {
        if flow == 0 {
            return;
        }
        self.flow[entering] += if forward { flow } else { -flow };
        for (from, side) in [(first, Side::First), (second, Side::Second)] {
            let mut at = from;
            while at != join {
                if let Some(arc) = self.tree.parent_arc(at) {
                    let with_arc = self.tree.is_upward(at) == (side == Side::Second);
                    self.flow[arc] += if with_arc { flow } else { -flow };
                }
                at = self.tree.parent(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn penalty(values: &[i64], limits: &[Limit]) -> Option<i64> {
        limits.iter().try_fold(0, |sum, limit| {
            let over = (values[limit.to] - values[limit.from] - limit.at_most).max(0);
            match limit.weight {
                FORBIDDEN if over > 0 => None,
                FORBIDDEN => Some(sum),
                weight => Some(sum + over * weight),
            }
        })
    }

    /// The least penalty over all values in `0..=span`.
    fn least_by_trying(values: usize, span: i64, limits: &[Limit]) -> Option<i64> {
        let mut tried = vec![0; values];
        let mut least = None;
        loop {
            if let Some(penalty) = penalty(&tried, limits) {
                least = Some(least.map_or(penalty, |least: i64| least.min(penalty)));
            }
            let Some(digit) = tried.iter().position(|digit| *digit < span) else {
                return least;
            };
            tried[digit] += 1;
            tried[..digit].fill(0);
        }
    }

    prop_compose! {
        /// Forbidding limits only say that a later value exceeds an earlier one, so that they
        /// cannot contradict.
        fn problems()(values in 2_usize..5)(
            limits in prop::collection::vec(
                (0..values, 0..values, -2_i64..3, 1_i64..5, any::<bool>()), 1..9),
            start in prop::collection::vec(-3_i64..4, values),
        ) -> (Vec<i64>, Vec<Limit>) {
            let limits = limits
                .into_iter()
                .filter(|(a, b, ..)| a != b)
                .map(|(a, b, at_most, weight, soft)| if soft {
                    Limit { from: a, to: b, at_most, weight }
                } else {
                    Limit { from: a.max(b), to: a.min(b), at_most: at_most.min(0), weight: FORBIDDEN }
                })
                .collect();
            (start, limits)
        }
    }

    proptest! {
        #[test]
        fn pays_no_more_than_any_other_values((start, limits) in problems()) {
            let settled = settle(&start, &limits);
            prop_assert_eq!(
                penalty(&settled, &limits),
                least_by_trying(start.len(), 8, &limits)
            );
        }
    }
}
