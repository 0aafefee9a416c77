//! Coordinates after an edit: every rank's vertices at their heights, pushed apart where they are
//! too close, and nothing moved that need not.

use super::{
    super::{
        fresh::spread_ports,
        normalize::Layers,
        order::Order,
        ports::Ports,
        position::Spacing,
        px,
        web::{Body, Gaps},
    },
    heights::Heights,
    nearest::{Item, places},
};

/// What it costs to move, a px: a card that was drawn, a long link that was, and what is new.
const CARD: i64 = 16;
const LINK: i64 = 4;
const NEW: i64 = 1;

/// Rounds in which what is new is drawn towards its neighbours.
const ROUNDS: usize = 4;

/// The coordinate across the flow of each vertex's centre.
pub(super) fn across(
    layers: &Layers,
    order: &Order,
    bodies: &[Body],
    mut heights: Heights,
    gaps: Gaps,
) -> Vec<i64> {
    let spacing = Spacing {
        layers,
        bodies,
        gaps,
    };
    let mut across = heights.at.clone();
    let fit = |rank: &[usize], wanted: &Heights, across: &mut [i64]| {
        let distance = |at: usize| {
            let (before, vertex) = (rank[at.checked_sub(1)?], rank[at]);
            let are_kept = wanted.is_known[before] && wanted.is_known[vertex];
            Some(if are_kept {
                spacing.between_kept(before, vertex)
            } else {
                spacing.between(before, vertex)
            })
        };
        let item = |(at, &vertex): (usize, &usize)| Item {
            wanted: wanted.at[vertex],
            weight: match (wanted.is_known[vertex], layers.is_dummy(vertex)) {
                (true, false) => CARD,
                (true, true) => LINK,
                (false, _) => NEW,
            },
            distance: distance(at).unwrap_or(0),
        };
        let items: Vec<Item> = rank.iter().enumerate().map(item).collect();
        let is_fitting = items
            .windows(2)
            .all(|pair| pair[1].wanted - pair[0].wanted >= pair[1].distance);
        for (&vertex, at) in rank.iter().zip(if is_fitting {
            items.iter().map(|item| item.wanted).collect()
        } else {
            places(&items)
        }) {
            across[vertex] = at;
        }
    };
    for rank in &order.ranks {
        fit(rank, &heights, &mut across);
    }
    let has_new = |rank: &&Vec<usize>| rank.iter().any(|&vertex| !heights.is_known[vertex]);
    let changing: Vec<Vec<usize>> = order.ranks.iter().filter(has_new).cloned().collect();
    if changing.is_empty() {
        return across;
    }
    let ports = spread_ports(layers, order, bodies);
    let pulls = Pulls::of(layers, &ports, &heights);
    for round in 0..ROUNDS {
        for step in 0..changing.len() {
            let at = if round % 2 == 0 {
                step
            } else {
                changing.len() - 1 - step
            };
            for &vertex in &changing[at] {
                if let Some(middle) = pulls.middle(vertex, &across) {
                    heights.at[vertex] = middle;
                }
            }
            fit(&changing[at], &heights, &mut across);
        }
    }
    across
}

/// What the neighbours of new vertices want of them.
struct Pulls {
    /// For each vertex that is new: a neighbour, and how far from its height the vertex would
    /// have a straight line.
    of: Vec<Vec<(usize, i64)>>,
}

impl Pulls {
    fn of(layers: &Layers, ports: &[Ports], heights: &Heights) -> Self {
        let mut of = vec![Vec::new(); layers.vertices()];
        for (chain, ports) in layers.chains.iter().zip(ports) {
            for (at, pair) in chain.windows(2).enumerate() {
                let leaves = if at == 0 { ports.low } else { 0.0 };
                let arrives = if at + 2 == chain.len() {
                    ports.high
                } else {
                    0.0
                };
                let offset = px::nearest(leaves - arrives);
                if !heights.is_known[pair[1]] {
                    of[pair[1]].push((pair[0], offset));
                }
                if !heights.is_known[pair[0]] {
                    of[pair[0]].push((pair[1], -offset));
                }
            }
        }
        Self { of }
    }

    /// The middle of where its neighbours would have a new vertex.
    fn middle(&self, vertex: usize, across: &[i64]) -> Option<i64> {
        let pulls = self.of[vertex].iter();
        let mut wanted: Vec<i64> = pulls.map(|&(from, by)| across[from] + by).collect();
        wanted.sort_unstable();
        let middle = wanted.len() / 2;
        match wanted.len() {
            0 => None,
            many if many % 2 == 1 => Some(wanted[middle]),
            _ => Some(i64::midpoint(wanted[middle - 1], wanted[middle])),
        }
    }
}
