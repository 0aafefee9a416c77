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
