//! One sort for everything that has a turn.
//!
//! The standard library's sort is compiled anew for each type it sorts, some 4 KB each; most of
//! what is sorted here is short. Sorting places instead of things needs it once.

/// The places of `len` things from the lowest turn to the highest; ties keep their order.
pub(crate) fn by_turn(len: usize, turn: impl Fn(usize) -> i64) -> Vec<usize> {
    let mut turns: Vec<(i64, usize)> = (0..len).map(|place| (turn(place), place)).collect();
    turns.sort_unstable();
    turns.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::by_turn;

    #[test]
    fn ties_keep_their_order() {
        let turns = [3, -1, 3, 2, -1];
        assert_eq!(by_turn(turns.len(), |place| turns[place]), [1, 4, 3, 0, 2]);
    }
}
