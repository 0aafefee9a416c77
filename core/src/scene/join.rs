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
