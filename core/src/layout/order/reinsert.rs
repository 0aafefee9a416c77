//! Reinsertion: a card with its long links, or a long link alone, is taken out of the drawing and
//! put back where it crosses least.
//!
//! Sifting moves one vertex while its neighbours stand, and so never a chain of dummies past another. Moving
//! what hangs together is the idea of global sifting (Bachmaier, Brandenburg, Brunner, Hübner, *A global
//! k-level crossing reduction algorithm*, WALCOM 2010); here each chain takes the best way through
//! the ranks instead of a straight one.

use super::{
    super::adjacency::Adjacency,
    Layers, Order,
    ways::{ANY, Ways},
};

/// Costs of places worked out at most; a tangle of 1,000 cards takes a few millions.
const MOST_EFFORT: usize = 10_000_000;

/// Reinsertions in one drawing, with the memory they share.
#[derive(Debug)]
pub(super) struct Reinsertion<'a> {
    layers: &'a Layers,
    ways: Ways<'a>,
    /// The links of each card, the shortest first: soon known, they often tell that there is
    /// nothing to gain.
    links: Adjacency,
    /// The ranks at hand as they were.
    kept: Kept,
    /// What all links of a card cross for each place it may take.
    total: Vec<u32>,
    /// When each link, then each card, was last put where it crosses least.
    settled: Vec<u64>,
}

/// Neighbouring ranks as they were.
#[derive(Debug, Default)]
struct Kept {
    first: usize,
    ranks: Vec<Vec<usize>>,
}

impl<'a> Reinsertion<'a> {
    pub(super) fn new(layers: &'a Layers) -> Self {
        // For some long link there may have been no dummies left.
        let is_whole = |chain: &[usize]| {
            chain
                .windows(2)
                .all(|pair| layers.rank[pair[0]] + 1 == layers.rank[pair[1]])
        };
        let links = layers.chains.iter().enumerate();
        let mut ends: Vec<(usize, usize)> = links
            .filter(|(_, chain)| is_whole(chain))
            .flat_map(|(link, chain)| [(chain[0], link), (chain[chain.len() - 1], link)])
            .collect();
        ends.sort_by_key(|(_, link)| layers.chains[*link].len());
        Self {
            layers,
            ways: Ways::new(layers),
            links: Adjacency::new(layers.cards, ends.iter().copied()),
            kept: Kept::default(),
            total: Vec::new(),
            settled: vec![0; layers.chains.len() + layers.cards],
        }
    }

    /// Reinserts each link and each card once; returns how many crossings that saved.
    ///
    /// Ends early where it has cost more than any web that can be read.
    pub(super) fn round(&mut self, order: &mut Order) -> u64 {
        let mut saved = 0;
        for link in 0..self.layers.chains.len() {
            if self.ways.effort < MOST_EFFORT {
                saved += self.reinsert_link(order, link);
            }
        }
        for card in 0..self.layers.cards {
            if self.ways.effort < MOST_EFFORT {
                saved += self.reinsert_card(order, card);
            }
        }
        saved
    }

    /// Reinserts what is not known: links of which a dummy is not, and cards. Returns how many
    /// crossings that saved.
    pub(super) fn fit_in(&mut self, order: &mut Order, is_known: &[bool]) -> u64 {
        let layers = self.layers;
        let is_new = |link: &usize| layers.chains[*link].iter().any(|&vertex| !is_known[vertex]);
        let links = (0..layers.chains.len()).filter(is_new);
        let by_links: u64 = links.map(|link| self.reinsert_link(order, link)).sum();
        let cards = (0..layers.cards).filter(|&card| !is_known[card]);
        let by_cards: u64 = cards.map(|card| self.reinsert_card(order, card)).sum();
        by_links + by_cards
    }

    fn reinsert_link(&mut self, order: &mut Order, link: usize) -> u64 {
        let chain = &self.layers.chains[link];
        if !self.is_long(link) || self.is_settled(order, link, &[link]) {
            return 0;
        }
        let before = self.crossed_by(order, link);
        if before == 0 {
            return 0;
        }
        self.kept.keep(order, self.span(&chain[1..chain.len() - 1]));
        self.take_out(order, link);
        let after = self.ways.insert(order, chain, before + 1);
        self.settle(order, before, after)
    }

    fn reinsert_card(&mut self, order: &mut Order, card: usize) -> u64 {
        let links: Vec<usize> = self.links.of(card).to_vec();
        // Sifting has seen to what has only short links.
        let has_long = links.last().is_some_and(|&link| self.is_long(link));
        if !has_long || self.is_settled(order, self.layers.chains.len() + card, &links) {
            return 0;
        }
        if links.iter().all(|&link| self.crossed_by(order, link) == 0) {
            return 0;
        }
        let (rank, was) = (self.layers.rank[card], order.position[card]);
        let spans = links.iter().map(|&link| {
            let chain = &self.layers.chains[link];
            self.span(
                &chain[usize::from(chain[0] != card)..chain.len() - usize::from(chain[0] == card)],
            )
        });
        let span = spans.fold((rank, rank), |(a, b), (c, d)| (a.min(c), b.max(d)));
        self.kept.keep(order, span);
        let mut before = 0;
        for &link in &links {
            before += self.crossed_by(order, link);
            self.take_out(order, link);
        }
        order.take_out(rank, card);
        let Some(at) = self.best_place(order, card, &links, (was, before)) else {
            self.kept.restore(order);
            return 0;
        };
        order.put_in(rank, at, card);
        let mut after = 0;
        for &link in &links {
            after += if self.is_long(link) {
                self.ways.insert(order, &self.layers.chains[link], ANY)
            } else {
                self.crossed_by(order, link)
            };
        }
        self.settle(order, before, after)
    }

    /// Where a card that is out with its links crosses least, the nearest of several to where it
    /// was; `None` where that is not less than before.
    fn best_place(
        &mut self,
        order: &Order,
        card: usize,
        links: &[usize],
        (was, before): (usize, u32),
    ) -> Option<usize> {
        self.total.clear();
        self.total
            .resize(order.ranks[self.layers.rank[card]].len() + 1, 0);
        let mut least = 0;
        for &link in links {
            let chain = &self.layers.chains[link];
            let costs = self.ways.reach(order, chain, card, before - least);
            for (total, cost) in self.total.iter_mut().zip(costs) {
                *total += cost;
            }
            least = self.total.iter().copied().min().unwrap_or(0);
            if least >= before {
                return None;
            }
        }
        (0..self.total.len()).min_by_key(|&at| (self.total[at], at.abs_diff(was)))
    }

    fn is_long(&self, link: usize) -> bool {
        self.layers.chains[link].len() > 2
    }

    /// Whether nothing changed around some links since this was last asked about them.
    fn is_settled(&mut self, order: &Order, what: usize, links: &[usize]) -> bool {
        let changed = |&link: &usize| {
            let (first, last) = self.span(&self.layers.chains[link]);
            order.changed[first..=last]
                .iter()
                .copied()
                .max()
                .unwrap_or(0)
        };
        let changed = links.iter().map(changed).max().unwrap_or(0);
        let is_settled = self.settled[what] >= changed;
        self.settled[what] = order.now;
        is_settled
    }

    /// The ranks from the first to the last vertex of a part of a chain.
    fn span(&self, part: &[usize]) -> (usize, usize) {
        let rank = |vertex: Option<&usize>| vertex.map_or(0, |&vertex| self.layers.rank[vertex]);
        (rank(part.first()), rank(part.last()))
    }

    /// How many segments a link crosses.
    fn crossed_by(&self, order: &Order, link: usize) -> u32 {
        let segments = self.layers.chains[link].windows(2);
        segments
            .map(|pair| self.crossed(order, pair[0], pair[1]))
            .sum()
    }

    fn crossed(&self, order: &Order, low: usize, high: usize) -> u32 {
        let (before, after) = order.ranks[self.layers.rank[low]].split_at(order.position[low]);
        let goal = order.position[high];
        let ends = |&vertex: &usize| order.places_of(self.layers.after.of(vertex));
        let far = before
            .iter()
            .flat_map(ends)
            .map(|end| u32::from(end > goal));
        let near = after
            .iter()
            .skip(1)
            .flat_map(ends)
            .map(|end| u32::from(end < goal));
        far.sum::<u32>() + near.sum::<u32>()
    }

    fn take_out(&self, order: &mut Order, link: usize) {
        let chain = &self.layers.chains[link];
        for &dummy in &chain[1..chain.len() - 1] {
            order.take_out(self.layers.rank[dummy], dummy);
        }
    }

    /// Keeps what saves crossings, and takes back what does not; returns how many it saved.
    fn settle(&mut self, order: &mut Order, before: u32, after: u32) -> u64 {
        if after >= before {
            self.kept.restore(order);
            return 0;
        }
        for rank in self.kept.span() {
            order.renumber(rank);
        }
        u64::from(before - after)
    }
}

impl Kept {
    fn keep(&mut self, order: &Order, (first, last): (usize, usize)) {
        self.first = first;
        self.ranks.resize_with(last + 1 - first, Vec::new);
        for (kept, rank) in self.ranks.iter_mut().zip(&order.ranks[first..]) {
            kept.clone_from(rank);
        }
    }

    fn span(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.ranks.len()
    }

    fn restore(&mut self, order: &mut Order) {
        for (kept, rank) in self.ranks.iter().zip(self.span()) {
            order.ranks[rank].clone_from(kept);
            for (at, &vertex) in kept.iter().enumerate() {
                order.position[vertex] = at;
            }
        }
    }
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

    #[test]
    fn a_long_link_goes_round_what_stands_in_its_way() {
        // Two paths side by side, and a link from before the first to behind the second: 0-2-4,
        // 1-3-5 and the long 6 to 7.
        let layers = Layers::new(
            vec![0, 0, 1, 1, 2, 2, 0, 2],
            &[(0, 2), (2, 4), (1, 3), (3, 5), (6, 7)],
        );
        let ranks = vec![vec![6, 0, 1], vec![2, 3, 8], vec![7, 4, 5]];
        let mut order = Order::new(ranks, layers.vertices());
        assert_eq!(crossings(&layers, &order), 4);
        assert_eq!(Reinsertion::new(&layers).round(&mut order), 4);
        assert_eq!(order.ranks, [vec![6, 0, 1], vec![8, 2, 3], vec![7, 4, 5]]);
    }

    #[test]
    fn a_card_takes_its_long_links_along() {
        // The card 4 with two links over three ranks stands on the wrong side of two paths.
        let links = [
            (0, 1),
            (1, 2),
            (2, 3),
            (4, 5),
            (4, 6),
            (7, 8),
            (8, 9),
            (9, 10),
        ];
        let layers = Layers::new(vec![0, 1, 2, 3, 0, 3, 3, 0, 1, 2, 3], &links);
        // The dummies of the two are 11 and 12, 13 and 14.
        let ranks = vec![
            vec![4, 0, 7],
            vec![11, 13, 1, 8],
            vec![12, 14, 2, 9],
            vec![3, 10, 5, 6],
        ];
        let mut order = Order::new(ranks, layers.vertices());
        let before = crossings(&layers, &order);
        assert_eq!(Reinsertion::new(&layers).round(&mut order), before);
        assert_eq!(crossings(&layers, &order), 0);
    }

    proptest! {
        #[test]
        fn saves_what_it_says_and_loses_nothing(
            links in prop::collection::vec((0_usize..14, 0_usize..14), 1..30),
        ) {
            let rank: Vec<usize> = (0..14).map(|card| card / 3).collect();
            let links: Vec<_> = links.into_iter().filter(|(a, b)| rank[*a] < rank[*b]).collect();
            let layers = Layers::new(rank, &links);
            let turns: Vec<usize> = (0..layers.vertices()).collect();
            let mut order = depth_first(&layers, From::Causes, &turns);
            let mut reinsertion = Reinsertion::new(&layers);
            for _ in 0..3 {
                let before = crossings(&layers, &order);
                let saved = reinsertion.round(&mut order);
                prop_assert_eq!(before - crossings(&layers, &order), saved);
                for (rank, vertices) in order.ranks.iter().enumerate() {
                    for (at, &vertex) in vertices.iter().enumerate() {
                        prop_assert_eq!((layers.rank[vertex], order.position[vertex]), (rank, at));
                    }
                }
                prop_assert_eq!(order.ranks.concat().len(), layers.vertices());
            }
        }

        #[test]
        fn no_other_way_of_a_link_crosses_less(
            links in prop::collection::vec((0_usize..9, 0_usize..9), 1..14),
        ) {
            let rank: Vec<usize> = (0..9).map(|card| card / 3).collect();
            let mut links: Vec<_> = links.into_iter().filter(|(a, b)| rank[*a] < rank[*b]).collect();
            links.push((0, 8));
            let layers = Layers::new(rank, &links);
            let turns: Vec<usize> = (0..layers.vertices()).collect();
            let mut order = depth_first(&layers, From::Causes, &turns);
            let chain = layers.chains[links.len() - 1].clone();
            Reinsertion::new(&layers).reinsert_link(&mut order, links.len() - 1);
            let found = crossings(&layers, &order);
            order.take_out(1, chain[1]);
            for at in 0..=order.ranks[1].len() {
                order.put_in(1, at, chain[1]);
                prop_assert!(crossings(&layers, &order) >= found);
                order.take_out(1, chain[1]);
            }
        }
    }
}
