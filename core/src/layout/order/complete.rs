//! Completing: the places of all other vertices around cards whose order is given.

use super::{
    super::px,
    Layers, Order,
    exchange::{Exchange, Fixed},
};

/// Rounds of exchanges at most.
const ROUNDS: usize = 24;

/// An order with few crossings in which the given cards of each rank follow one another as given.
///
/// Depends on nothing else than its arguments, so that the order of the cards alone brings a whole
/// drawing back.
pub(crate) fn complete(layers: &Layers, given: &[Vec<usize>]) -> Order {
    let mut is_fixed = vec![false; layers.vertices()];
    for &vertex in given.iter().flatten() {
        is_fixed[vertex] = true;
    }
    let mut order = interpolate(layers, given, &is_fixed);
    let mut exchange = Exchange::new(layers, Fixed(&is_fixed));
    for _ in 0..ROUNDS {
        if exchange.sift(&mut order) + exchange.transpose(&mut order) == 0 {
            break;
        }
    }
    order
}

/// Places free vertices by the height at which their neighbours stand: given cards by their index
/// in their rank, the others by repeated averages.
fn interpolate(layers: &Layers, given: &[Vec<usize>], is_fixed: &[bool]) -> Order {
    let mut height = vec![f64::NAN; layers.vertices()];
    for rank in given {
        let middle = px::count(rank.len()) / 2.0;
        for (at, &vertex) in rank.iter().enumerate() {
            height[vertex] = px::count(at) + 0.5 - middle;
        }
    }
    let free: Vec<usize> = (0..layers.vertices()).filter(|&v| !is_fixed[v]).collect();
    for turn in 0..ROUNDS {
        for at in 0..free.len() {
            let vertex = if turn % 2 == 0 {
                free[at]
            } else {
                free[free.len() - 1 - at]
            };
            if let Some(mean) = mean_of_neighbours(layers, &height, vertex) {
                height[vertex] = mean;
            }
        }
    }
    let mut ranks = vec![Vec::new(); layers.ranks];
    for (rank, cards) in given.iter().enumerate() {
        ranks[rank].clone_from(cards);
    }
    for &vertex in &free {
        let here = &mut ranks[layers.rank[vertex]];
        let at = here.partition_point(|&other| height[other] <= height[vertex]);
        here.insert(at, vertex);
    }
    Order::new(ranks, layers.vertices())
}

/// The mean height of the neighbours that have one.
fn mean_of_neighbours(layers: &Layers, height: &[f64], vertex: usize) -> Option<f64> {
    let around = layers
        .before
        .of(vertex)
        .iter()
        .chain(layers.after.of(vertex));
    let known = around.map(|&v| height[v]).filter(|height| !height.is_nan());
    let (sum, many) = known.fold((0.0, 0), |(sum, many), height| (sum + height, many + 1));
    (many > 0).then(|| sum / px::count(many))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_link_passes_beside_what_it_need_not_cross() {
        // 0 to 2 is a path; 3 leads to 4 past rank 1 by the dummy 5.
        let layers = Layers::new(vec![0, 1, 2, 0, 2], &[(0, 1), (1, 2), (3, 4)]);
        let order = complete(&layers, &[vec![3, 0], vec![1], vec![4, 2]]);
        assert_eq!(order.ranks, [vec![3, 0], vec![5, 1], vec![4, 2]]);
    }

    proptest! {
        #[test]
        fn the_given_order_is_kept_and_nothing_lost(
            links in prop::collection::vec((0_usize..9, 0_usize..9), 1..20),
            is_given in prop::collection::vec(any::<bool>(), 9),
        ) {
            let rank: Vec<usize> = (0..9).map(|card| card / 3).collect();
            let links: Vec<_> = links.into_iter().filter(|(a, b)| rank[*a] < rank[*b]).collect();
            let layers = Layers::new(rank, &links);
            let given: Vec<Vec<usize>> = (0..3)
                .map(|rank| (3 * rank..3 * rank + 3).rev().filter(|&card| is_given[card]).collect())
                .collect();
            let order = complete(&layers, &given);
            prop_assert!(order.agrees_with(&given));
            let mut all = order.ranks.concat();
            all.sort_unstable();
            prop_assert!(all.into_iter().eq(0..layers.vertices()));
        }
    }
}
