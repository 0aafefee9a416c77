//! The way of a long link through the ranks on which it crosses least, everything else as it is.
//!
//! A shortest path over the places between the vertices of each rank, where a step costs the
//! segments that it crosses: edge insertion into a fixed drawing, as planarization knows it (Gutwenger, Mutzel,
//! Weiskircher, *Inserting an edge into a planar graph*, Algorithmica 2005), carried over to ranks.

use super::{super::adjacency::Adjacency, Layers, Order};

/// A cost that none reaches: there are at most as many segments as links and dummies.
pub(super) const ANY: u32 = u32::MAX / 4;

/// Looks for ways in one drawing, with the memory that takes.
#[derive(Debug)]
pub(super) struct Ways<'a> {
    layers: &'a Layers,
    /// What the best way to each place of the rank at hand costs. The place `at` lies before the
    /// vertex `at`, the last one behind all.
    costs: Vec<u32>,
    onward: Vec<u32>,
    /// What a step to each place of the next rank crosses more than one to the place before it.
    more: Vec<i32>,
    /// For each rank on the way but the first, from which place the best way to each place comes.
    origins: Vec<Vec<usize>>,
    /// How many costs of places were worked out so far.
    pub(super) effort: usize,
}

/// The way a link is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    WithTheFlow,
    AgainstTheFlow,
}

impl Course {
    fn next(self, rank: usize) -> usize {
        match self {
            Self::WithTheFlow => rank + 1,
            Self::AgainstTheFlow => rank - 1,
        }
    }

    fn neighbours(self, layers: &Layers) -> &Adjacency {
        match self {
            Self::WithTheFlow => &layers.after,
            Self::AgainstTheFlow => &layers.before,
        }
    }
}

impl<'a> Ways<'a> {
    pub(super) fn new(layers: &'a Layers) -> Self {
        Self {
            layers,
            costs: Vec::new(),
            onward: Vec::new(),
            more: Vec::new(),
            origins: Vec::new(),
            effort: 0,
        }
    }

    /// What a chain crosses at least to reach each place in the rank of one of its ends, a card
    /// that is out as the dummies of the chain are. Costs from `limit` on are not told apart.
    pub(super) fn reach(
        &mut self,
        order: &Order,
        chain: &[usize],
        card: usize,
        limit: u32,
    ) -> &[u32] {
        let (first, last) = ends(chain);
        let (course, other) = if last == card {
            (Course::WithTheFlow, first)
        } else {
            (Course::AgainstTheFlow, last)
        };
        let mut rank = self.layers.rank[other];
        self.start(order, other, course);
        for step in 0..chain.len() - 2 {
            rank = course.next(rank);
            self.step(order, rank, course, step, limit);
        }
        &self.costs
    }

    /// Puts a chain's dummies, which are out, where it crosses least; returns what it crosses.
    /// That costs less than `limit` in some way is known.
    pub(super) fn insert(&mut self, order: &mut Order, chain: &[usize], limit: u32) -> u32 {
        let (first, last) = ends(chain);
        let dummies = &chain[1..chain.len() - 1];
        self.start(order, first, Course::WithTheFlow);
        for (step, &dummy) in dummies[1..].iter().enumerate() {
            let rank = self.layers.rank[dummy] - 1;
            self.step(order, rank, Course::WithTheFlow, step, limit);
        }
        let (cost, mut at) = self.arrive(order, last);
        for (index, &dummy) in dummies.iter().enumerate().rev() {
            order.put_in(self.layers.rank[dummy], at, dummy);
            if let Some(step) = index.checked_sub(1) {
                at = self.origins[step][at];
            }
        }
        cost
    }

    /// The costs of the segment from a vertex to each place of the next rank.
    fn start(&mut self, order: &Order, vertex: usize, course: Course) {
        let rank = self.layers.rank[vertex];
        let (before, after) = order.ranks[rank].split_at(order.position[vertex]);
        let neighbours = course.neighbours(self.layers);
        let ends = |&vertex: &usize| order.places_of(neighbours.of(vertex));
        self.more.clear();
        self.more
            .resize(order.ranks[course.next(rank)].len() + 1, 0);
        // What begins before the vertex is crossed where it ends behind the place, else the
        // other way round.
        for end in before.iter().flat_map(ends) {
            self.more[0] += 1;
            self.more[end + 1] -= 1;
        }
        for end in after.iter().skip(1).flat_map(ends) {
            self.more[end + 1] += 1;
        }
        self.costs.clear();
        self.costs.extend(running_sums(0, &self.more));
        self.effort += self.costs.len();
    }

    /// From the costs of a rank's places to those of the next. Ways that cost `limit` or more are
    /// not followed.
    fn step(&mut self, order: &Order, rank: usize, course: Course, step: usize, limit: u32) {
        let neighbours = course.neighbours(self.layers);
        let places = order.ranks[course.next(rank)].len() + 1;
        let ends = |&vertex: &usize| order.places_of(neighbours.of(vertex));
        if self.origins.len() <= step {
            self.origins.push(Vec::new());
        }
        let origins = &mut self.origins[step];
        origins.clear();
        origins.resize(places, 0);
        self.onward.clear();
        self.onward.resize(places, limit);
        // From the first place everything ends on the far side, and what ends before is crossed.
        self.more.clear();
        self.more.resize(places, 0);
        for end in order.ranks[rank].iter().flat_map(ends) {
            self.more[end + 1] += 1;
        }
        for (from, &cost) in self.costs.iter().enumerate() {
            if cost < limit {
                self.effort += places;
                let costs = running_sums(cost, &self.more);
                for ((cost, least), origin) in costs.zip(&mut self.onward).zip(&mut *origins) {
                    if cost < *least {
                        (*least, *origin) = (cost, from);
                    }
                }
            }
            // The next place lies behind one vertex more: its segments are crossed on their other side.
            for end in order.ranks[rank].get(from).into_iter().flat_map(ends) {
                self.more[0] += 1;
                self.more[end + 1] -= 2;
            }
        }
        std::mem::swap(&mut self.costs, &mut self.onward);
    }

    /// The least cost to reach a vertex from the places of the rank before, and from which.
    fn arrive(&self, order: &Order, vertex: usize) -> (u32, usize) {
        let goal = order.position[vertex];
        let rank = &order.ranks[self.layers.rank[vertex] - 1];
        let ends = |&vertex: &usize| order.places_of(self.layers.after.of(vertex));
        let mut crossed: u32 = rank
            .iter()
            .flat_map(ends)
            .map(|end| u32::from(end < goal))
            .sum();
        let mut best = (u32::MAX, 0);
        for (from, cost) in self.costs.iter().enumerate() {
            best = best.min((cost + crossed, from));
            for end in rank.get(from).into_iter().flat_map(ends) {
                crossed += u32::from(end > goal);
                crossed -= u32::from(end < goal);
            }
        }
        best
    }
}

/// The first and the last vertex of a chain.
fn ends(chain: &[usize]) -> (usize, usize) {
    (chain[0], chain[chain.len() - 1])
}

/// `start` and what comes to it, none below 0.
fn running_sums(start: u32, more: &[i32]) -> impl Iterator<Item = u32> {
    more.iter().scan(start, |sum, &more| {
        *sum = sum.wrapping_add_signed(more);
        Some(*sum)
    })
}
