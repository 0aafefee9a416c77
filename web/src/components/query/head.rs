//! The head of the panel: the query, and what can be done with it and with its rows.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{csv::csv, find::Told};
use crate::{
    components::{
        ask::Picks,
        primitives::{Button, glyph::REMOVE},
    },
    platform::{clipboard, dom, file},
    state::{Desk, Dialog, UiAction, viewport::MAP},
};

/// The head.
pub fn head(text: &Rc<str>, told: Option<&Told>, picks: &Picks) -> Html {
    let has_rows = told.is_some_and(|told| {
        let found = told.result.as_ref().as_ref();
        found.is_ok_and(|found| !found.rows().is_empty())
    });
    let close = {
        let ui = picks.ui.dispatcher();
        Callback::from(move |()| {
            ui.dispatch(UiAction::EndAsk);
            dom::focus(MAP);
        })
    };
    html! {
        <header class="answer-head">
            <h2>{ "Query" }</h2>
            <code class="answer-about" title={text.to_string()}>{ one_line(text) }</code>
            <span class="answer-space"></span>
            { Button::new("Change the query", writing(text, picks)).key("/").class("quiet small").says("Change").view() }
            { Button::new("Copy CSV of the rows", copying(told, &picks.desk)).class("quiet small").says("Copy CSV").disabled(!has_rows).view() }
            { Button::new("Save CSV of the rows", saving(told, &picks.desk)).class("quiet small").says("Save CSV").disabled(!has_rows).view() }
            { Button::new("Close the query", close).key("Esc").class("quiet small").glyph(REMOVE).view() }
        </header>
    }
}

/// Opens the field with the query in it.
pub fn writing(text: &Rc<str>, picks: &Picks) -> Callback<()> {
    let (text, ui) = (text.clone(), picks.ui.dispatcher());
    Callback::from(move |()| ui.dispatch(UiAction::Open(Dialog::Write(text.clone()))))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(told: Option<&Told>) -> String {
    let found = told.map(|told| told.result.as_ref().as_ref());
    found.and_then(Result::ok).map(csv).unwrap_or_default()
}

fn copying(told: Option<&Told>, desk: &Desk) -> Callback<()> {
    let (told, desk) = (told.cloned(), desk.clone());
    Callback::from(move |()| {
        let (text, desk) = (rows(told.as_ref()), desk.clone());
        spawn_local(async move {
            match clipboard::copy(&text).await {
                Ok(()) => desk.say("Copied the rows as CSV.", false),
                Err(why) => desk.warn(format!("not copied: {why}")),
            }
        });
    })
}

fn saving(told: Option<&Told>, desk: &Desk) -> Callback<()> {
    let (told, desk) = (told.cloned(), desk.clone());
    Callback::from(move |()| {
        if let Err(why) = file::save("rows.csv", "text/csv", &rows(told.as_ref())) {
            desk.warn(format!("not saved: {why}"));
        }
    })
}
