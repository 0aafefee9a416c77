//! The lines as an ARIA tree.

use std::collections::BTreeSet;

use whyweb_core::{
    graph::Branch,
    model::{FactorId, LinkKind},
};
use yew::prelude::*;

use super::{
    HINT,
    hand::{Mode, use_hand},
    line::LineId,
    reword::OnReword,
    row::Row,
    spoken::spoken,
    spot,
    typing::Typing,
};
use crate::{
    components::primitives::Button,
    state::{Shown, use_shown, use_ui},
};

/// The tree.
#[component]
pub fn Tree() -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    let (hand, mode) = use_hand();
    let spoken = use_memo(shown.clone(), all_spoken);
    let typing = match &mode {
        Mode::Type(spot) => spot
            .shown(shown.outline())
            .map(|shown| (spot.clone(), shown)),
        _ => None,
    };
    if shown.outline().is_empty() && typing.is_none() {
        return empty(hand.on_begin());
    }
    let chosen: BTreeSet<FactorId> = ui.factors().into_iter().collect();
    let on_reword = hand.on_reword();
    let row = |(place, line): (usize, &Branch)| {
        let spoken = spoken.get(place).cloned().unwrap_or_default();
        let rewords = mode == Mode::Reword(LineId::of(line));
        let is_selected = chosen.contains(&line.factor);
        let is_current = typing.is_none() && place == hand.current;
        let rewording = rewords.then(|| on_reword.clone());
        row(line, &shown, spoken, is_selected, is_current, rewording)
    };
    let lines = shown.outline().iter().enumerate();
    let mut rows: Vec<Html> = lines.filter_map(row).collect();
    if let Some((spot, spot::Shown { place, depth })) = typing {
        let on_step = hand.on_step(spot.clone());
        let line = html! { <Typing key="typing" {spot} {depth} {on_step} /> };
        rows.insert(place.min(rows.len()), line);
    }
    html! {
        <>
            <ul
                class="branches"
                role="tree"
                aria-label="The web as a list"
                aria-describedby={HINT}
                aria-multiselectable="true"
                onkeydown={hand.on_key()}
                onclick={hand.on_click()}
                ondblclick={hand.on_double()}
            >
                { for rows }
            </ul>
            { Button::new("Add a line", hand.on_begin()).class("quiet add-line").view() }
        </>
    }
}

fn row(
    line: &Branch,
    shown: &Shown,
    spoken: AttrValue,
    selected: bool,
    current: bool,
    rewording: Option<OnReword>,
) -> Option<Html> {
    let incident = &shown.incident;
    let factor = incident.factors.get(&line.factor)?;
    let category = factor.category.as_ref();
    let link = line.link.as_ref().and_then(|id| incident.links.get(id));
    let element = AttrValue::from(LineId::of(line).element());
    Some(html! {
        <Row
            key={element.to_string()}
            id={&element}
            factor={factor.clone()}
            category={category.and_then(|id| incident.categories.get(id)).cloned()}
            depth={line.depth}
            repeated={line.repeated}
            lead={link.and_then(|link| lead(link.kind))}
            {spoken}
            {selected}
            {current}
            {rewording}
        />
    })
}

fn lead(kind: LinkKind) -> Option<&'static str> {
    match kind {
        LinkKind::ContributedTo => None,
        LinkKind::HeldBack => Some("held back by"),
    }
}

fn all_spoken(shown: &Shown) -> Vec<AttrValue> {
    let lines = shown.outline().iter();
    let words = lines.map(|line| {
        let factor = shown.incident.factors.get(&line.factor);
        factor.map(|factor| AttrValue::from(spoken(line, factor, shown)))
    });
    words.map(Option::unwrap_or_default).collect()
}

fn empty(on_begin: Callback<()>) -> Html {
    html! {
        <div class="outline-empty">
            <p class="purpose">{ "Nothing is on the map yet. Say what happened; then ask why, a line each." }</p>
            { Button::new("Say what happened", on_begin).primary().view() }
        </div>
    }
}
