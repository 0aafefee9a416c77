//! What led to a factor, how that combines, and what held the factor back.

use std::sync::Arc;

use whyweb_core::model::Factor;
use yew::prelude::*;

use super::{
    join::join_choice,
    link_line::{add_linked, link_line, link_to},
};
use crate::{
    components::{
        inspector::parts::{Details, section},
        primitives::{AddField, Button},
    },
    drafts,
};

/// What led to a factor.
pub fn causes(factor: &Arc<Factor>, details: &Details) -> Html {
    let graph = &details.shown.graph;
    let choose = link_to(&factor.id, true, details);
    let causes = graph.causes(&factor.id);
    let holding = graph.holding_back(&factor.id);
    let on_add = {
        let (desk, factor) = (details.desk.clone(), factor.clone());
        Callback::from(move |typed: String| {
            add_linked(&desk, &factor, drafts::label(&typed)?, true);
            Ok(())
        })
    };
    let hint = causes
        .is_empty()
        .then_some("None yet. Ask why this was so.");
    html! {
        <>
            { section("Caused by", causes.len(), hint, html! { <>
                <ul class="refs">
                    { for causes.iter().map(|(cause, link)| link_line(&link.id, cause, Some(link.test), true, details)) }
                </ul>
                <div class="adding">
                    <AddField label="Add a cause" {on_add} />
                    { Button::new("Link…", choose).class("quiet").key("⇧L").says("Link…").view() }
                </div>
                if causes.len() > 1 { { join_choice(factor, &details.desk) } }
            </> }) }
            if !holding.is_empty() {
                { section("Held back by", holding.len(), None, html! { <>
                    <ul class="refs">
                        { for holding.iter().map(|(safeguard, link)| link_line(&link.id, safeguard, None, false, details)) }
                    </ul>
                </> }) }
            }
        </>
    }
}
