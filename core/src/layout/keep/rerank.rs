//! Ranks after an edit: those of before, as far as the links allow.

use super::super::{
    adjacency::Adjacency,
    network_simplex::{FORBIDDEN, Limit, settle},
    rank::longest_path,
    time_order::{Bars, Span},
    turns::turn,
};

/// What a rank's difference to the one before costs, where a link's length costs 1 a rank.
const CHANGE: i64 = 4;

/// The rank of each vertex, every link leading to a later one. Ranks may be negative.
///
/// A vertex that has no rank yet stands next to its effects, or else after its causes. Where that
/// leaves a link without its step, or a vertex before one that its `times` say is earlier, as few
/// vertices as possible move as little as possible: the linear program of Gansner et al. 1993 for
/// ranks, with a price for each change.
/// The links must have no cycle.
pub(super) fn ranks(
    kept: &[Option<i64>],
    links: &[(usize, usize)],
    times: &[Option<Span>],
) -> Vec<i64> {
    let bars = Bars::of(times);
    let ranks = next_to_neighbours(kept, links);
    let is_sound = ranks.is_some();
    if let Some(ranks) = ranks
        && bars.hold(&ranks)
    {
        return ranks;
    }
    let longest = longest_path(kept.len(), links);
    let base = kept.len();
    let mut start: Vec<i64> = longest.clone();
    start.push(0);
    for (at, rank) in kept.iter().enumerate() {
        start[at] = rank.unwrap_or(longest[at]);
    }
    let mut limits = Vec::with_capacity(2 * (links.len() + kept.len()));
    let mut limit = |from, to, at_most, weight| {
        limits.push(Limit {
            from,
            to,
            at_most,
            weight,
        });
    };
    for &(low, high) in links {
        limit(high, low, -1, FORBIDDEN);
        // For the times alone nothing is moved only to make links shorter: what cannot be helped
        // would be moved again each time.
        if !is_sound || kept[low].is_none() || kept[high].is_none() {
            limit(low, high, 1, 1);
        }
    }
    for (vertex, rank) in kept.iter().enumerate() {
        if let Some(rank) = *rank {
            limit(base, vertex, rank, CHANGE);
            limit(vertex, base, -rank, CHANGE);
        }
    }
    if !bars.is_empty() {
        // More than all changes and links together.
        let most = 2 * CHANGE * turn(kept.len()) + turn(links.len()) + 1;
        bars.limit(&mut start, &mut limits, most);
    }
    let mut settled = settle(&start, &limits);
    settled.truncate(base + 1);
    let origin = settled.pop().unwrap_or(0);
    if links
        .iter()
        .all(|&(low, high)| settled[low] < settled[high])
    {
        settled.iter().map(|rank| rank - origin).collect()
    } else {
        longest
    }
}

/// The ranks of before, new vertices beside them; `None` where a link would not get its step.
fn next_to_neighbours(kept: &[Option<i64>], links: &[(usize, usize)]) -> Option<Vec<i64>> {
    let mut rank = kept.to_vec();
    if rank.iter().any(Option::is_none) {
        place_new(&mut rank, links);
    }
    let ranks: Vec<i64> = rank.into_iter().map(|rank| rank.unwrap_or(0)).collect();
    let is_sound = links.iter().all(|&(low, high)| ranks[low] < ranks[high]);
    is_sound.then_some(ranks)
}

/// From what has a rank outwards.
fn place_new(rank: &mut [Option<i64>], links: &[(usize, usize)]) {
    let effects = Adjacency::new(rank.len(), links.iter().copied());
    let causes = Adjacency::new(rank.len(), links.iter().map(|&(low, high)| (high, low)));
    let mut open: std::collections::VecDeque<usize> = (0..rank.len())
        .filter(|&vertex| rank[vertex].is_none())
        .collect();
    let mut in_vain = 0;
    while let Some(vertex) = open.pop_front() {
        let after = causes.of(vertex).iter().filter_map(|&v| rank[v]).max();
        let before = effects.of(vertex).iter().filter_map(|&v| rank[v]).min();
        rank[vertex] = match (after, before) {
            (_, Some(before)) => Some(before - 1),
            (Some(after), None) => Some(after + 1),
            (None, None) if in_vain > open.len() => Some(0),
            (None, None) => {
                in_vain += 1;
                open.push_back(vertex);
                continue;
            }
        };
        in_vain = 0;
    }
}
