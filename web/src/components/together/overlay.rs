//! What is seen of others on the map itself: a ring and a name at the card they work on, and their
//! pointer. Drawn over the map and never exported.

use std::collections::BTreeMap;

use whyweb_core::{layout::Rect, model::FactorId};
use yew::prelude::*;

use super::people::colour;
use crate::{
    effects::together::{Person, Together},
    platform::dom,
    state::{Shown, viewport::PEOPLE},
};

/// Between a card and the first ring around it, and between two rings, in px.
const RING: f64 = 4.0;
/// How high a line with a name is, in px.
const LINE: f64 = 14.0;

/// The rings, names and pointers.
pub fn overlay(together: &Together, shown: &Shown) -> Html {
    let people = together.people();
    let Some(host) = dom::element(PEOPLE) else {
        return html! {};
    };
    // Several at one card stand one around the other.
    let mut at_card: BTreeMap<&FactorId, u8> = BTreeMap::new();
    let mut drawn = Vec::new();
    for person in &people {
        if let Some(card) = &person.presence.card
            && let Some(rect) = shown.layout.cards.get(card)
        {
            let turn = at_card.entry(card).or_default();
            drawn.push(ring(person, rect, f64::from(*turn)));
            *turn = turn.saturating_add(1);
        }
        if let Some((x, y)) = person.presence.pointer {
            drawn.push(pointer(person, x, y));
        }
    }
    create_portal(
        html! { <g class="people-on-map" aria-hidden="true">{ for drawn }</g> },
        host,
    )
}

fn ring(person: &Person, card: &Rect, turn: f64) -> Html {
    let away = RING * (turn + 1.0);
    let (left, top) = (card.left - away, card.top - away);
    let (width, height) = (card.size.width + 2.0 * away, card.size.height + 2.0 * away);
    let is_typing = person.presence.is_typing.then_some(" is typing…");
    let line = card.top - RING - 5.0 - turn * LINE;
    html! {
        <g key={format!("ring-{}", person.client)} class={classes!("peer", colour(person))}>
            <rect
                class="peer-ring"
                x={left.to_string()}
                y={top.to_string()}
                width={width.to_string()}
                height={height.to_string()}
                rx={(8.0 + away).to_string()}
            />
            <text class="peer-name" x={card.left.to_string()} y={line.to_string()}>
                { person.presence.called() }{ is_typing }
            </text>
        </g>
    }
}

fn pointer(person: &Person, x: f64, y: f64) -> Html {
    html! {
        <g
            key={format!("pointer-{}", person.client)}
            class={classes!("peer", colour(person))}
            transform={format!("translate({x:.1} {y:.1})")}
        >
            <path class="peer-pointer" d="M0 0 4 13 6.5 7.5 12 5Z" />
            <text class="peer-name" x="12" y="18">{ person.presence.called() }</text>
        </g>
    }
}
