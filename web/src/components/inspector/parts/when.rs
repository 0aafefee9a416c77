//! Fields for times and days.

use whyweb_core::model::{Day, When, time_as_typed};
use yew::prelude::*;

use crate::{components::primitives::TextField, drafts, state::use_shown};

#[derive(Properties, PartialEq)]
pub struct WhenProps {
    /// What it is called.
    #[prop_or(AttrValue::Static("Time"))]
    pub label: AttrValue,
    /// What it holds.
    pub when: Option<When>,
    /// Told what it holds when it is done.
    pub on_done: Callback<Option<When>>,
}

/// A field for a time, as exact as somebody knows it.
#[component]
pub fn WhenField(props: &WhenProps) -> Html {
    let date = use_shown().incident.date;
    let on_done = {
        let on_done = props.on_done.clone();
        Callback::from(move |typed: String| {
            drafts::time_or_none(&typed, date).map(|when| on_done.emit(when))
        })
    };
    let hint = match date {
        Some(_) => {
            "A day, a day and a time, or a time on the incident’s day. In UTC unless you add a zone."
        }
        None => "A day, or a day and a time. In UTC unless you add a zone.",
    };
    html! {
        <TextField
            label={props.label.clone()}
            class="when inline"
            value={props.when.map(time_as_typed).unwrap_or_default()}
            placeholder="2017-01-31 23:27"
            {hint}
            {on_done}
        />
    }
}

#[derive(Properties, PartialEq)]
pub struct DayProps {
    /// What it is called.
    pub label: AttrValue,
    /// What it holds.
    pub day: Option<Day>,
    /// Told what it holds when it is done.
    pub on_done: Callback<Option<Day>>,
}

/// A field for a day, on the browser's own calendar.
#[component]
pub fn DayField(props: &DayProps) -> Html {
    let on_done = {
        let on_done = props.on_done.clone();
        Callback::from(move |typed: String| {
            drafts::day_or_none(&typed).map(|day| on_done.emit(day))
        })
    };
    let value = props.day.map(|day| day.to_string()).unwrap_or_default();
    html! { <TextField label={props.label.clone()} class="inline" kind="date" {value} {on_done} /> }
}
