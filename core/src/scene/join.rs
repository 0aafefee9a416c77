//! The small *all / any / ?* mark where several causes enter an effect.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    layout::{Direction, Layout, Rect, Size},
    model::{FactorId, Incident, Join, LinkKind, LinkTest},
};

/// A join, shown on the side of a card where its causes enter.
#[derive(Debug, Clone, PartialEq)]
pub struct JoinMark {
    /// The effect whose causes it joins.
    pub effect: FactorId,
    /// How they combine.
    pub join: Join,
    /// Where it is drawn.
    pub rect: Rect,
}

/// How high a mark is, in px.
const HEIGHT: f64 = 16.0;
/// How far a mark reaches into its card: not to the words.
const INSIDE: Size = Size {
    width: 10.0,
    height: 6.0,
};

impl JoinMark {
    /// A mark at the middle of the side of this card where causes enter.
    pub(super) fn new(effect: FactorId, join: Join, card: Rect, flow: Direction) -> Self {
        let size = join_size(join);
        let (left, top) = match flow {
            Direction::LeftToRight => (
                card.left + INSIDE.width - size.width,
                card.centre().y - size.height / 2.0,
            ),
            Direction::TopToBottom => (
                card.centre().x - size.width / 2.0,
                card.top + INSIDE.height - size.height,
            ),
        };
        Self {
            effect,
            join,
            rect: Rect { left, top, size },
        }
    }

    /// How far the mark stands out of its card, in px: arrows that run into it end so much
    /// earlier.
    pub(super) fn stands_out(&self, flow: Direction) -> f64 {
        match flow {
            Direction::LeftToRight => self.rect.size.width - INSIDE.width,
            Direction::TopToBottom => self.rect.size.height - INSIDE.height,
        }
    }
}

/// What a join's mark says.
pub fn join_words(join: Join) -> &'static str {
    match join {
        Join::Unknown => "?",
        Join::All | Join::Any => join.word(),
    }
}

/// How large a join's mark is: its words at 11 px and some room, whatever the font.
pub(super) fn join_size(join: Join) -> Size {
    let width = match join {
        Join::Unknown => HEIGHT,
        Join::All => 26.0,
        Join::Any => 32.0,
    };
    Size {
        width,
        height: HEIGHT,
    }
}

/// A mark for every effect that at least two causes contributed to. Refuted causes do not count:
/// they leave nothing to join.
pub(super) fn join_marks(
    incident: &Incident,
    layout: &Layout,
    flow: Direction,
) -> BTreeMap<FactorId, JoinMark> {
    let mut causes: BTreeMap<&FactorId, BTreeSet<&FactorId>> = BTreeMap::new();
    for link in incident.links.values() {
        let counts = link.kind == LinkKind::ContributedTo && link.test != LinkTest::Refuted;
        if counts && link.cause != link.effect && incident.factors.contains_key(&link.cause) {
            causes.entry(&link.effect).or_default().insert(&link.cause);
        }
    }
    let joined = causes.into_iter().filter(|(_, causes)| causes.len() > 1);
    let marks = joined.filter_map(|(effect, _)| {
        let factor = incident.factors.get(effect)?;
        let card = layout.cards.get(effect)?;
        let mark = JoinMark::new(effect.clone(), factor.join, *card, flow);
        Some((effect.clone(), mark))
    });
    marks.collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        layout::Point,
        model::{Factor, Label, Link},
    };

    /// Factors a, b and c beside each other, with links from a and b to c.
    fn converging(change: impl Fn(&mut Link)) -> (Incident, Layout) {
        let mut incident = Incident::new("i".parse().unwrap());
        let mut layout = Layout::default();
        let size = Size {
            width: 224.0,
            height: 60.0,
        };
        for (place, id) in (0_u8..).zip(["a", "b", "c"]) {
            let factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
            let centre = Point::new(f64::from(place) * 300.0, 100.0);
            layout
                .cards
                .insert(factor.id.clone(), Rect::around(centre, size));
            incident.factors.insert(factor.id.clone(), Arc::new(factor));
        }
        for cause in ["a", "b"] {
            let [id, effect] = [cause, "c"].map(|id| id.parse().unwrap());
            let mut link = Link::new(cause.parse().unwrap(), id, effect);
            change(&mut link);
            incident.links.insert(link.id.clone(), Arc::new(link));
        }
        (incident, layout)
    }

    fn marks(change: impl Fn(&mut Link)) -> usize {
        let (incident, layout) = converging(change);
        join_marks(&incident, &layout, Direction::LeftToRight).len()
    }

    #[test]
    fn two_causes_join_and_one_does_not() {
        assert_eq!(marks(|_| {}), 1);
        let only_b = |link: &mut Link| {
            if link.cause.as_str() == "a" {
                link.effect = "b".parse().unwrap();
            }
        };
        assert_eq!(marks(only_b), 0);
    }

    #[test]
    fn refuted_and_held_back_links_are_no_causes() {
        assert_eq!(marks(|link| link.test = LinkTest::Refuted), 0);
        assert_eq!(marks(|link| link.kind = LinkKind::HeldBack), 0);
    }

    #[test]
    fn links_to_or_from_nowhere_are_no_causes() {
        assert_eq!(marks(|link| link.cause = "gone".parse().unwrap()), 0);
        assert_eq!(marks(|link| link.effect = "gone".parse().unwrap()), 0);
        assert_eq!(marks(|link| link.cause = "a".parse().unwrap()), 0);
    }

    #[test]
    fn a_mark_straddles_the_side_where_causes_enter() {
        let (incident, layout) = converging(|_| {});
        let effect: FactorId = "c".parse().unwrap();
        let card = layout.cards[&effect];
        for flow in [Direction::LeftToRight, Direction::TopToBottom] {
            let mark = &join_marks(&incident, &layout, flow)[&effect];
            let (rect, inside) = (mark.rect, INSIDE);
            let out = match flow {
                Direction::LeftToRight => {
                    assert!((rect.right() - card.left - inside.width).abs() < 1e-9);
                    assert!((rect.centre().y - card.centre().y).abs() < 1e-9);
                    card.left - rect.left
                }
                Direction::TopToBottom => {
                    assert!((rect.bottom() - card.top - inside.height).abs() < 1e-9);
                    assert!((rect.centre().x - card.centre().x).abs() < 1e-9);
                    card.top - rect.top
                }
            };
            assert!((mark.stands_out(flow) - out).abs() < 1e-9);
        }
    }
}
