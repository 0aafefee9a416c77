//! Coordinate assignment across the flow: links short and straight, nothing too close.
//!
//! The linear program of Gansner et al. 1993: the weighted sum of the links' slants is least. It
//! is solved by the network simplex directly on the vertices, each slant as two opposite limits,
//! without an auxiliary graph.

use super::{
    network_simplex::{FORBIDDEN, Limit, settle},
    normalize::Layers,
    order::Order,
    ports::Ports,
    px,
    web::{Body, Gaps},
};

/// What a slant costs between two cards, a card and a dummy, two dummies: the longer a link, the
/// more a straight one is worth (weights of Gansner et al. 1993).
const SLANT: [i64; 3] = [1, 2, 8];

/// The coordinate across the flow of each vertex's centre; the topmost edge is at 0.
pub(super) fn across(
    layers: &Layers,
    order: &Order,
    bodies: &[Body],
    ports: &[Ports],
    gaps: Gaps,
) -> Vec<i64> {
    let spacing = Spacing {
        layers,
        bodies,
        gaps,
    };
    let mut limits = spacing.limits(order);
    limits.extend(slants(layers, ports));
    let mut across = settle(&spacing.packed(order), &limits);
    spacing.push_apart(order, &mut across);
    spacing.start_at_zero(&mut across);
    across
}

/// What all slants of a drawing cost.
pub(super) fn slant(layers: &Layers, ports: &[Ports], across: &[i64]) -> i64 {
    let over = |limit: &Limit| (across[limit.to] - across[limit.from] - limit.at_most).max(0);
    let limits = slants(layers, ports);
    limits.iter().map(|limit| over(limit) * limit.weight).sum()
}

/// How far apart vertices of one rank must be.
pub(super) struct Spacing<'a> {
    pub(super) layers: &'a Layers,
    pub(super) bodies: &'a [Body],
    pub(super) gaps: Gaps,
}

impl Spacing<'_> {
    /// Half of what a vertex takes up, rounded up.
    fn half(&self, vertex: usize) -> i64 {
        self.bodies.get(vertex).map_or(0, Body::half)
    }

    /// The least distance between the centres of two neighbours.
    pub(super) fn between(&self, a: usize, b: usize) -> i64 {
        let is_link = self.layers.is_dummy(a) || self.layers.is_dummy(b);
        let gap = if is_link {
            self.gaps.link
        } else {
            self.gaps.card
        };
        self.half(a) + self.half(b) + gap
    }

    /// The same for neighbours that were drawn before.
    pub(super) fn between_kept(&self, a: usize, b: usize) -> i64 {
        let is_link = self.layers.is_dummy(a) || self.layers.is_dummy(b);
        let gap = if is_link {
            self.gaps.link
        } else {
            self.gaps.kept()
        };
        self.half(a) + self.half(b) + gap
    }

    fn limits(&self, order: &Order) -> Vec<Limit> {
        let pairs = order.ranks.iter().flat_map(|rank| rank.windows(2));
        let limit = |pair: &[usize]| Limit {
            from: pair[1],
            to: pair[0],
            at_most: -self.between(pair[0], pair[1]),
            weight: FORBIDDEN,
        };
        pairs.map(limit).collect()
    }

    /// Every rank as tight as may be, around 0.
    fn packed(&self, order: &Order) -> Vec<i64> {
        let mut across = vec![0; self.layers.vertices()];
        for rank in &order.ranks {
            for pair in rank.windows(2) {
                across[pair[1]] = across[pair[0]] + self.between(pair[0], pair[1]);
            }
            let middle = rank.last().map_or(0, |&last| across[last] / 2);
            for &vertex in rank {
                across[vertex] -= middle;
            }
        }
        across
    }

    /// Repairs what a solver that gave up early may have left too close.
    fn push_apart(&self, order: &Order, across: &mut [i64]) {
        for pair in order.ranks.iter().flat_map(|rank| rank.windows(2)) {
            let least = across[pair[0]] + self.between(pair[0], pair[1]);
            across[pair[1]] = across[pair[1]].max(least);
        }
    }

    fn start_at_zero(&self, across: &mut [i64]) {
        let tops = across.iter().enumerate().map(|(v, at)| at - self.half(v));
        let top = tops.min().unwrap_or(0);
        for at in across {
            *at -= top;
        }
    }
}

/// A segment's two ends want the same height, ports counted.
fn slants(layers: &Layers, ports: &[Ports]) -> Vec<Limit> {
    let mut limits = Vec::with_capacity(2 * layers.segments.len());
    for (chain, ports) in layers.chains.iter().zip(ports) {
        for (at, pair) in chain.windows(2).enumerate() {
            let (from, to) = (pair[0], pair[1]);
            if layers.rank[from] + 1 != layers.rank[to] {
                continue;
            }
            let leaves = if at == 0 { ports.low } else { 0.0 };
            let arrives = if at + 2 == chain.len() {
                ports.high
            } else {
                0.0
            };
            let offset = px::nearest(leaves - arrives);
            let dummies = usize::from(layers.is_dummy(from)) + usize::from(layers.is_dummy(to));
            let weight = SLANT[dummies];
            let mut push = |from, to, at_most| {
                limits.push(Limit {
                    from,
                    to,
                    at_most,
                    weight,
                });
            };
            push(from, to, offset);
            push(to, from, -offset);
        }
    }
    limits
}

#[cfg(test)]
mod tests {
    use super::{super::fresh::spread_ports, *};

    const GAPS: Gaps = Gaps {
        card: 10,
        rank: 50,
        link: 6,
    };

    fn drawn(rank: Vec<usize>, links: &[(usize, usize)], ranks: Vec<Vec<usize>>) -> Vec<i64> {
        let body = Body {
            along: 100,
            across: 40,
            pin: None,
            previous: None,
            time: None,
        };
        let bodies = vec![body; rank.len()];
        let layers = Layers::new(rank, links);
        let order = Order::new(ranks, layers.vertices());
        let ports = spread_ports(&layers, &order, &bodies);
        across(&layers, &order, &bodies, &ports, GAPS)
    }

    #[test]
    fn a_chain_is_straight() {
        let across = drawn(
            vec![0, 1, 2],
            &[(0, 1), (1, 2)],
            vec![vec![0], vec![1], vec![2]],
        );
        assert_eq!(across, [20, 20, 20]);
    }

    #[test]
    fn an_effect_stands_at_the_middle_of_three_causes() {
        let links = [(0, 3), (1, 3), (2, 3)];
        let across = drawn(vec![0, 0, 0, 1], &links, vec![vec![0, 1, 2], vec![3]]);
        assert_eq!(across, [20, 70, 120, 70]);
    }

    #[test]
    fn a_long_link_passes_a_card_at_its_distance() {
        // 0 leads to 2 past 1, by the dummy 3.
        let links = [(0, 1), (1, 2), (0, 2)];
        let across = drawn(vec![0, 1, 2], &links, vec![vec![0], vec![3, 1], vec![2]]);
        assert!(across[1] - across[3] >= 26, "{across:?}");
    }
}
