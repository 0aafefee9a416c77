//! Where components go that were never drawn: next to what they are linked to, or else below the
//! rest; all by themselves, packed from the origin on.

use super::{
    apart::Taken,
    pack::pack,
    sketch::Sketch,
    web::{Place, Web},
};

/// Moves fresh sketches from the origin to their places, before anything makes way for them.
///
/// `kept` are the single cards drawn before: new ones go on with their rows.
pub(super) fn place(web: &Web, fresh: &mut [Sketch], taken: &Taken, singles: &[Place]) {
    let packing = pack(web, fresh);
    let Some((first, last)) = taken.corners() else {
        for (sketch, origin) in fresh.iter_mut().zip(packing) {
            sketch.shift(origin);
        }
        return;
    };
    let below = Place {
        along: first.along,
        across: last.across + web.gaps.card,
    };
    let mut row = singles
        .iter()
        .copied()
        .max_by_key(|at| (at.across, at.along));
    for (sketch, origin) in fresh.iter_mut().zip(packing) {
        if let Some(by) = beside_pin(web, sketch) {
            sketch.shift(by);
        } else if let ([single], Some(before)) = (&sketch.bodies[..], row) {
            let here = sketch.centre(0);
            let next = Place {
                along: before.along + single.along + web.gaps.card,
                across: before.across,
            };
            let fits = next.along + (single.along + 1) / 2
                <= last.along.max(first.along + row_length(web));
            let wanted = if fits {
                next
            } else {
                Place {
                    along: first.along + (single.along + 1) / 2,
                    across: before.across + single.across + web.gaps.card,
                }
            };
            sketch.shift(wanted - here);
            row = Some(wanted);
        } else {
            sketch.shift(origin + below);
        }
    }
}

/// How far a row of single cards reaches at least, in cards of the usual width.
const ROW: i64 = 4;

fn row_length(web: &Web) -> i64 {
    let widest = web.bodies.iter().map(|body| body.along).max().unwrap_or(0);
    ROW * (widest + web.gaps.card)
}

/// How far a sketch must go to stand beside a pinned card that it is linked to.
fn beside_pin(web: &Web, sketch: &Sketch) -> Option<Place> {
    let cards = &sketch.component.cards;
    let here = |card: usize| cards.binary_search(&card).ok();
    web.arcs.iter().find_map(|arc| {
        let (card, pinned, is_cause) = match (here(arc.cause), here(arc.effect)) {
            (Some(card), None) => (card, arc.effect, true),
            (None, Some(card)) => (card, arc.cause, false),
            _ => return None,
        };
        let body = web.bodies[pinned];
        let pin = body.pin?;
        let band = sketch.bands[sketch.layers.rank[card]];
        let reach = (body.along + 1) / 2 + web.gaps.rank;
        let along = if is_cause {
            pin.along - reach - band.end
        } else {
            pin.along + reach - band.start
        };
        Some(Place {
            along,
            across: pin.across - sketch.across[card],
        })
    })
}

/// The single cards among sketches.
pub(super) fn singles<'a>(sketches: impl Iterator<Item = &'a Sketch>) -> Vec<Place> {
    sketches
        .filter(|sketch| sketch.bodies.len() == 1)
        .map(|sketch| sketch.centre(0))
        .collect()
}
