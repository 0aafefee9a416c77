//! Rank assignment: how far along the flow each card stands, so that links are short in sum.
//!
//! Network simplex after Gansner, Koutsofios, North and Vo (*A technique for drawing directed
//! graphs*, IEEE TSE 1993), then their balancing: a card that may stand in several ranks at equal
//! length goes where there is most room.

use super::{
    adjacency::Adjacency,
    network_simplex::{FORBIDDEN, Limit, settle},
    px,
    time_order::{Bars, Span},
    turns::turn,
};

/// An outcome this many ranks before the last is moved to it.
const CLOSE: usize = 2;

/// The rank of each vertex, from 0, every link leading to a later one.
///
/// The links must have no cycle. `extents` are the sizes across the flow, for the balance. Of two
/// vertices with `times` the later stands in no rank before the earlier, where links allow it.
pub(super) fn ranks(
    extents: &[i64],
    links: &[(usize, usize)],
    times: &[Option<Span>],
) -> Vec<usize> {
    let longest = longest_path(extents.len(), links);
    let mut limits: Vec<Limit> = links.iter().flat_map(limits).collect();
    let bars = Bars::of(times);
    let mut start = longest.clone();
    if !bars.is_empty() {
        // No sum of shorter links is worth a rank out of time.
        bars.limit(&mut start, &mut limits, turn(links.len() + 1));
    }
    let mut settled = settle(&start, &limits);
    settled.truncate(extents.len());
    let is_sound = links
        .iter()
        .all(|&(low, high)| settled[low] < settled[high]);
    let settled = if is_sound { settled } else { longest };
    let first = settled.iter().min().copied().unwrap_or(0);
    let mut ranks: Vec<usize> = settled
        .iter()
        .map(|rank| usize::try_from(rank - first).unwrap_or(0))
        .collect();
    if !bars.is_empty() {
        close_up(&mut ranks);
    }
    let in_time = ranks.clone();
    balance(&mut ranks, extents, links);
    align_outcomes(&mut ranks, links);
    if bars.hold(&ranks) { ranks } else { in_time }
}

/// Leaves no rank empty: between links times alone may keep cards farther apart than one rank.
fn close_up(ranks: &mut [usize]) {
    let mut used = ranks.to_vec();
    used.sort_unstable();
    used.dedup();
    for rank in ranks {
        *rank = used.binary_search(rank).unwrap_or(*rank);
    }
}

/// Moves what has no effect to the last rank if it stands close to it: outcomes are read together,
/// at the end of the flow. A dead end further back stays where its link is short.
fn align_outcomes(ranks: &mut [usize], links: &[(usize, usize)]) {
    let last = ranks.iter().max().copied().unwrap_or(0);
    let mut has_effect = vec![false; ranks.len()];
    for &(low, _) in links {
        has_effect[low] = true;
    }
    for (rank, has_effect) in ranks.iter_mut().zip(has_effect) {
        if !has_effect && last - *rank <= CLOSE {
            *rank = last;
        }
    }
}

/// A link spans at least one rank, and each further one costs.
fn limits(&(low, high): &(usize, usize)) -> [Limit; 2] {
    let least = Limit {
        from: high,
        to: low,
        at_most: -1,
        weight: FORBIDDEN,
    };
    let short = Limit {
        from: low,
        to: high,
        at_most: 1,
        weight: 1,
    };
    [least, short]
}

/// Each vertex one rank after the last of its causes.
pub(super) fn longest_path(vertices: usize, links: &[(usize, usize)]) -> Vec<i64> {
    let effects = Adjacency::new(vertices, links.iter().copied());
    let mut waits = vec![0_usize; vertices];
    for &(_, high) in links {
        waits[high] += 1;
    }
    let mut rank = vec![0; vertices];
    let mut open: Vec<usize> = (0..vertices).filter(|&v| waits[v] == 0).collect();
    while let Some(vertex) = open.pop() {
        for &effect in effects.of(vertex) {
            rank[effect] = rank[effect].max(rank[vertex] + 1);
            waits[effect] -= 1;
            if waits[effect] == 0 {
                open.push(effect);
            }
        }
    }
    rank
}

/// Moves vertices with as many causes as effects to the emptiest rank they may stand in.
fn balance(ranks: &mut [usize], extents: &[i64], links: &[(usize, usize)]) {
    let many = ranks.iter().max().map_or(0, |last| last + 1);
    let effects = Adjacency::new(ranks.len(), links.iter().copied());
    let causes = Adjacency::new(ranks.len(), links.iter().map(|&(low, high)| (high, low)));
    let mut filled = vec![0_i64; many];
    for (&rank, &extent) in ranks.iter().zip(extents) {
        filled[rank] += extent;
    }
    for vertex in 0..ranks.len() {
        if causes.degree(vertex) != effects.degree(vertex) {
            continue;
        }
        let after = causes.of(vertex).iter().map(|&v| ranks[v] + 1).max();
        let before = effects.of(vertex).iter().map(|&v| ranks[v]).min();
        let (Some(after), Some(before)) = (after, before) else {
            continue;
        };
        let now = ranks[vertex];
        filled[now] -= extents[vertex];
        let distance = |rank: usize| (px::signed(rank) - px::signed(now)).abs();
        let best = (after..before).min_by_key(|&rank| (filled[rank], distance(rank), rank));
        ranks[vertex] = best.unwrap_or(now);
        filled[ranks[vertex]] += extents[vertex];
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn outcomes_near_the_end_stand_together() {
        // 4 and 5 have no effect: 4 could stand one rank before the last, 5 three.
        let links = [(0, 1), (1, 2), (2, 3), (3, 6), (2, 4), (0, 5)];
        assert_eq!(ranks(&[1; 7], &links, &[]), [0, 1, 2, 3, 4, 1, 4]);
    }

    fn length(ranks: &[usize], links: &[(usize, usize)]) -> usize {
        links
            .iter()
            .map(|&(low, high)| ranks[high] - ranks[low])
            .sum()
    }

    /// The least sum of spans over all rankings with at most `span + 1` ranks.
    fn least_by_trying(vertices: usize, links: &[(usize, usize)]) -> usize {
        let span = vertices - 1;
        let mut tried = vec![0; vertices];
        let mut least = usize::MAX;
        loop {
            if links.iter().all(|&(low, high)| tried[low] < tried[high]) {
                least = least.min(length(&tried, links));
            }
            let Some(digit) = tried.iter().position(|digit| *digit < span) else {
                return least;
            };
            tried[digit] += 1;
            tried[..digit].fill(0);
        }
    }

    #[test]
    fn a_root_is_pulled_towards_its_effect() {
        let ranks = ranks(&[1; 5], &[(0, 1), (1, 2), (2, 3), (4, 3)], &[]);
        assert_eq!(ranks, [0, 1, 2, 3, 2]);
    }

    #[test]
    fn equal_places_go_to_the_emptier_rank() {
        // 4 may stand in rank 1 beside the large 1, or in rank 2.
        let links = [(0, 1), (1, 2), (2, 3), (0, 4), (4, 3)];
        assert_eq!(ranks(&[9, 9, 1, 9, 1], &links, &[]), [0, 1, 2, 3, 2]);
    }

    proptest! {
        #[test]
        fn no_ranking_is_shorter(links in prop::collection::vec((0_usize..5, 0_usize..5), 1..9)) {
            let links: Vec<_> = links.into_iter().filter(|(a, b)| a < b).collect();
            let ranks = ranks(&[1; 5], &links, &[]);
            prop_assert!(links.iter().all(|&(low, high)| ranks[low] < ranks[high]));
            // Aligned outcomes are measured where their links are shortest.
            let mut shortest = ranks.clone();
            for (card, rank) in shortest.iter_mut().enumerate() {
                let causes = links.iter().filter(|(_, high)| *high == card);
                let after = causes.map(|(low, _)| ranks[*low] + 1).max();
                if links.iter().all(|(low, _)| *low != card) {
                    *rank = after.unwrap_or(*rank);
                }
            }
            prop_assert_eq!(length(&shortest, &links), least_by_trying(5, &links));
        }
    }
}
