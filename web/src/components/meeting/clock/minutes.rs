//! The window in which a team says how long each phase may take.

use whyweb_core::{
    command::ClockCommand,
    model::{self, Phase},
};
use yew::prelude::*;

use super::toggle;
use crate::{
    components::{
        meeting::phase_name,
        primitives::{Button, Modal, TextField},
    },
    platform::clock,
    state::{Desk, Shown, use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct MinutesProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Minutes(props: &MinutesProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let is_running = shown.incident.clock.running_since.is_some();
    let label = if is_running {
        "Stop the clock"
    } else {
        "Start the clock"
    };
    let on_toggle = {
        let desk = desk.clone();
        Callback::from(move |()| toggle(&desk))
    };
    html! {
        <Modal
            title="Time for each phase"
            purpose="A quiet clock that everyone in this incident sees. It runs for the phase that is open, and nothing happens when the time is up."
            class="minutes"
            on_close={props.on_close.clone()}
        >
            <ul class="minutes-list">{ for Phase::ALL.map(|phase| row(phase, &desk, &shown)) }</ul>
            <div>{ Button::new(label, on_toggle).primary().view() }</div>
        </Modal>
    }
}

fn row(phase: Phase, desk: &Desk, shown: &Shown) -> Html {
    let time = shown.incident.clock;
    let name = phase_name(phase);
    let on_done = desk.taking(read, move |minutes| {
        ClockCommand::SetMinutes(phase, minutes)
    });
    let reset = {
        let desk = desk.clone();
        Callback::from(move |()| {
            if let Some(now) = clock::moment() {
                desk.act(ClockCommand::Reset(phase, now));
            }
        })
    };
    let spent = clock::moment().map_or(0, |now| time.spent(phase, shown.incident.phase, now));
    html! {
        <li key={name}>
            <TextField
                label={format!("{name}, minutes")}
                class="inline"
                kind="number"
                value={time.of(phase).minutes.get().to_string()}
                {on_done}
            />
            <span class="hint">{ format!("took {} min", spent / 60) }</span>
            { Button::new(format!("Begin {name} anew"), reset).class("quiet").says("Begin anew").disabled(spent == 0).view() }
        </li>
    }
}

fn read(typed: &str) -> Result<model::Minutes, String> {
    let minutes = typed.trim().parse().ok().and_then(model::Minutes::new);
    minutes.ok_or_else(|| format!("Write a whole number from 1 to {}.", model::Minutes::MOST))
}
