//! Cycle removal: which links run against the flow, so that the others have no cycle.
//!
//! Greedy feedback arc set after Eades, Lin and Smyth (*A fast and effective heuristic for the
//! feedback arc set problem*, Information Processing Letters 1993) within each strongly connected
//! part, made minimal afterwards.

use std::collections::BTreeSet;

use petgraph::{algo::kosaraju_scc, graph::DiGraph};

use super::adjacency::Adjacency;

/// Steps spent at most on making the set minimal; beyond them it stays as found, still acyclic.
const MOST_STEPS: usize = 20_000_000;

/// Whether each link must be turned. Turned so, the links have no cycle.
///
/// No turned link could be left as it is without closing a cycle again. Links are pairs of
/// distinct vertices below `vertices`. O(links log links) and, for minimality, O(turned × links).
pub(super) fn turned(vertices: usize, links: &[(usize, usize)]) -> Vec<bool> {
    let part = strong_parts(vertices, links);
    let place = greedy_sequence(vertices, links, &part);
    let mut turned: Vec<bool> = links
        .iter()
        .map(|&(from, to)| part[from] == part[to] && place[from] > place[to])
        .collect();
    make_minimal(vertices, links, &part, &mut turned);
    turned
}

/// The strongly connected part of each vertex.
pub(super) fn strong_parts(vertices: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let mut graph = DiGraph::<(), (), usize>::with_capacity(vertices, links.len());
    for _ in 0..vertices {
        graph.add_node(());
    }
    for &(from, to) in links {
        graph.add_edge(from.into(), to.into(), ());
    }
    let mut part = vec![0; vertices];
    for (index, members) in kosaraju_scc(&graph).iter().enumerate() {
        for member in members {
            part[member.index()] = index;
        }
    }
    part
}

/// A sequence of the vertices with few links of one part leading back: vertices without effects
/// go to the end, those without causes to the front, else the one with most effects beyond causes.
fn greedy_sequence(vertices: usize, links: &[(usize, usize)], part: &[usize]) -> Vec<usize> {
    let inner = || links.iter().copied().filter(|(a, b)| part[*a] == part[*b]);
    let effects = Adjacency::new(vertices, inner());
    let causes = Adjacency::new(vertices, inner().map(|(from, to)| (to, from)));
    let mut out: Vec<usize> = (0..vertices).map(|v| effects.degree(v)).collect();
    let mut into: Vec<usize> = (0..vertices).map(|v| causes.degree(v)).collect();
    let key = |v: usize, out: &[usize], into: &[usize]| {
        let rank = match (out[v], into[v]) {
            (0, _) => isize::MIN,
            (_, 0) => isize::MIN + 1,
            (out, into) => into.cast_signed() - out.cast_signed(),
        };
        (rank, v)
    };
    let mut waiting: BTreeSet<(isize, usize)> =
        (0..vertices).map(|v| key(v, &out, &into)).collect();
    let mut place = vec![usize::MAX; vertices];
    let (mut front, mut back) = (0, vertices);
    while let Some((rank, vertex)) = waiting.pop_first() {
        if rank == isize::MIN {
            back -= 1;
            place[vertex] = back;
        } else {
            place[vertex] = front;
            front += 1;
        }
        let neighbours = [(&effects, true), (&causes, false)];
        for (adjacency, is_effect) in neighbours {
            for &neighbour in adjacency.of(vertex) {
                if place[neighbour] != usize::MAX {
                    continue;
                }
                waiting.remove(&key(neighbour, &out, &into));
                let degree = if is_effect { &mut into } else { &mut out };
                degree[neighbour] -= 1;
                waiting.insert(key(neighbour, &out, &into));
            }
        }
    }
    place
}

/// Turns links back that close no cycle with those that are not turned.
fn make_minimal(vertices: usize, links: &[(usize, usize)], part: &[usize], turned: &mut [bool]) {
    let many = turned.iter().filter(|turned| **turned).count();
    if many * (links.len() + vertices) > MOST_STEPS {
        return;
    }
    let numbered = (0..links.len()).filter(|&link| part[links[link].0] == part[links[link].1]);
    let out = Adjacency::new(vertices, numbered.map(|link| (links[link].0, link)));
    let mut seen = vec![usize::MAX; vertices];
    let mut open = Vec::new();
    for link in 0..links.len() {
        if !turned[link] {
            continue;
        }
        let (cause, effect) = links[link];
        open.clear();
        open.push(effect);
        seen[effect] = link;
        while let Some(vertex) = open.pop() {
            for &next in out.of(vertex) {
                let (_, to) = links[next];
                if !turned[next] && seen[to] != link {
                    seen[to] = link;
                    open.push(to);
                }
            }
        }
        turned[link] = seen[cause] == link;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn is_acyclic(vertices: usize, links: impl Iterator<Item = (usize, usize)>) -> bool {
        let edges: Vec<_> = links.collect();
        let graph = DiGraph::<(), (), usize>::from_edges(&edges);
        debug_assert!(graph.node_count() <= vertices);
        !petgraph::algo::is_cyclic_directed(&graph)
    }

    fn after(links: &[(usize, usize)], turned: &[bool]) -> Vec<(usize, usize)> {
        let turn =
            |(&(a, b), &turned): (&(usize, usize), &bool)| if turned { (b, a) } else { (a, b) };
        links.iter().zip(turned).map(turn).collect()
    }

    #[test]
    fn one_link_of_a_ring_is_turned() {
        let ring: Vec<_> = (0..9).map(|v| (v, (v + 1) % 9)).collect();
        let turned = turned(9, &ring);
        assert_eq!(turned.iter().filter(|turned| **turned).count(), 1);
    }

    proptest! {
        #[test]
        fn no_cycle_is_left_and_no_link_turned_for_nothing(
            links in prop::collection::vec((0_usize..12, 0_usize..12), 0..40)
        ) {
            let links: Vec<_> = links.into_iter().filter(|(a, b)| a != b).collect();
            let turned = turned(12, &links);
            prop_assert!(is_acyclic(12, after(&links, &turned).into_iter()));
            for link in (0..links.len()).filter(|&link| turned[link]) {
                let left = (0..links.len()).filter(|&other| other == link || !turned[other]);
                prop_assert!(!is_acyclic(12, left.map(|other| links[other])));
            }
        }
    }
}
