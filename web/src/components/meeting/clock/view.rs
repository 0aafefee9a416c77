//! The clock in the bar: what is left of the open phase, in words.

use whyweb_core::model::{Clock, Moment, Phase, time_left};
use yew::prelude::*;

use super::toggle;
use crate::{
    components::{meeting::phase_name, primitives::Button},
    hooks::use_value,
    platform::{clock, timer::Ticker},
    state::{Dialog, UiAction, use_desk, use_shown, use_ui},
};

/// Between two looks at the time of day, in ms.
const BEAT: i32 = 1000;
/// What is left when it is said once, in seconds.
const NEARLY: i64 = 5 * 60;

const START: &str = "M5.5 3.5v9l7-4.5z";
const STOP: &str = "M5 4v8M11 4v8";

/// What the clock says.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    /// On screen.
    words: String,
    /// Aloud, twice a phase: shortly before its end and at its end.
    aloud: Option<String>,
    is_over: bool,
}

impl Said {
    fn at(now: Moment, clock: &Clock, phase: Phase) -> Self {
        let left = clock.left(phase, phase, now);
        let untouched = clock.running_since.is_none() && clock.of(phase).spent == 0;
        let words = if untouched {
            format!("{} min", clock.of(phase).minutes.get())
        } else {
            time_left(left)
        };
        let name = phase_name(phase);
        let aloud = match left {
            _ if clock.running_since.is_none() => None,
            ..=0 => Some(format!("The time for {name} is up. Take what you need.")),
            1..=NEARLY => Some(format!("Less than 5 minutes left for {name}.")),
            _ => None,
        };
        Self {
            words,
            aloud,
            is_over: left <= 0,
        }
    }
}

/// The clock in the bar.
#[component]
pub fn ClockView() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    let (time, phase) = (shown.incident.clock, shown.incident.phase);
    let said = use_said(time, phase);
    let is_running = time.running_since.is_some();
    let (label, lines) = if is_running {
        ("Stop the clock", STOP)
    } else {
        ("Start the clock", START)
    };
    let on_toggle = Callback::from(move |()| toggle(&desk));
    let on_open = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Open(Dialog::Minutes)))
    };
    let Some(said) = said else {
        return html! {};
    };
    let name = format!("Clock: {}. Minutes for each phase", said.words);
    html! {
        <div class="clock" data-running={is_running.to_string()} data-over={said.is_over.to_string()}>
            { Button::new(label, on_toggle).class("quiet small").key("⇧C").glyph(lines).view() }
            { Button::new(name, on_open).class("quiet clock-words").shows(Html::from(said.words)).view() }
            <span class="heard-only" role="status">{ said.aloud }</span>
        </div>
    }
}

/// What the clock says now; looked at again while it runs.
#[hook]
fn use_said(time: Clock, phase: Phase) -> Option<Said> {
    let beats = use_value(0_u32);
    {
        let beats = beats.setter();
        use_effect_with(time.running_since.is_some(), move |is_running| {
            let mut count = 0_u32;
            let ticker = is_running.then(|| {
                Ticker::every(BEAT, move || {
                    count = count.wrapping_add(1);
                    beats.set(count);
                })
            });
            move || drop(ticker)
        });
    }
    let now = clock::moment()?;
    Some(Said::at(now, &time, phase))
}
