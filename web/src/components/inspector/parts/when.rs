//! Fields for times and days.

use whyweb_core::model::{Day, When, time_as_typed};
use yew::prelude::*;

use super::Details;
use crate::{components::primitives::TextField, drafts};

/// A field for a time, as exact as somebody knows it.
pub fn when_field(
    label: &'static str,
    when: Option<When>,
    details: &Details,
    on_done: Callback<Option<When>>,
) -> Html {
    let date = details.shown.incident.date;
    let on_done = Callback::from(move |typed: String| {
        drafts::time_or_none(&typed, date).map(|when| on_done.emit(when))
    });
    let hint = match date {
        Some(_) => {
            "A day, a day and a time, or a time on the incident’s day. In UTC unless you add a zone."
        }
        None => "A day, or a day and a time. In UTC unless you add a zone.",
    };
    html! {
        <TextField
            {label}
            class="when inline"
            value={when.map(time_as_typed).unwrap_or_default()}
            placeholder="2017-01-31 23:27"
            {hint}
            {on_done}
        />
    }
}

/// A field for a day, on the browser's own calendar.
pub fn day_field(label: &'static str, day: Option<Day>, on_done: Callback<Option<Day>>) -> Html {
    let on_done = Callback::from(move |typed: String| {
        drafts::day_or_none(&typed).map(|day| on_done.emit(day))
    });
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    html! { <TextField {label} class="inline" kind="date" {value} {on_done} /> }
}
