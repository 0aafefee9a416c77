//! Ports: where on the edge of a card each of its links is attached, in the order the links leave.

use super::{normalize::Layers, order::Order, px, web::Body};

/// Two ports are at most this share of the card's extent apart.
const WIDEST_STEP: i64 = 4;

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

/// The ports of each chain.
pub(super) fn ports(layers: &Layers, order: &Order, bodies: &[Body]) -> Vec<Ports> {
    let mut ports = vec![Ports::default(); layers.chains.len()];
    let mut low_faces = vec![Vec::new(); layers.cards];
    let mut high_faces = vec![Vec::new(); layers.cards];
    for (index, chain) in layers.chains.iter().enumerate() {
        if let [low, second, ..] = chain[..]
            && let [.., last, high] = chain[..]
        {
            low_faces[low].push((order.position[second], index));
            high_faces[high].push((order.position[last], index));
        }
    }
    for (card, body) in bodies.iter().enumerate() {
        for (offset, chain) in spread(&mut low_faces[card], body.across) {
            ports[chain].low = offset;
        }
        for (offset, chain) in spread(&mut high_faces[card], body.across) {
            ports[chain].high = offset;
        }
    }
    ports
}

/// Offsets of a face's links, around its middle. Whole px where there is room for it, so that a
/// link between two cards can be truly straight.
fn spread(face: &mut [(usize, usize)], extent: i64) -> impl Iterator<Item = (f64, usize)> {
    face.sort_unstable();
    let gaps = px::signed(face.len().saturating_sub(1)).max(1);
    let room = (extent - 2 * CORNER).max(extent / 2);
    let step = match (room / gaps).min(extent / WIDEST_STEP) {
        0 | 1 => px::real(room) / px::real(gaps),
        whole => px::real(whole - whole % 2),
    };
    let middle = px::real(px::signed(face.len()) - 1) / 2.0;
    face.iter()
        .enumerate()
        .map(move |(at, &(_, chain))| ((px::count(at) - middle) * step, chain))
}
