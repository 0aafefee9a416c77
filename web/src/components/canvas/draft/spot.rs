//! Where a card is drawn while it is typed.

use whyweb_core::{
    engine::Snapshot,
    layout::{Point, Rect, Size},
    model::FactorId,
    scene::CARD_WIDTH,
};

use crate::state::{Draft, Place};

/// Between a new card and the one it leads to or from, in px.
const AWAY: f64 = 72.0;
/// Between a new card and the ones above and below it, in px.
const APART: f64 = 24.0;
/// How high a card is while it is typed, in px.
const HEIGHT: f64 = 112.0;

/// Where the card will stand, or near it, over nothing else.
pub fn spot(draft: &Draft, snapshot: &Snapshot) -> Rect {
    let cards = &snapshot.layout.cards;
    let size = Size {
        width: CARD_WIDTH,
        height: HEIGHT,
    };
    let at = |left: f64, top: f64| Rect { left, top, size };
    let beside = |id: &FactorId, offset: f64, others: Vec<&FactorId>| {
        let card = cards.get(id).copied().unwrap_or_default();
        let left = if offset < 0.0 {
            card.left - AWAY - CARD_WIDTH
        } else {
            card.right() + AWAY
        };
        let below = others.into_iter().filter_map(|id| cards.get(id));
        let top = below
            .map(|rect| rect.bottom() + APART)
            .fold(card.top, f64::max);
        at(left, top)
    };
    let wanted = match draft {
        Draft::Reword(id) => {
            let card = cards.get(id).copied().unwrap_or_default();
            return at(card.left, card.top);
        }
        Draft::New(Place::CauseOf(id)) => beside(id, -1.0, ids(snapshot.graph.causes(id))),
        Draft::New(Place::EffectOf(id)) => beside(id, 1.0, ids(snapshot.graph.effects(id))),
        Draft::New(Place::Inside(link)) => match snapshot.layout.routes.get(link) {
            Some(route) => {
                let end = route.points().last().unwrap_or(route.start);
                let x = f64::midpoint(route.start.x, end.x);
                let y = f64::midpoint(route.start.y, end.y);
                return Rect::around(Point::new(x, y), size);
            }
            None => at(0.0, 0.0),
        },
        Draft::New(Place::Outcome) if cards.is_empty() => at(-CARD_WIDTH / 2.0, -HEIGHT / 2.0),
        Draft::New(Place::Outcome) => {
            let bounds = snapshot.layout.bounds;
            at(bounds.right() - CARD_WIDTH, bounds.bottom() + APART)
        }
    };
    clear_of(wanted, cards.values())
}

fn ids<T>(linked: Vec<(&FactorId, T)>) -> Vec<&FactorId> {
    linked.into_iter().map(|(id, _)| id).collect()
}

/// The rectangle moved down until it covers none of the others.
fn clear_of<'a>(mut wanted: Rect, others: impl Iterator<Item = &'a Rect>) -> Rect {
    let mut in_the_way: Vec<_> = others
        .filter(|rect| rect.left < wanted.right() && wanted.left < rect.right())
        .collect();
    in_the_way.sort_by(|a, b| a.top.total_cmp(&b.top));
    for rect in in_the_way {
        if rect.grown(APART / 2.0).overlaps(&wanted) {
            wanted.top = rect.bottom() + APART;
        }
    }
    wanted
}
