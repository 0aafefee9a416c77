//! The start page: one question, then what is here already.

mod ask;
mod device;
mod entry;
mod examples;
mod notes;
mod rename;
mod theme_switch;

use yew::prelude::*;

use crate::{
    app::Storage,
    opened::Opened,
    platform::{dom, parts},
};

use ask::use_ask;
use device::on_this_device;
use examples::examples;
use notes::use_notes;
use theme_switch::use_theme_switch;

#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The store of this device.
    pub storage: Storage,
    /// Told when an incident is open.
    pub on_open: Callback<Opened>,
}

/// The start page.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let ask = use_ask(&props.on_open);
    let notes = use_notes();
    let theme_switch = use_theme_switch();
    html! {
        <div
            class="start"
            onpointermove={Callback::from(|event: PointerEvent| foresee(&event))}
            onpointerdown={Callback::from(|event: PointerEvent| foresee(&event))}
            onfocusin={Callback::from(|event: FocusEvent| foresee(&event))}
        >
            <header class="start-top">
                <span class="wordmark">{ mark() }{ "Whyweb" }</span>
                { theme_switch }
            </header>
            <main>
                { ask }
                { on_this_device(&props.storage) }
                { examples() }
                { notes }
            </main>
            <footer class="start-foot">
                <p>{ "Nothing leaves this device unless you send it." }</p>
            </footer>
        </div>
    }
}

/// Has the map fetched where a pointer or the focus has reached what leads to one. Only what a person
/// does counts: a pointer that lies still tells nothing, hence its moves and not where it is.
fn foresee(event: &Event) {
    if dom::nearest(event, "data-opens").is_some() {
        parts::foresee_map();
    }
}

/// Two causes that flow into one outcome.
fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M3 5.5h4.5M3 14.5h4.5M7.5 5.5C12 5.5 9 10 13 10M7.5 14.5C12 14.5 9 10 13 10" />
            <circle cx="15.5" cy="10" r="2.5" />
        </svg>
    }
}
