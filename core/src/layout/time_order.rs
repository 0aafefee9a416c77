//! Time-aware ranks: what is known to be later stands no rank before what is earlier.
//!
//! Soft constraints on ranks in the network simplex, as Gansner, Koutsofios, North and Vo 1993 put
//! them into the graph for ranks: extra vertices with edges of no length. Times are spans, so their
//! order is an interval order (Fishburn, *Intransitive indifference with unequal indifference
//! intervals*, Journal of Mathematical Psychology 1970); one chain of bars, one for each beginning,
//! tells all its pairs in two edges a card: a card stands no rank before the bar of its own
//! beginning, and no rank after the bar of the first beginning after its end.

use super::network_simplex::{FORBIDDEN, Limit};

/// The first and the last millisecond of what is known about a time.
pub(super) type Span = (i64, i64);

/// The bars of the cards that have times.
#[derive(Debug)]
pub(super) struct Bars {
    /// The bars that each card stands between: not before the one, not after the other.
    between: Vec<(Option<usize>, Option<usize>)>,
    /// How many bars there are.
    many: usize,
}

impl Bars {
    pub(super) fn of(times: &[Option<Span>]) -> Self {
        let mut begins: Vec<i64> = times.iter().flatten().map(|&(first, _)| first).collect();
        begins.sort_unstable();
        begins.dedup();
        let between = |time: &Option<Span>| {
            let Some((first, last)) = *time else {
                return (None, None);
            };
            let after = begins.partition_point(|&begin| begin <= last.max(first));
            (
                begins.binary_search(&first).ok(),
                (after < begins.len()).then_some(after),
            )
        };
        Self {
            between: times.iter().map(between).collect(),
            many: begins.len(),
        }
    }

    /// Whether there are no two times to be put in order.
    pub(super) fn is_empty(&self) -> bool {
        self.between.iter().all(|(_, before)| before.is_none())
    }

    /// Whether no card stands before one that is earlier.
    pub(super) fn hold<R: Copy + Ord>(&self, ranks: &[R]) -> bool {
        // How far the cards reach that are over before each bar, and the bars before it.
        let mut reach: Vec<Option<R>> = vec![None; self.many];
        for (&(_, before), &rank) in self.between.iter().zip(ranks) {
            if let Some(before) = before {
                reach[before] = reach[before].max(Some(rank));
            }
        }
        for bar in 1..self.many {
            reach[bar] = reach[bar].max(reach[bar - 1]);
        }
        let mut both = self.between.iter().zip(ranks);
        both.all(|(&(after, _), &rank)| after.is_none_or(|bar| Some(rank) >= reach[bar]))
    }

    /// Adds a vertex for each bar to the guesses at ranks, and the limits: each rank too early or
    /// too late costs `weight`.
    pub(super) fn limit(&self, start: &mut Vec<i64>, limits: &mut Vec<Limit>, weight: i64) {
        let first = start.len();
        start.extend(self.guesses(start));
        for bar in first + 1..start.len() {
            limits.push(no_earlier(bar, bar - 1, FORBIDDEN));
        }
        for (card, &(after, before)) in self.between.iter().enumerate() {
            if let Some(bar) = after {
                limits.push(no_earlier(card, first + bar, weight));
            }
            if let Some(bar) = before {
                limits.push(no_earlier(first + bar, card, weight));
            }
        }
    }

    /// Each bar where the cards before it end, as the guesses have them.
    fn guesses(&self, ranks: &[i64]) -> Vec<i64> {
        let mut guesses = vec![0; self.many];
        for (&(_, before), &rank) in self.between.iter().zip(ranks) {
            if let Some(before) = before {
                guesses[before] = guesses[before].max(rank);
            }
        }
        for bar in 1..self.many {
            guesses[bar] = guesses[bar].max(guesses[bar - 1]);
        }
        guesses
    }
}

/// One vertex in no rank before the other.
fn no_earlier(later: usize, earlier: usize, weight: i64) -> Limit {
    Limit {
        from: later,
        to: earlier,
        at_most: 0,
        weight,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_and_a_moment_in_it_have_no_order() {
        let bars = Bars::of(&[Some((0, 10)), Some((4, 4)), None, Some((11, 11))]);
        assert!(!bars.is_empty());
        assert!(bars.hold(&[1, 0, 9, 1]));
        assert!(bars.hold(&[0, 1, 9, 1]));
        assert!(!bars.hold(&[0, 2, 9, 1]));
        assert!(Bars::of(&[Some((0, 10)), Some((4, 4)), None]).is_empty());
    }

    proptest! {
        #[test]
        fn bars_hold_where_all_pairs_do(
            cards in prop::collection::vec((prop::option::of((0_i64..9, 0_i64..4)), 0_i64..5), 0..7),
        ) {
            let times: Vec<Option<Span>> = cards
                .iter()
                .map(|(time, _)| time.map(|(first, length)| (first, first + length)))
                .collect();
            let ranks: Vec<i64> = cards.iter().map(|(_, rank)| *rank).collect();
            let is_before = |a: usize, b: usize| {
                matches!((times[a], times[b]), (Some((_, end)), Some((begin, _))) if end < begin)
            };
            let all = (0..ranks.len()).all(|a| {
                (0..ranks.len()).all(|b| !is_before(a, b) || ranks[a] <= ranks[b])
            });
            prop_assert_eq!(Bars::of(&times).hold(&ranks), all);
        }
    }
}
