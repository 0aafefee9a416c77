//! The nearest places in a sequence: isotonic regression in the L1 norm, so that what need not move
//! does not.

use std::collections::BinaryHeap;

/// Something in a sequence: where it wants to be, what a px away from there costs, and how far
/// after the one before it must be (ignored for the first).
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) wanted: i64,
    pub(super) weight: i64,
    pub(super) distance: i64,
}

/// The places that keep the distances at the least cost.
///
/// Slope trick on the convex cost of the prefix, O(items log items); see Ahuja and Orlin, *A fast
/// scaling algorithm for minimizing separable convex functions subject to chain constraints*,
/// Operations Research 2001, for the problem. Of several solutions always the same one.
pub(super) fn places(items: &[Item]) -> Vec<i64> {
    let mut offset = 0;
    let mut offsets = Vec::with_capacity(items.len());
    let mut slopes: BinaryHeap<(i64, i64)> = BinaryHeap::new();
    let mut places = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        offset += if at == 0 { 0 } else { item.distance };
        offsets.push(offset);
        slopes.push((item.wanted - offset, 2 * item.weight));
        let mut excess = item.weight;
        while excess > 0
            && let Some((place, weight)) = slopes.pop()
        {
            let taken = weight.min(excess);
            excess -= taken;
            if weight > taken {
                slopes.push((place, weight - taken));
            }
        }
        places.push(slopes.peek().map_or(0, |(place, _)| *place));
    }
    for at in (1..places.len()).rev() {
        places[at - 1] = places[at - 1].min(places[at]);
    }
    places
        .iter()
        .zip(offsets)
        .map(|(place, offset)| place + offset)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(wanted: i64, weight: i64) -> Item {
        Item {
            wanted,
            weight,
            distance: 10,
        }
    }

    #[test]
    fn what_has_room_stays() {
        let items = [item(0, 1), item(10, 5), item(35, 2)];
        assert_eq!(places(&items), [0, 10, 35]);
    }

    #[test]
    fn the_lighter_gives_way() {
        assert_eq!(places(&[item(0, 8), item(3, 1)]), [0, 10]);
        assert_eq!(places(&[item(0, 1), item(3, 8)]), [-7, 3]);
    }

    fn cost(items: &[Item], places: &[i64]) -> i64 {
        let costs = items.iter().zip(places);
        costs
            .map(|(item, at)| (item.wanted - at).abs() * item.weight)
            .sum()
    }

    /// The least cost by dynamic programming over all places that matter.
    fn least(items: &[Item]) -> i64 {
        let range = -80..160_i64;
        let mut best: Vec<i64> = range.clone().map(|_| 0).collect();
        for (at, item) in items.iter().enumerate() {
            let step = usize::try_from(if at == 0 { 0 } else { item.distance }).unwrap();
            let mut next = vec![i64::MAX / 2; best.len()];
            let mut before = i64::MAX / 2;
            for (index, place) in range.clone().enumerate() {
                if index >= step {
                    before = before.min(best[index - step]);
                }
                if at == 0 {
                    before = 0;
                }
                next[index] = before + (item.wanted - place).abs() * item.weight;
            }
            best = next;
        }
        best.into_iter().min().unwrap()
    }

    proptest! {
        #[test]
        fn no_places_are_nearer(
            items in prop::collection::vec((0_i64..60, 1_i64..9, 0_i64..12), 1..8),
        ) {
            let items: Vec<Item> = items
                .into_iter()
                .map(|(wanted, weight, distance)| Item { wanted, weight, distance })
                .collect();
            let places = places(&items);
            for (at, pair) in places.windows(2).enumerate() {
                prop_assert!(pair[1] - pair[0] >= items[at + 1].distance);
            }
            prop_assert_eq!(cost(&items, &places), least(&items));
        }
    }
}
