//! What an answer marks on the map.

use whyweb_core::{
    analysis::{Answer, WhatIf},
    layout::Rect,
    model::{Incident, LinkId},
};

use crate::state::{Fate, Marks, Shown};

/// What an answer raises. A link is raised with the cards at its ends, which say what it is.
pub fn raised(answer: &Answer, incident: &Incident) -> Marks {
    let mut raised = answer.highlight.clone();
    let links = raised.links.iter();
    let ends = links.filter_map(|link: &LinkId| incident.links.get(link));
    let ends: Vec<_> = ends
        .flat_map(|link| [link.cause.clone(), link.effect.clone()])
        .collect();
    raised.factors.extend(ends);
    Marks {
        raised,
        ..Marks::default()
    }
}

/// What becomes of each card. Nothing fades: any card may be switched next.
pub fn fates(found: &WhatIf) -> Marks {
    let off = found.removed.iter().map(|id| (id, Fate::Off));
    let prevented = found.prevented.iter().map(|id| (id, Fate::Prevented));
    let depends = found.depends.keys().map(|id| (id, Fate::Depends));
    let less = found.less_likely.iter().map(|id| (id, Fate::LessLikely));
    let fates = less.chain(depends).chain(prevented).chain(off);
    Marks {
        fates: fates.map(|(id, fate)| (id.clone(), fate)).collect(),
        ..Marks::default()
    }
}

/// The part of the map that the raised cards lie in.
pub fn bounds(marks: &Marks, shown: &Shown) -> Option<Rect> {
    let cards = &shown.layout.cards;
    let rects = marks.raised.factors.iter().filter_map(|id| cards.get(id));
    super::pick::around(rects)
}
