//! The clock of a walk: started and stopped by hand, and true even in a tab that nobody sees.

use yew::prelude::*;

use crate::{
    components::primitives::Button,
    hooks::use_value,
    platform::{clock, timer::Ticker},
};

/// How often the clock is looked at, in milliseconds.
const LOOK: i32 = 250;

#[derive(Properties, PartialEq)]
pub struct ClockProps {
    /// How long the walk may take.
    pub minutes: u32,
}

/// What is left of the time.
#[component]
pub fn WalkClock(props: &ClockProps) -> Html {
    let all = u64::from(props.minutes) * 60_000;
    // What was spent before it was last started, and since when it runs.
    let spent = use_value(0_u64);
    let since = use_value(None::<u64>);
    let now = use_value(clock::now());
    {
        let now = now.setter();
        use_effect_with(since.is_some(), move |runs| {
            let ticker = runs.then(|| Ticker::every(LOOK, move || now.set(clock::now())));
            move || drop(ticker)
        });
    }
    let running = since.map_or(0, |since| now.saturating_sub(since));
    let gone = *spent + running;
    let toggle = {
        let (spent, since, now) = (spent.clone(), since.clone(), now.setter());
        Callback::from(move |()| {
            let at = clock::now();
            now.set(at);
            match *since {
                Some(begun) => {
                    spent.set(*spent + at.saturating_sub(begun));
                    since.set(None);
                }
                None => since.set(Some(at)),
            }
        })
    };
    let does = match (since.is_some(), gone) {
        (true, _) => "Stop the clock",
        (false, 0) => "Start the clock",
        (false, _) => "Go on",
    };
    let is_over = gone > all;
    html! {
        <div class={classes!("bow-clock", is_over.then_some("is-over"))}>
            <span role="timer" aria-label="Time left">{ told(all, gone) }</span>
            { Button::new(does, toggle).class("small").view() }
        </div>
    }
}

/// What is left, in minutes and whole seconds that have not begun to pass; or how much it is over.
fn told(all: u64, gone: u64) -> String {
    let words = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    match all.checked_sub(gone) {
        Some(left) => words(left.div_ceil(1_000)),
        None => format!("{} over", words((gone - all) / 1_000)),
    }
}
