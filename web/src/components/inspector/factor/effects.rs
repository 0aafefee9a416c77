//! What a factor led to, or what a safeguard or a stroke of luck held back.

use std::sync::Arc;

use whyweb_core::model::{Factor, Role};
use yew::prelude::*;

use super::link_line::{add_linked, link_line, link_to};
use crate::{
    components::{
        inspector::parts::{Details, section},
        primitives::{AddField, Button},
    },
    drafts,
};

/// What a factor led to or held back.
pub fn effects(factor: &Arc<Factor>, details: &Details) -> Html {
    let graph = &details.shown.graph;
    let choose = link_to(&factor.id, false, details);
    let holds_back = factor.role.holds_back();
    let led_to = graph.effects(&factor.id);
    let held_back = graph.held_back_by(&factor.id);
    let on_add = {
        let (desk, factor) = (details.desk.clone(), factor.clone());
        Callback::from(move |typed: String| {
            add_linked(&desk, &factor, drafts::label(&typed)?, false);
            Ok(())
        })
    };
    let count = led_to.len() + held_back.len();
    let (title, add, none) = if holds_back {
        (
            "Held back",
            "Add what it held back",
            "Nothing yet. Say what it lessened or might have stopped.",
        )
    } else {
        (
            "Led to",
            "Add an effect",
            "Nothing yet. Say what it contributed to.",
        )
    };
    let is_end = factor.role == Role::Outcome;
    let hint = (count == 0 && !is_end).then_some(none);
    let inside = html! {
        <>
            <ul class="refs">
                { for led_to.iter().map(|(effect, link)| link_line(&link.id, effect, Some(link.test), false, details)) }
                { for held_back.iter().map(|(effect, link)| link_line(&link.id, effect, None, false, details)) }
            </ul>
            <div class="adding">
                <AddField label={add} {on_add} />
                { Button::new("Link…", choose).class("quiet").key("L").says("Link…").view() }
            </div>
        </>
    };
    section(title, count, hint, inside)
}
