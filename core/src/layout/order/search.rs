//! The search for an order with few crossings: several starts, sweeps from each, the best refined.

use std::ops::RangeInclusive;

use super::{
    Layers, Order,
    crossings::Counter,
    exchange::{AllFree, Exchange},
    start::{From, depth_first},
    sweep::{Measure, Way, sweep},
};

/// Sweeps from one start at most.
const SWEEPS: usize = 24;

/// Sweeps without a gain after which a start is given up.
const PATIENCE: usize = 6;

/// Rounds of sifting at most.
const SIFTINGS: usize = 10;

/// Sweeps after which the starts are compared and only the most promising go on.
const HEAT: usize = 4;

/// Starts tried at most, and at least.
const STARTS: RangeInclusive<usize> = 2..=12;

/// Starts that go on at most, and at least.
const FINALISTS: RangeInclusive<usize> = 1..=4;

/// A web with this many segments is tried from one start, or one goes on; smaller ones from more.
const SEGMENTS_PER_START: usize = 6_000;
const SEGMENTS_PER_FINALIST: usize = 1_000;

/// Up to so many vertices, orders with equally few crossings are compared by length.
const COMPARED_BY_LENGTH: usize = 400;

/// An order with few crossings; of several, the shortest by the measure given.
///
/// The same layers and measure give the same order.
pub(crate) fn search(layers: &Layers, length: impl Fn(&Order) -> i64) -> Order {
    let share = |of: usize, range: RangeInclusive<usize>| {
        (of / layers.segments.len().max(1)).clamp(*range.start(), *range.end())
    };
    let mut attempts: Vec<Attempt> = (0..share(SEGMENTS_PER_START, STARTS))
        .map(|start| Attempt::new(layers, start))
        .collect();
    for attempt in &mut attempts {
        attempt.sweep(HEAT);
    }
    attempts.sort_by_key(|attempt| attempt.crossings);
    attempts.truncate(share(SEGMENTS_PER_FINALIST, FINALISTS));
    let mut found: Vec<(u64, Order)> = Vec::new();
    for attempt in attempts {
        let (crossings, order) = attempt.finish();
        let least = found.first().map_or(u64::MAX, |(least, _)| *least);
        if crossings < least {
            found.clear();
        }
        if crossings <= least && found.iter().all(|(_, other)| *other != order) {
            found.push((crossings, order));
        }
    }
    let mut orders = found.into_iter().map(|(_, order)| order);
    if layers.vertices() > COMPARED_BY_LENGTH || orders.len() < 2 {
        return orders.next().unwrap_or_default();
    }
    orders.min_by_key(length).unwrap_or_default()
}

/// The search from one start.
struct Attempt<'a> {
    layers: &'a Layers,
    start: usize,
    turn: usize,
    order: Order,
    exchange: Exchange<'a, AllFree>,
    counter: Counter,
    /// The best order met, and its crossings.
    best: Order,
    crossings: u64,
    in_vain: usize,
}

impl<'a> Attempt<'a> {
    fn new(layers: &'a Layers, start: usize) -> Self {
        let order = begin(layers, start);
        let mut counter = Counter::new(layers);
        Self {
            layers,
            start,
            turn: 0,
            exchange: Exchange::new(layers, AllFree),
            crossings: counter.count(layers, &order),
            counter,
            best: order.clone(),
            order,
            in_vain: 0,
        }
    }

    /// Sweeps and transposes so many times.
    fn sweep(&mut self, times: usize) {
        for _ in 0..times {
            let way = if (self.start + self.turn).is_multiple_of(2) {
                Way::AgainstTheFlow
            } else {
                Way::WithTheFlow
            };
            let measure = if self.turn % 4 < 2 {
                Measure::Barycentre
            } else {
                Measure::Median
            };
            self.turn += 1;
            sweep(self.layers, &mut self.order, way, measure);
            self.exchange.transpose(&mut self.order);
            let now = self.counter.count(self.layers, &self.order);
            self.in_vain = if now < self.crossings {
                0
            } else {
                self.in_vain + 1
            };
            // The later of two equal ones has been straightened more.
            if now <= self.crossings {
                self.crossings = now;
                self.best.clone_from(&self.order);
            }
        }
    }

    /// Sweeps on while that gains something, then exchanges; the best order with its crossings.
    fn finish(mut self) -> (u64, Order) {
        while self.turn < SWEEPS && self.in_vain < PATIENCE {
            self.sweep(1);
        }
        // What was exchanged in a later order says nothing about the best one.
        let mut exchange = Exchange::new(self.layers, AllFree);
        for _ in 0..SIFTINGS {
            let saved = exchange.sift(&mut self.best) + exchange.transpose(&mut self.best);
            if saved == 0 {
                break;
            }
            self.crossings -= saved;
        }
        (self.crossings, self.best)
    }
}

/// The order a start begins with: walks from both ends of the flow in turn, the choices made
/// another way each time.
fn begin(layers: &Layers, start: usize) -> Order {
    let from = if start.is_multiple_of(2) {
        From::Effects
    } else {
        From::Causes
    };
    let turn = turn(start / 2);
    let turns: Vec<usize> = (0..layers.vertices()).map(turn).collect();
    depth_first(layers, from, &turns)
}

/// A different permutation of the numbers for each way: as they are, backwards, then scattered by
/// odd factors, which no two numbers share a multiple of.
fn turn(way: usize) -> impl Fn(usize) -> usize {
    const SCATTER: [u32; 4] = [0x9E37_79B1, 0x85EB_CA6B, 0xC2B2_AE35, 0x27D4_EB2F];
    move |number| match way {
        0 => number,
        1 => usize::MAX - number,
        more => {
            let factor = SCATTER[more % SCATTER.len()];
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            usize::try_from(number.wrapping_mul(factor)).unwrap_or(usize::MAX)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::crossings::crossings, *};

    #[test]
    fn a_tangled_tree_comes_out_without_a_crossing() {
        // A binary tree whose cards are numbered against their places.
        let links: Vec<_> = (1..15)
            .map(|card| (14 - (card - 1) / 2, 14 - card))
            .collect();
        let depth = |card: usize| (15 - card).ilog2() as usize;
        let layers = Layers::new((0..15).map(depth).collect(), &links);
        assert_eq!(crossings(&layers, &search(&layers, |_| 0)), 0);
    }

    #[test]
    fn of_equal_orders_the_shortest_wins() {
        let layers = Layers::new(vec![0, 0, 1, 1], &[(0, 2), (1, 3)]);
        let first = |vertex: usize| move |order: &Order| i64::from(order.ranks[0][0] != vertex);
        assert_eq!(search(&layers, first(0)).ranks[0], [0, 1]);
        assert_eq!(search(&layers, first(1)).ranks[0], [1, 0]);
    }

    #[test]
    fn every_turn_is_a_permutation() {
        for way in 0..6 {
            let mut turns: Vec<usize> = (0..1000).map(turn(way)).collect();
            turns.sort_unstable();
            turns.dedup();
            assert_eq!(turns.len(), 1000);
        }
    }
}
