//! The stage: a step at a time in large type, the clock, and the ending.

use yew::prelude::*;

use super::{Walk, clock::WalkClock, ending::ending, notes::PresenterNotes, step::step};
use crate::{
    components::primitives::Button,
    hooks::{use_value, use_window_listener},
    platform::dom,
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// What is walked.
    pub walk: Walk,
}

/// The stage. Arrow keys step, N shows the notes.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let route = &props.walk.route;
    // The step after the last factor is the ending.
    let last = route.len();
    let at = use_value(0_usize);
    let with_notes = use_value(false);
    let go = |to: usize| {
        let at = at.setter();
        Callback::from(move |()| at.set(to))
    };
    let (back, on) = (at.saturating_sub(1), (*at + 1).min(last));
    let show_notes = {
        let with_notes = with_notes.clone();
        Callback::from(move |()| with_notes.set(!*with_notes))
    };
    {
        let (at, show_notes) = (at.setter(), show_notes.clone());
        use_window_listener("keydown", move |event| {
            if dom::is_typing(&event) {
                return;
            }
            let Some(key) = dom::key(event) else { return };
            if key.ctrl_key() || key.meta_key() || key.alt_key() {
                return;
            }
            match key.key().as_str() {
                "ArrowRight" | "ArrowDown" | "PageDown" => at.set(on),
                "ArrowLeft" | "ArrowUp" | "PageUp" => at.set(back),
                "Home" => at.set(0),
                "End" => at.set(last),
                "n" | "N" => show_notes.emit(()),
                _ => return,
            }
            key.prevent_default();
        });
    }
    let body = match route.get(*at) {
        Some(id) => step(id, route.get(*at + 1), &shown.incident),
        None => ending(route, &desk, &shown),
    };
    let notes = route.get(*at).filter(|_| *with_notes);
    html! {
        <div class="bow-stage">
            <div class="bow-body" aria-live="polite">{ body }</div>
            if let Some(factor) = notes {
                <PresenterNotes incident={shown.incident.id.clone()} factor={factor.clone()} />
            }
            <footer class="bow-foot">
                <WalkClock minutes={props.walk.minutes} />
                <span class="bow-place">{ place(*at, last) }</span>
                { Button::new("Notes", show_notes).class("quiet").key("N").pressed(*with_notes).disabled(*at == last).view() }
                { Button::new("Back", go(back)).key("←").disabled(*at == 0).view() }
                { Button::new("Next", go(on)).primary().key("→").disabled(*at == last).view() }
            </footer>
        </div>
    }
}

fn place(at: usize, last: usize) -> String {
    if at == last {
        return "The end".to_owned();
    }
    format!("{} of {last}", at + 1)
}
