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
