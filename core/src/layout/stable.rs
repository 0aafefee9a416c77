//! Stability: cards keep the order they were last drawn in, unless a fresh one pays much more.
//!
//! What comes out depends on the previous drawing only by the order of its cards within each rank;
//! and that order can be read off what comes out. So a drawing fed back in comes out the same.

use super::{
    normalize::Layers,
    order::{Order, complete, crossings, search},
    web::Body,
};

/// The order to draw in. `bodies` are the cards of the layers.
///
/// A pinned card says nothing about the order: it stands where a person put it.
/// `length` measures a drawing in an order, to choose among equals.
pub(super) fn order(layers: &Layers, bodies: &[Body], length: impl Fn(&Order) -> i64) -> Order {
    let fresh = search(layers, length);
    let kept = previous_order(layers, bodies);
    if fresh.agrees_with(&kept) {
        return fresh;
    }
    let mut settled = complete(layers, &kept);
    let mut all = settled.cards(layers);
    for rank in &mut all {
        rank.retain(|&card| bodies[card].pin.is_none());
    }
    if all != kept {
        // Now the new cards have their places, and are drawn as they will be once they are old.
        if fresh.agrees_with(&all) {
            return fresh;
        }
        settled = complete(layers, &all);
    }
    let (now, then) = (crossings(layers, &fresh), crossings(layers, &settled));
    if is_worth_a_change(now, then) {
        fresh
    } else {
        settled
    }
}

/// A fresh order must save a quarter of the crossings, and more than two.
fn is_worth_a_change(fresh: u64, kept: u64) -> bool {
    fresh + 2 < kept && fresh * 4 < kept * 3
}

/// The cards that were drawn before, in each rank by where they stood.
fn previous_order(layers: &Layers, bodies: &[Body]) -> Vec<Vec<usize>> {
    let mut ranks = vec![Vec::new(); layers.ranks];
    for (card, body) in bodies.iter().enumerate() {
        if let (Some(previous), None) = (body.previous, body.pin) {
            ranks[layers.rank[card]].push((previous.across, card));
        }
    }
    let sorted = |mut rank: Vec<(i64, usize)>| {
        rank.sort_unstable();
        rank.into_iter().map(|(_, card)| card).collect()
    };
    ranks.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::layout::web::Place;

    fn bodies(across: &[Option<i64>]) -> Vec<Body> {
        let body = |across: &Option<i64>| Body {
            along: 1,
            across: 1,
            pin: None,
            previous: across.map(|across| Place { along: 0, across }),
        };
        across.iter().map(body).collect()
    }

    /// Cards 0 to 2 lead to 3 to 5, each to its own.
    fn ladder() -> Layers {
        Layers::new(vec![0, 0, 0, 1, 1, 1], &[(0, 3), (1, 4), (2, 5)])
    }

    #[test]
    fn few_crossings_are_no_reason_to_change() {
        let layers = ladder();
        let before = bodies(&[Some(0), Some(9), Some(5), Some(0), Some(5), Some(9)]);
        let order = order(&layers, &before, |_| 0);
        assert_eq!(order.ranks, [vec![0, 2, 1], vec![3, 4, 5]]);
    }

    #[test]
    fn many_crossings_are() {
        let layers = ladder();
        let before = bodies(&[Some(9), Some(5), Some(0), Some(0), Some(5), Some(9)]);
        let order = order(&layers, &before, |_| 0);
        assert_eq!(crossings(&layers, &order), 0);
    }

    #[test]
    fn a_new_card_is_inserted_where_it_crosses_nothing() {
        let layers = ladder();
        let before = bodies(&[Some(9), None, Some(0), Some(9), Some(5), Some(0)]);
        let order = order(&layers, &before, |_| 0);
        assert_eq!(order.ranks, [vec![2, 1, 0], vec![5, 4, 3]]);
    }

    proptest! {
        #[test]
        fn cards_keep_their_order_unless_a_change_pays(
            links in prop::collection::vec((0_usize..5, 5_usize..10), 4..16),
            places in prop::collection::vec(prop::option::weighted(0.8, 0_i64..1000), 10),
        ) {
            let rank = (0..10).map(|card| usize::from(card >= 5)).collect();
            let layers = Layers::new(rank, &links);
            let bodies = bodies(&places);
            let order = order(&layers, &bodies, |_| 0);
            let kept = previous_order(&layers, &bodies);
            if !order.agrees_with(&kept) {
                let settled = crossings(&layers, &complete(&layers, &kept));
                prop_assert!(is_worth_a_change(crossings(&layers, &order), settled));
            }
        }
    }
}
