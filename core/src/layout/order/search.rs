//! The search for an order with few crossings: several starts, sweeps from each, the best refined.

use super::{
    Layers, Order,
    crossings::crossings,
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

/// An order with few crossings. The same layers give the same order.
pub(crate) fn search(layers: &Layers) -> Order {
    let mut cards: Vec<usize> = (0..layers.cards).collect();
    let mut best: Option<(u64, Order)> = None;
    let n: usize = std::env::var("STARTS").ok().and_then(|s| s.parse().ok()).unwrap_or(2);
    let mut seed = 12345_u64;
    for k in 0..n {
        if k >= 2 {
            for i in (1..cards.len()).rev() {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                let j = (seed >> 33) as usize % (i + 1);
                cards.swap(i, j);
            }
        }
        let (from, way) = if k % 2 == 0 { (From::Effects, Way::AgainstTheFlow) } else { (From::Causes, Way::WithTheFlow) };
        let start = depth_first(layers, from, &cards);
        let found = improve(layers, start, way);
        if best.as_ref().is_none_or(|(least, _)| found.0 < *least) {
            best = Some(found);
        }
    }
    best.map(|(_, order)| order).unwrap_or_default()
}

/// Sweeps, exchanges, and returns the best order met with its crossings.
fn improve(layers: &Layers, mut order: Order, first: Way) -> (u64, Order) {
    let mut exchange = Exchange::new(layers, AllFree);
    let mut best = (crossings(layers, &order), order.clone());
    let mut in_vain = 0;
    for turn in 0..SWEEPS {
        if best.0 == 0 || in_vain == PATIENCE {
            break;
        }
        let way = match (first, turn % 2 == 0) {
            (first, true) => first,
            (Way::WithTheFlow, false) => Way::AgainstTheFlow,
            (Way::AgainstTheFlow, false) => Way::WithTheFlow,
        };
        let measure = if turn % 4 < 2 {
            Measure::Barycentre
        } else {
            Measure::Median
        };
        sweep(layers, &mut order, way, measure);
        while exchange.transpose(&mut order) > 0 {}
        let now = crossings(layers, &order);
        in_vain += 1;
        if now < best.0 {
            in_vain = 0;
            best.0 = now;
            best.1.clone_from(&order);
        }
    }
    for _ in 0..SIFTINGS {
        let saved = exchange.sift(&mut best.1) + exchange.transpose(&mut best.1);
        if saved == 0 {
            break;
        }
        best.0 -= saved;
    }
    best
}
