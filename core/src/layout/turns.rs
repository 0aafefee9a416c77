//! Sorting places by their turn; see [`by_turn`] for why not by the standard sort.

pub(super) use crate::model::by_turn;

/// Sorts items by their turn, lowest first; ties keep their order.
pub(super) fn sort_by_turn(items: &mut [usize], turn: impl Fn(usize) -> i64) {
    let sorted: Vec<usize> = by_turn(items.len(), |place| turn(items[place]))
        .into_iter()
        .map(|place| items[place])
        .collect();
    items.copy_from_slice(&sorted);
}

/// A count or a place as a turn.
pub(super) fn turn(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
