//! Completing: the places of all other vertices around those whose order is known.

use super::{
    super::turns::by_turn,
    Layers, Order,
    exchange::{Exchange, Fixed},
    reinsert::Reinsertion,
};

/// Rounds of exchanges at most.
const ROUNDS: usize = 24;

/// An order with few crossings in which the known vertices of each rank follow one another by
/// height. The heights of the others are where their search for a place begins.
///
/// Costs little where few are unknown.
pub(crate) fn complete(layers: &Layers, is_known: &[bool], height: &[i64]) -> Order {
    let mut ranks = vec![Vec::new(); layers.ranks];
    for vertex in by_turn(layers.vertices(), |vertex| height[vertex]) {
        ranks[layers.rank[vertex]].push(vertex);
    }
    let has_unknown = |rank: &usize| ranks[*rank].iter().any(|&vertex: &usize| !is_known[vertex]);
    let changing: Vec<usize> = (0..layers.ranks).filter(has_unknown).collect();
    let mut order = Order::new(ranks, layers.vertices());
    if changing.is_empty() {
        return order;
    }
    let mut reinsertion = Reinsertion::new(layers);
    let mut exchange = Exchange::new(layers, Fixed(is_known));
    for _ in 0..ROUNDS {
        let saved =
            reinsertion.fit_in(&mut order, is_known) + exchange.settle(&mut order, &changing);
        if saved == 0 {
            break;
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_link_passes_beside_what_it_need_not_cross() {
        // 0 to 2 is a path; 3 leads to 4 past rank 1 by the dummy 5.
        let layers = Layers::new(vec![0, 1, 2, 0, 2], &[(0, 1), (1, 2), (3, 4)]);
        let is_known = [true, true, true, true, true, false];
        let order = complete(&layers, &is_known, &[50, 50, 50, 0, 0, 60]);
        assert_eq!(order.ranks, [vec![3, 0], vec![5, 1], vec![4, 2]]);
    }

    proptest! {
        #[test]
        fn the_known_order_is_kept_and_nothing_lost(
            links in prop::collection::vec((0_usize..9, 0_usize..9), 1..20),
            is_card_known in prop::collection::vec(any::<bool>(), 9),
            heights in prop::collection::vec(0_i64..100, 60),
        ) {
            let rank: Vec<usize> = (0..9).map(|card| card / 3).collect();
            let links: Vec<_> = links.into_iter().filter(|(a, b)| rank[*a] < rank[*b]).collect();
            let layers = Layers::new(rank, &links);
            let mut is_known = is_card_known;
            is_known.resize(layers.vertices(), false);
            let heights: Vec<i64> = heights.into_iter().cycle().take(layers.vertices()).collect();
            let order = complete(&layers, &is_known, &heights);
            for rank in &order.ranks {
                let mut known = rank.iter().filter(|&&v| is_known[v]).map(|&v| heights[v]);
                prop_assert!(known.by_ref().is_sorted());
            }
            let mut all = order.ranks.concat();
            all.sort_unstable();
            prop_assert!(all.into_iter().eq(0..layers.vertices()));
        }
    }
}
