//! The head of the panel: the question, what it is about, and what can be done with the answer.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{
    analysis::{Needs, Question},
    query::phrased,
};
use yew::prelude::*;

use super::{find::Told, pick::Picks, pinned::pin_switch};
use crate::{
    components::primitives::{Button, glyph::REMOVE},
    platform::{clipboard, dom},
    state::{Asked, Desk, Dialog, UiAction, viewport::MAP},
};

/// The head.
pub fn head(asked: &Asked, told: Option<&Told>, picks: &Picks) -> Html {
    let doing = |action: UiAction| {
        let ui = picks.ui.dispatcher();
        Callback::from(move |()| ui.dispatch(action.clone()))
    };
    let close = {
        let ui = picks.ui.dispatcher();
        Callback::from(move |()| {
            ui.dispatch(UiAction::EndAsk);
            dom::focus(MAP);
        })
    };
    let copy = copying(told, &picks.desk);
    let is_disabled = copy.is_none();
    let closes = if asked.is_what_if() {
        "Leave what if"
    } else {
        "Close the answer"
    };
    html! {
        <header class="answer-head">
            <h2>{ asked.question.title() }</h2>
            { about(asked, picks) }
            <span class="answer-space"></span>
            if asked.question == Question::Routes { { count_switch(picks) } }
            if is_narrowed(asked) {
                { Button::new("Ask of the whole map", doing(UiAction::Ask(Asked::new(asked.question, None)))).class("quiet small wide-only").view() }
            }
            if !asked.about.without.is_empty() {
                { Button::new("Switch all on", doing(UiAction::Ask(Asked::what_if(&[], &picks.shown.incident)))).class("quiet small").view() }
            }
            { pin_switch(asked, picks) }
            { as_query(asked, picks) }
            { Button::new("Ask another question", doing(UiAction::Open(Dialog::Ask))).key("/").class("quiet small again").says("Ask").view() }
            { Button::new("Copy the answer as text", copy.unwrap_or_default()).class("quiet small").says("Copy").disabled(is_disabled).view() }
            { Button::new(closes, close).key("Esc").class("quiet small").glyph(REMOVE).view() }
        </header>
    }
}

/// Writes on each link how many routes go over it, or no longer.
fn count_switch(picks: &Picks) -> Html {
    let on = picks.ui.tallies;
    let ui = picks.ui.dispatcher();
    let turn = Callback::from(move |()| ui.dispatch(UiAction::Tally(!on)));
    Button::new("Count on links how many routes go over each", turn)
        .class("quiet small")
        .says("Count on links")
        .pressed(on)
        .view()
}

/// Opens the question's text as a query, to learn from and to change.
fn as_query(asked: &Asked, picks: &Picks) -> Html {
    let Some(text) = phrased(asked.question, &asked.about, &picks.shown.incident) else {
        return html! {};
    };
    let ui = picks.ui.dispatcher();
    let open = Callback::from(move |()| {
        ui.dispatch(UiAction::Open(Dialog::Write(text.as_str().into())));
    });
    Button::new("Show as a query", open)
        .class("quiet small")
        .says("As a query")
        .view()
}

/// What it is about; in *what if*, how many cards are off.
fn about(asked: &Asked, picks: &Picks) -> Html {
    if asked.is_what_if() {
        let off = match asked.about.without.len() {
            0 => "No card is off".to_owned(),
            1 => "1 card is off".to_owned(),
            off => format!("{off} cards are off"),
        };
        return html! { <span class="answer-off">{ off }</span> };
    }
    let Some(factor) = &asked.about.factor else {
        return html! {};
    };
    let factor = picks.shown.incident.factors.get(factor);
    let statement = factor.map_or("a card that is gone", |factor| factor.statement.as_str());
    html! { <span class="answer-about">{ format!("“{statement}”") }</span> }
}

/// Whether the same question can be asked of the whole map.
fn is_narrowed(asked: &Asked) -> bool {
    let is_wide = matches!(asked.question.needs(), Needs::Nothing | Needs::Outcome);
    asked.about.factor.is_some() && is_wide
}

/// Copies the answer, where there is one, and says so.
fn copying(told: Option<&Told>, desk: &Desk) -> Option<Callback<()>> {
    let answer = told?.answer.as_ref().ok()?.clone();
    let desk = desk.clone();
    Some(Callback::from(move |()| {
        let (text, desk) = (answer.to_string(), desk.clone());
        spawn_local(async move {
            match clipboard::copy(&text).await {
                Ok(()) => desk.say("Copied the answer as text.", false),
                Err(why) => desk.warn(format!("not copied: {why}")),
            }
        });
    }))
}
