//! Normalizing: a link over several ranks becomes a chain of links over one, by a dummy vertex in
//! each rank it passes.

use super::{
    adjacency::Adjacency,
    turns::{by_turn, turn},
};

/// Dummies made at most. A link for which none are left is routed around the finished drawing.
const MOST_DUMMIES: usize = 20_000;

/// The cards of one component in ranks, all links cut to the length of one rank.
///
/// Vertices are cards first, then dummies.
#[derive(Debug)]
pub(super) struct Layers {
    /// How many vertices are cards.
    pub(super) cards: usize,
    /// The rank of each vertex.
    pub(super) rank: Vec<usize>,
    /// How many ranks there are.
    pub(super) ranks: usize,
    /// Pairs of vertices in neighbouring ranks, the earlier first.
    pub(super) segments: Vec<(usize, usize)>,
    /// The way of each link from its earlier card to its later one; without the dummies between
    /// where there were none left.
    pub(super) chains: Vec<Vec<usize>>,
    /// Neighbours in the rank before.
    pub(super) before: Adjacency,
    /// Neighbours in the rank after.
    pub(super) after: Adjacency,
}

impl Layers {
    /// `links` run from an earlier to a later rank.
    pub(super) fn new(mut rank: Vec<usize>, links: &[(usize, usize)]) -> Self {
        let cards = rank.len();
        let ranks = rank.iter().max().map_or(0, |last| last + 1);
        let mut segments = Vec::new();
        let mut chains = vec![Vec::new(); links.len()];
        let shortest_first = by_turn(links.len(), |link| {
            turn(rank[links[link].1] - rank[links[link].0])
        });
        for link in shortest_first {
            let (low, high) = links[link];
            let between = rank[low] + 1..rank[high];
            let chain: &mut Vec<usize> = &mut chains[link];
            chain.push(low);
            if rank.len() + between.len() <= cards + MOST_DUMMIES {
                for at in between {
                    chain.push(rank.len());
                    rank.push(at);
                }
                chain.push(high);
                segments.extend(chain.windows(2).map(|pair| (pair[0], pair[1])));
            } else {
                chain.push(high);
            }
        }
        let turned = segments.iter().map(|&(low, high)| (high, low));
        Self {
            before: Adjacency::new(rank.len(), turned),
            after: Adjacency::new(rank.len(), segments.iter().copied()),
            cards,
            rank,
            ranks,
            segments,
            chains,
        }
    }

    /// How many vertices there are.
    pub(super) fn vertices(&self) -> usize {
        self.rank.len()
    }

    pub(super) fn is_dummy(&self, vertex: usize) -> bool {
        vertex >= self.cards
    }
}
