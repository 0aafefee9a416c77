//! Ports: where on the edge of a card each of its links is attached, in the order the links leave.

use super::{
    normalize::Layers,
    order::Order,
    px,
    turns::{sort_by_turn, turn},
    web::Body,
};

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

/// The chains that leave or enter each card, in order across the flow.
#[derive(Debug)]
pub(super) struct Faces {
    /// By card of the earlier rank.
    low: Vec<Vec<usize>>,
    /// By card of the later rank.
    high: Vec<Vec<usize>>,
}

impl Faces {
    pub(super) fn new(layers: &Layers, order: &Order) -> Self {
        let mut faces = Self {
            low: vec![Vec::new(); layers.cards],
            high: vec![Vec::new(); layers.cards],
        };
        for (index, chain) in layers.chains.iter().enumerate() {
            if let (Some(&low), Some(&high)) = (chain.first(), chain.last()) {
                faces.low[low].push(index);
                faces.high[high].push(index);
            }
        }
        // Stable: two chains between the same cards keep their order at both.
        for face in &mut faces.low {
            sort_by_turn(face, |chain| {
                layers.chains[chain]
                    .get(1)
                    .map_or(-1, |&v| turn(order.position[v]))
            });
        }
        for face in &mut faces.high {
            sort_by_turn(face, |chain| {
                let before_last = layers.chains[chain].iter().nth_back(1);
                before_last.map_or(-1, |&v| turn(order.position[v]))
            });
        }
        faces
    }

    /// The ports of each chain, evenly spread around the middles of the cards' faces.
    pub(super) fn spread(&self, bodies: &[Body], chains: usize) -> Vec<Ports> {
        let mut ports = vec![Ports::default(); chains];
        for (card, body) in bodies.iter().enumerate() {
            for (chain, offset) in even(&self.low[card], body.across) {
                ports[chain].low = offset;
            }
            for (chain, offset) in even(&self.high[card], body.across) {
                ports[chain].high = offset;
            }
        }
        ports
    }

    /// Moves ports along their faces towards where their links go, in order and no closer than
    /// their step allows, so that links are shorter and more of them straight.
    pub(super) fn lean(
        &self,
        layers: &Layers,
        bodies: &[Body],
        across: &[i64],
        ports: &mut [Ports],
    ) {
        let height = |vertex: usize| px::real(across[vertex]);
        for (card, body) in bodies.iter().enumerate() {
            let face = self.low[card].iter();
            let wanted = face.map(|&chain| match layers.chains[chain][..] {
                [_, high] => height(high) + ports[chain].high - height(card),
                [_, dummy, ..] => height(dummy) - height(card),
                _ => 0.0,
            });
            let leaning = leaning(wanted, body.across);
            for (&chain, offset) in self.low[card].iter().zip(leaning) {
                ports[chain].low = offset;
            }
        }
        for (card, body) in bodies.iter().enumerate() {
            let face = self.high[card].iter();
            let wanted = face.map(|&chain| match layers.chains[chain][..] {
                [low, _] => height(low) + ports[chain].low - height(card),
                [.., dummy, _] => height(dummy) - height(card),
                _ => 0.0,
            });
            let leaning = leaning(wanted, body.across);
            for (&chain, offset) in self.high[card].iter().zip(leaning) {
                ports[chain].high = offset;
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
