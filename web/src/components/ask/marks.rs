//! What an answer marks on the map.

use std::rc::Rc;

use whyweb_core::{
    analysis::{Answer, WhatIf},
    layout::Rect,
    model::LinkId,
};

use crate::{
    platform::measure::CanvasMeasure,
    state::{Fate, Marks, Shown, Tallies},
};

/// What an answer raises. A link is raised with the cards at its ends, which say what it is.
pub fn raised(answer: &Answer, shown: &Shown) -> Marks {
    let incident = &shown.incident;
    let mut raised = answer.highlight.clone();
    let links = raised.links.iter();
    let ends = links.filter_map(|link: &LinkId| incident.links.get(link));
    let ends: Vec<_> = ends
        .flat_map(|link| [link.cause.clone(), link.effect.clone()])
        .collect();
    raised.factors.extend(ends);
    Marks {
        raised,
        tallies: tallies(answer, shown),
        ..Marks::default()
    }
}

/// How many routes go over each link, half way along it.
fn tallies(answer: &Answer, shown: &Shown) -> Tallies {
    let number = |link: &LinkId| {
        let routes = answer.counts.get(link)?;
        let noun = if routes.get() == 1 {
            "route goes"
        } else {
            "routes go"
        };
        Some((routes.brief(), format!("{routes} {noun} over this link")))
    };
    let tallies = shown.scene.tallies(number, &CanvasMeasure::new());
    let by_link = tallies.into_iter().map(|tally| (tally.link.clone(), tally));
    Tallies(Rc::new(by_link.collect()))
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
