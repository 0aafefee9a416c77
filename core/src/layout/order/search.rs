//! The search for an order with few crossings: sweeps from several starts, the best refined.

use std::ops::RangeInclusive;

use super::{
    Layers, Order,
    crossings::Counter,
    exchange::{AllFree, Exchange},
    reinsert::Reinsertion,
    start::{From, depth_first},
    sweep::{Measure, Way, sweep},
};

/// Sweeps after which the starts are compared and only the most promising goes on.
const HEAT: usize = 8;

/// Sweeps from one start at most.
const SWEEPS: usize = 12;

/// Sweeps without a gain after which no more are made.
const PATIENCE: usize = 6;

/// Rounds of exchanges at most.
const ROUNDS: usize = 2;

/// Starts tried at least and at most.
const STARTS: RangeInclusive<usize> = 2..=8;

/// A web with this many segments is tried from one start; smaller ones from more.
const SEGMENTS_PER_START: usize = 5_000;

/// An order with few crossings.
///
/// The same layers give the same order.
pub(crate) fn search(layers: &Layers) -> Order {
    let starts = SEGMENTS_PER_START / layers.segments.len().max(1);
    let starts = starts.clamp(*STARTS.start(), *STARTS.end());
    let attempts = (0..starts).map(|start| {
        let mut attempt = Attempt::new(layers, start);
        attempt.sweep(HEAT);
        attempt
    });
    let best = attempts.min_by_key(|attempt| attempt.crossings);
    best.map(Attempt::finish).unwrap_or_default()
}

/// The search from one start.
struct Attempt<'a> {
    layers: &'a Layers,
    start: usize,
    turn: usize,
    order: Order,
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
            crossings: counter.count(layers, &order),
            counter,
            best: order.clone(),
            order,
            in_vain: 0,
        }
    }

    /// Sweeps so many times.
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

    /// Sweeps on while that gains something, then exchanges.
    fn finish(mut self) -> Order {
        while self.turn < SWEEPS && self.in_vain < PATIENCE {
            self.sweep(1);
        }
        let mut exchange = Exchange::new(self.layers, AllFree);
        let mut reinsertion = Reinsertion::new(self.layers);
        for _ in 0..ROUNDS {
            exchange.sift(&mut self.best);
            exchange.transpose(&mut self.best);
            if reinsertion.round(&mut self.best) == 0 {
                break;
            }
        }
        self.best
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
        assert_eq!(crossings(&layers, &search(&layers)), 0);
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
