//! A question to ask around the card that is selected, one at a time.

use std::sync::Arc;

use whyweb_core::{
    model::Factor,
    wording::{ENGLISH, prompts},
};
use yew::prelude::*;

use super::dress;
use crate::{components::primitives::Button, hooks::use_value, state::use_shown};

#[derive(Properties, PartialEq)]
pub struct PromptProps {
    /// The factor that is asked about.
    pub factor: Arc<Factor>,
}

/// One question, and the way to another.
#[component]
pub fn Prompt(props: &PromptProps) -> Html {
    let shown = use_shown();
    let turn = use_value(0_usize);
    let (incident, factor) = (&shown.incident, &props.factor);
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    let category = category.map(AsRef::as_ref);
    let asked = prompts(&ENGLISH, incident.phase, factor.role, category);
    let Some(question) = asked.get(*turn % asked.len().max(1)) else {
        return html! {};
    };
    dress();
    let next = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    html! {
        <section class="section prompt" aria-label="A question to ask">
            <h3>{ "A question to ask" }</h3>
            <div class="prompt-line">
                <p aria-live="polite">{ *question }</p>
                { Button::new("Another question", next).class("quiet small").says("Another").view() }
            </div>
        </section>
    }
}
