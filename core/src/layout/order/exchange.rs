//! Exchanges within a rank that save crossings: transposition of neighbours (Gansner et al. 1993)
//! and sifting of one vertex past all others (Matuszewski, Schönfeld, Molitor, *Using sifting for
//! k-layer straightline crossing minimization*, Graph Drawing 1999).

use super::{Layers, Order};

/// Which vertices may change their place relative to one another.
pub(super) trait Freedom: Copy {
    /// Whether a vertex may pass any other.
    fn is_free(self, vertex: usize) -> bool;
}

/// Every vertex may move.
#[derive(Debug, Clone, Copy)]
pub(super) struct AllFree;

impl Freedom for AllFree {
    fn is_free(self, _: usize) -> bool {
        true
    }
}

/// The marked vertices keep their order among themselves.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fixed<'a>(pub(super) &'a [bool]);

impl Freedom for Fixed<'_> {
    fn is_free(self, vertex: usize) -> bool {
        !self.0[vertex]
    }
}

/// Exchanges of one drawing, with the memory they share.
#[derive(Debug)]
pub(super) struct Exchange<'a, F> {
    layers: &'a Layers,
    freedom: F,
    /// For each vertex of the rank at hand, where its neighbours' sorted positions lie in
    /// `positions`: those before, then those after.
    spans: Vec<[usize; 3]>,
    positions: Vec<u32>,
    moving: Vec<usize>,
    /// For each vertex of the rank at hand, whether it need not be swapped with the one before it.
    is_settled: Vec<bool>,
    /// When each rank was last transposed and sifted: as long as nothing around it changes, there
    /// is nothing more to gain.
    transposed: Vec<u64>,
    sifted: Vec<u64>,
}

impl<'a, F: Freedom> Exchange<'a, F> {
    pub(super) fn new(layers: &'a Layers, freedom: F) -> Self {
        Self {
            layers,
            freedom,
            spans: vec![[0; 3]; layers.vertices()],
            positions: Vec::new(),
            moving: Vec::new(),
            is_settled: Vec::new(),
            transposed: vec![0; layers.ranks],
            sifted: vec![0; layers.ranks],
        }
    }

    /// Swaps neighbours in every rank while that saves crossings; returns how many it saved.
    pub(super) fn transpose(&mut self, order: &mut Order) -> u64 {
        (0..order.ranks.len())
            .map(|rank| self.transpose_rank(order, rank))
            .sum()
    }

    /// Moves each vertex in turn to the best place of its rank; returns how many crossings that
    /// saved.
    pub(super) fn sift(&mut self, order: &mut Order) -> u64 {
        (0..order.ranks.len())
            .map(|rank| self.sift_rank(order, rank))
            .sum()
    }

    /// Moves the free vertices of some ranks to better places; returns how many crossings that
    /// saved.
    pub(super) fn settle(&mut self, order: &mut Order, ranks: &[usize]) -> u64 {
        let mut saved = 0;
        for &rank in ranks {
            saved += self.sift_rank(order, rank);
        }
        for &rank in ranks {
            saved += self.transpose_rank(order, rank);
        }
        saved
    }

    fn transpose_rank(&mut self, order: &mut Order, rank: usize) -> u64 {
        if self.transposed[rank] >= order.changed_around(rank) {
            return 0;
        }
        self.load(order, rank);
        let mut saved = 0;
        // Each round saves at least one crossing, so the bound is only a guard for the time.
        self.is_settled.clear();
        self.is_settled.resize(order.ranks[rank].len() + 1, false);
        for _ in 0..order.ranks[rank].len() {
            let before = saved;
            for at in 1..order.ranks[rank].len() {
                if std::mem::replace(&mut self.is_settled[at], true) {
                    continue;
                }
                let (a, b) = (order.ranks[rank][at - 1], order.ranks[rank][at]);
                if !self.freedom.is_free(a) && !self.freedom.is_free(b) {
                    continue;
                }
                let (kept, swapped) = self.pair(a, b);
                if swapped < kept {
                    order.ranks[rank].swap(at - 1, at);
                    saved += kept - swapped;
                    self.is_settled[at - 1] = false;
                    self.is_settled[at + 1] = false;
                }
            }
            if saved == before {
                break;
            }
        }
        if saved > 0 {
            order.renumber(rank);
        }
        self.transposed[rank] = order.now;
        saved
    }

    fn sift_rank(&mut self, order: &mut Order, rank: usize) -> u64 {
        if self.sifted[rank] >= order.changed_around(rank) {
            return 0;
        }
        self.load(order, rank);
        let mut moving = std::mem::take(&mut self.moving);
        moving.clear();
        let free = order.ranks[rank].iter().copied();
        moving.extend(free.filter(|&vertex| self.freedom.is_free(vertex)));
        let mut saved = 0;
        for &vertex in &moving {
            let now = order.position[vertex];
            let (best, gain) = self.best_place(&order.ranks[rank], vertex, now);
            if gain > 0 {
                saved += gain;
                let vertices = &mut order.ranks[rank];
                if best < now {
                    vertices[best..=now].rotate_right(1);
                } else {
                    vertices[now..=best].rotate_left(1);
                }
                let (low, high) = (best.min(now), best.max(now));
                for (at, &moved) in (low..=high).zip(&vertices[low..=high]) {
                    order.position[moved] = at;
                }
            }
        }
        self.moving = moving;
        if saved > 0 {
            order.renumber(rank);
        } else {
            // One round past all others may open a better place for an earlier one, so only a
            // round without a gain is the last.
            self.sifted[rank] = order.now;
        }
        saved
    }

    /// Where in its rank a vertex causes fewest crossings, the nearest of several, and how many
    /// fewer than now.
    fn best_place(&self, vertices: &[usize], vertex: usize, now: usize) -> (usize, u64) {
        let (mut best, mut most, mut gain) = (now, 0, 0_i64);
        for at in (0..now).rev() {
            let (kept, swapped) = self.pair(vertices[at], vertex);
            gain += kept.cast_signed() - swapped.cast_signed();
            if gain > most {
                (best, most) = (at, gain);
            }
        }
        gain = 0;
        for (at, &other) in vertices.iter().enumerate().skip(now + 1) {
            let (kept, swapped) = self.pair(vertex, other);
            gain += kept.cast_signed() - swapped.cast_signed();
            if gain > most {
                (best, most) = (at, gain);
            }
        }
        (best, most.cast_unsigned())
    }

    /// Notes where the neighbours of a rank's vertices stand. They do not move while it changes.
    fn load(&mut self, order: &Order, rank: usize) {
        self.positions.clear();
        for &vertex in &order.ranks[rank] {
            let start = self.positions.len();
            self.extend(order, self.layers.before.of(vertex));
            let middle = self.positions.len();
            self.extend(order, self.layers.after.of(vertex));
            self.spans[vertex] = [start, middle, self.positions.len()];
        }
    }

    fn extend(&mut self, order: &Order, neighbours: &[usize]) {
        let start = self.positions.len();
        let positions = neighbours.iter().map(|&v| small(order.position[v]));
        self.positions.extend(positions);
        match &mut self.positions[start..] {
            [] | [_] => {}
            [a, b] if *a <= *b => {}
            [a, b] => std::mem::swap(a, b),
            more => more.sort_unstable(),
        }
    }

    /// The crossings among the segments of two vertices, with `a` first and with `b` first.
    fn pair(&self, a: usize, b: usize) -> (u64, u64) {
        let [a0, a1, a2] = self.spans[a];
        let [b0, b1, b2] = self.spans[b];
        let before = crossings_of(&self.positions[a0..a1], &self.positions[b0..b1]);
        let after = crossings_of(&self.positions[a1..a2], &self.positions[b1..b2]);
        (before.0 + after.0, before.1 + after.1)
    }
}

/// A position as a number half the size: there are no 2³² vertices.
fn small(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// For sorted ends: how many pairs have the first's beyond the second's, and the other way round.
fn crossings_of(first: &[u32], second: &[u32]) -> (u64, u64) {
    if let ([end], [other]) = (first, second) {
        return (u64::from(other < end), u64::from(other > end));
    }
    let (mut beyond, mut below) = (0, 0);
    let (mut less, mut not_more) = (0, 0);
    for end in first {
        while second.get(less).is_some_and(|other| other < end) {
            less += 1;
        }
        not_more = not_more.max(less);
        while second.get(not_more).is_some_and(|other| other <= end) {
            not_more += 1;
        }
        beyond += less;
        below += second.len() - not_more;
    }
    (beyond as u64, below as u64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{
            crossings::crossings,
            start::{From, depth_first},
        },
        *,
    };

    proptest! {
        #[test]
        fn saves_what_it_says(
            links in prop::collection::vec((0_usize..12, 0_usize..12), 1..30),
        ) {
            let rank: Vec<usize> = (0..12).map(|card| card / 4).collect();
            let links: Vec<_> = links.into_iter().filter(|(a, b)| rank[*a] < rank[*b]).collect();
            let layers = Layers::new(rank, &links);
            let turns: Vec<usize> = (0..layers.vertices()).collect();
            let mut order = depth_first(&layers, From::Causes, &turns);
            let mut exchange = Exchange::new(&layers, AllFree);
            let before = crossings(&layers, &order);
            let by_transposing = exchange.transpose(&mut order);
            let between = crossings(&layers, &order);
            prop_assert_eq!(before - between, by_transposing);
            let by_sifting = exchange.sift(&mut order);
            prop_assert_eq!(between - crossings(&layers, &order), by_sifting);
        }
    }
}
