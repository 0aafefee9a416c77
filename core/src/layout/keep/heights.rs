//! How far across the flow everything was drawn, and a guess for what was not.

use super::{
    super::{normalize::Layers, px, web::Body},
    columns::{Columns, Grid},
};

/// Rounds in which new cards take over the heights of new ones.
const ROUNDS: usize = 8;

/// A height for every vertex.
#[derive(Debug)]
pub(super) struct Heights {
    /// Where each vertex stands, or is guessed to.
    pub(super) at: Vec<i64>,
    /// Whether it was drawn there, in the rank that it is in now.
    pub(super) is_known: Vec<bool>,
}

impl Heights {
    /// Reads off the previous places of cards, and where long links `passed` the columns.
    pub(super) fn of<'a>(
        layers: &Layers,
        bodies: &[Body],
        columns: &Columns,
        grid: &Grid,
        passed: impl Iterator<Item = &'a [i64]>,
    ) -> Self {
        let mut heights = Self {
            at: vec![0; layers.vertices()],
            is_known: vec![false; layers.vertices()],
        };
        for (card, body) in bodies.iter().enumerate() {
            if let Some(previous) = body.previous {
                heights.at[card] = previous.across;
                let now = grid.column[layers.rank[card]];
                heights.is_known[card] = columns.rank[card] == Some(now);
            }
        }
        for (chain, passed) in layers.chains.iter().zip(passed) {
            let [low, dummies @ .., high] = &chain[..] else {
                continue;
            };
            let (Some(low), Some(high)) = (columns.rank[*low], columns.rank[*high]) else {
                continue;
            };
            // How many of the columns it passed are no longer there.
            if let Ok(gone) = usize::try_from(px::signed(passed.len()) + 1 - (high - low)) {
                let first = low + 1;
                heights.read_passes((layers, bodies, grid), dummies, (first, gone), passed);
            }
        }
        heights
    }

    /// Reads off where a link passed the columns from the `first` on, of which some are `gone`.
    fn read_passes(
        &mut self,
        (layers, bodies, grid): (&Layers, &[Body], &Grid),
        dummies: &[usize],
        (first, gone): (i64, usize),
        passed: &[i64],
    ) {
        let mut next = 0;
        for &dummy in dummies {
            let Ok(column) = usize::try_from(grid.column[layers.rank[dummy]] - first) else {
                continue;
            };
            let mut places = column.max(next)..passed.len().min(column + gone + 1);
            // Nobody knows which are gone: not those where a card is in the way here.
            let is_free =
                |&place: &usize| gone == 0 || !self.is_taken(layers, bodies, dummy, passed[place]);
            let Some(place) = places.clone().find(is_free).or_else(|| places.next()) else {
                continue;
            };
            self.at[dummy] = passed[place];
            self.is_known[dummy] = true;
            next = place + 1;
        }
    }

    /// Whether a card stands at a height in the rank of a dummy.
    fn is_taken(&self, layers: &Layers, bodies: &[Body], dummy: usize, height: i64) -> bool {
        bodies.iter().enumerate().any(|(card, body)| {
            layers.rank[card] == layers.rank[dummy]
                && self.is_known[card]
                && (self.at[card] - height).abs() < body.half()
        })
    }

    /// Cards that were nowhere take the mean height of their neighbours, or that after the last of
    /// their siblings; a link's unknown passes lie on the straight line between those known.
    pub(super) fn guess_the_rest(&mut self, layers: &Layers, bodies: &[Body]) {
        let mut is_open: Vec<bool> = bodies.iter().map(|body| body.previous.is_none()).collect();
        for _ in 0..ROUNDS {
            let mut sums = vec![(0, 0); bodies.len()];
            for chain in &layers.chains {
                let (Some(&low), Some(&high)) = (chain.first(), chain.last()) else {
                    continue;
                };
                for (to, from) in [(low, high), (high, low)] {
                    if is_open[to] && !is_open[from] {
                        sums[to].0 += self.at[from];
                        sums[to].1 += 1;
                    }
                }
            }
            for (card, (sum, many)) in sums.into_iter().enumerate() {
                if many > 0 {
                    self.at[card] = sum / many;
                    is_open[card] = false;
                }
                if many == 1 {
                    self.follow_siblings(layers, card);
                }
            }
            if !is_open.contains(&true) {
                break;
            }
        }
        for chain in &layers.chains {
            self.interpolate(chain);
        }
    }

    /// Puts a card with one neighbour after all other cards of its rank that have the same one: the
    /// causes of an effect are read in the order in which they came.
    fn follow_siblings(&mut self, layers: &Layers, card: usize) {
        let neighbours = [&layers.before, &layers.after];
        for (here, back) in neighbours.into_iter().zip(neighbours.into_iter().rev()) {
            for &neighbour in here.of(card) {
                let siblings = back.of(neighbour).iter().filter(|&&other| other != card);
                let last = siblings.map(|&other| self.at[other]).max();
                self.at[card] = last.map_or(self.at[card], |last| last + 1);
            }
        }
    }

    /// Puts the unknown dummies of a chain on straight lines between what is before and after.
    fn interpolate(&mut self, chain: &[usize]) {
        let mut from = 0;
        for to in 1..chain.len() {
            let is_end = to + 1 == chain.len();
            if !is_end && !self.is_known[chain[to]] {
                continue;
            }
            let (low, high) = (self.at[chain[from]], self.at[chain[to]]);
            let steps = px::signed(to - from);
            for (step, &dummy) in (1..).zip(&chain[from + 1..to]) {
                self.at[dummy] = low + (high - low) * step / steps;
            }
            from = to;
        }
    }
}
