//! One sort for all that queries sort: the page carries it once and not once a type.

use std::cmp::Ordering;

/// Sorts, and leaves things that count as equal in the order they were in. O(n log n) comparisons.
///
/// By merging runs of places, each step twice as long: J. von Neumann's, as D. E. Knuth tells it in
/// *The Art of Computer Programming*, volume 3, 5.2.4.
pub(crate) fn sort<T>(things: &mut [T], order: &dyn Fn(&T, &T) -> Ordering) {
    let places = places(things.len(), &|a, b| match (things.get(a), things.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    // All that is made anew for each type is this.
    for (place, from) in swaps(places).into_iter().enumerate() {
        things.swap(place, from);
    }
}

/// The places of so many things, in the order of the things there.
fn places(count: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut width = 1;
    while width < count {
        for pair in places.chunks(width * 2) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            loop {
                let takes_left = match (left.peek(), right.peek()) {
                    (Some(a), Some(b)) => order(**a, **b).is_le(),
                    (first, _) => first.is_some(),
                };
                let next = if takes_left {
                    left.next()
                } else {
                    right.next()
                };
                let Some(next) = next else { break };
                merged.push(*next);
            }
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        width *= 2;
    }
    places
}

/// With which place each one changes its thing, from the first to the last, so that in the end each has
/// the thing that was at its place of these.
fn swaps(mut places: Vec<usize>) -> Vec<usize> {
    // Where the thing of each place is by now, and which is there.
    let mut now: Vec<usize> = (0..places.len()).collect();
    let mut there = now.clone();
    for (place, wanted) in places.iter_mut().enumerate() {
        let from = now.get(*wanted).copied().unwrap_or(place);
        let other = there.get(place).copied().unwrap_or(place);
        if let (Some(there), Some(now)) = (there.get_mut(from), now.get_mut(other)) {
            *there = other;
            *now = from;
        }
        *wanted = from;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(
            things in prop::collection::vec((0..8_u8, any::<u8>()), 0..60),
        ) {
            let (mut ours, mut theirs) = (things.clone(), things);
            sort(&mut ours, &|a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|thing| thing.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
