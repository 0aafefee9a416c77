//! Ports: where on the edge of a card each of its links is attached, in the order the links leave.

use super::{normalize::Layers, px, turns::sort_by_turn};

/// Two ports of one face are at most this share of the card's extent apart.
const WIDEST_STEP: i64 = 4;

/// The same, once they lean towards where their links go.
const LEANING_STEP: i64 = 6;

/// How far ports lean from the middle towards where a bent link goes, as a share of the face's
/// room. A link that can be straight may use half, which is all.
const REACH: f64 = 0.35;

/// What a link that can be straight weighs among those that cannot.
const STRAIGHT: f64 = 1000.0;

/// Between the outermost ports and the card's corners, at least, in px.
const CORNER: i64 = 8;

/// Where a link is attached, as distances across the flow from the centres of its cards, in px.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ports {
    /// At the card of the earlier rank.
    pub(super) low: f64,
    /// At the card of the later rank.
    pub(super) high: f64,
}

/// One link as its two cards see it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wire {
    /// The cards of the earlier and the later rank.
    pub(super) low: usize,
    pub(super) high: usize,
    /// How far across the flow it is where it has left the one, and before it gets to the other.
    pub(super) leaves_to: i64,
    pub(super) arrives_from: i64,
    /// Whether it leads from card to card past no rank, so that both its ports matter to it.
    pub(super) is_direct: bool,
}

/// The wires that leave or enter each card, in order across the flow.
#[derive(Debug)]
pub(super) struct Faces {
    wires: Vec<Wire>,
    /// By card of the earlier rank.
    low: Vec<Vec<usize>>,
    /// By card of the later rank.
    high: Vec<Vec<usize>>,
}

/// The wires of layers whose vertices stand at these heights.
pub(super) fn wires(layers: &Layers, height: impl Fn(usize) -> i64) -> Vec<Wire> {
    let wire = |chain: &Vec<usize>| Wire {
        low: chain.first().copied().unwrap_or(0),
        high: chain.last().copied().unwrap_or(0),
        leaves_to: chain.get(1).map_or(0, |&vertex| height(vertex)),
        arrives_from: chain.iter().nth_back(1).map_or(0, |&vertex| height(vertex)),
        is_direct: chain.len() == 2,
    };
    layers.chains.iter().map(wire).collect()
}

impl Faces {
    pub(super) fn new(cards: usize, wires: Vec<Wire>) -> Self {
        let mut faces = Self {
            low: vec![Vec::new(); cards],
            high: vec![Vec::new(); cards],
            wires,
        };
        for (index, wire) in faces.wires.iter().enumerate() {
            faces.low[wire.low].push(index);
            faces.high[wire.high].push(index);
        }
        // Stable: two wires between the same cards keep their order at both.
        for face in &mut faces.low {
            sort_by_turn(face, |wire| faces.wires[wire].leaves_to);
        }
        for face in &mut faces.high {
            sort_by_turn(face, |wire| faces.wires[wire].arrives_from);
        }
        faces
    }

    /// The ports of each wire, evenly spread around the middles of the cards' faces.
    ///
    /// `extents` are the sizes of the cards across the flow.
    pub(super) fn spread(&self, extents: impl Fn(usize) -> i64) -> Vec<Ports> {
        let mut ports = vec![Ports::default(); self.wires.len()];
        for (card, (low, high)) in self.low.iter().zip(&self.high).enumerate() {
            for (wire, offset) in even(low, extents(card)) {
                ports[wire].low = offset;
            }
            for (wire, offset) in even(high, extents(card)) {
                ports[wire].high = offset;
            }
        }
        ports
    }

    /// Moves ports along their faces towards where their links go, in order and no closer than
    /// their step allows, so that links are shorter and more of them straight.
    ///
    /// `height` is where the middle of a card is across the flow, in px.
    pub(super) fn lean(
        &self,
        extents: impl Fn(usize) -> i64,
        height: impl Fn(usize) -> f64,
        ports: &mut [Ports],
    ) {
        for (card, face) in self.low.iter().enumerate() {
            let wanted = face.iter().map(|&at| {
                let wire = &self.wires[at];
                let there = if wire.is_direct {
                    height(wire.high) + ports[at].high
                } else {
                    px::real(wire.leaves_to)
                };
                there - height(card)
            });
            let leaning = leaning(wanted, extents(card));
            for (&wire, offset) in face.iter().zip(leaning) {
                ports[wire].low = offset;
            }
        }
        for (card, face) in self.high.iter().enumerate() {
            let wanted = face.iter().map(|&at| {
                let wire = &self.wires[at];
                let there = if wire.is_direct {
                    height(wire.low) + ports[at].low
                } else {
                    px::real(wire.arrives_from)
                };
                there - height(card)
            });
            let leaning = leaning(wanted, extents(card));
            for (&wire, offset) in face.iter().zip(leaning) {
                ports[wire].high = offset;
            }
        }
    }
}

/// The room between the outermost ports of a face, in px.
fn room(extent: i64) -> i64 {
    (extent - 2 * CORNER).max(extent / 2)
}

/// The distance of two neighbouring ports, of so many. Whole and even px where there is room for
/// it, so that a link between two cards can be truly straight.
fn step(many: usize, extent: i64, widest: i64) -> f64 {
    let gaps = px::signed(many.saturating_sub(1)).max(1);
    match (room(extent) / gaps).min(widest) {
        0 | 1 => px::real(room(extent)) / px::real(gaps),
        whole => px::real(whole - whole % 2),
    }
}

fn even(face: &[usize], extent: i64) -> impl Iterator<Item = (usize, f64)> {
    let step = step(face.len(), extent, extent / WIDEST_STEP);
    let middle = px::real(px::signed(face.len()) - 1) / 2.0;
    face.iter()
        .enumerate()
        .map(move |(at, &chain)| (chain, (px::count(at) - middle) * step))
}

/// The offsets nearest to the wanted ones that keep their order, their step and their face.
///
/// Isotonic regression by pooling adjacent violators (Ayer, Brunk, Ewing, Reid, Silverman, *An
/// empirical distribution function for sampling with incomplete information*, 1955).
fn leaning(wanted: impl ExactSizeIterator<Item = f64>, extent: i64) -> Vec<f64> {
    let many = wanted.len();
    let reach = px::real(room(extent)) / 2.0;
    let lean = px::real(room(extent)) * REACH;
    let widest = 2.0 * reach / px::count(many.saturating_sub(1).max(1));
    let step = step(many, extent, extent / LEANING_STEP).min(widest);
    let mut pools: Vec<Pool> = Vec::with_capacity(many);
    for (at, wanted) in wanted.enumerate() {
        let (wanted, weight) = if wanted.abs() <= reach {
            (wanted, STRAIGHT)
        } else {
            (wanted.clamp(-lean, lean), 1.0)
        };
        let place = wanted - px::count(at) * step;
        let mut pool = Pool {
            sum: place * weight,
            weight,
            members: 1,
        };
        while let Some(last) = pools.last()
            && last.mean() >= pool.mean()
        {
            pool.sum += last.sum;
            pool.weight += last.weight;
            pool.members += last.members;
            pools.pop();
        }
        pools.push(pool);
    }
    let last = reach - px::count(many.saturating_sub(1)) * step;
    let places = pools.iter().flat_map(|pool| {
        let place = pool.mean().min(last).max(-reach);
        std::iter::repeat_n(place, pool.members)
    });
    places
        .enumerate()
        .map(|(at, place)| place + px::count(at) * step)
        .collect()
}

/// Ports that share their mean, by weight.
#[derive(Debug, Clone, Copy)]
struct Pool {
    sum: f64,
    weight: f64,
    members: usize,
}

impl Pool {
    fn mean(self) -> f64 {
        self.sum / self.weight
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_that_can_be_straight_is() {
        assert_eq!(leaning([5.0].into_iter(), 76), [5.0]);
        let leaning = leaning([-4.0, 300.0, 400.0].into_iter(), 76);
        assert!((leaning[0] + 4.0).abs() < 0.1, "{leaning:?}");
    }

    proptest! {
        #[test]
        fn ports_keep_their_order_and_their_face(
            wanted in prop::collection::vec(-500_i32..500, 1..40),
            extent in 20_i64..300,
        ) {
            let ports = leaning(wanted.into_iter().map(f64::from), extent);
            let room = px::real(room(extent)) / 2.0 + 1e-6;
            prop_assert!(ports.iter().all(|port| port.abs() <= room), "{ports:?}");
            prop_assert!(ports.is_sorted(), "{ports:?}");
            prop_assert!(ports.windows(2).all(|pair| pair[0] < pair[1]), "{ports:?}");
        }
    }
}
