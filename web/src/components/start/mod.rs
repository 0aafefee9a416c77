//! The start page: one question, then what is here already.

mod ask;
mod device;
mod entry;
mod examples;
mod notes;
mod rename;
mod theme_switch;

use whyweb_core::engine::Engine;
use yew::prelude::*;

use crate::app::Storage;

use ask::Ask;
use device::on_this_device;
use examples::examples;
use notes::BringNotes;
use theme_switch::ThemeSwitch;

/// The start page.
pub fn start(storage: &Storage, on_open: Callback<Engine>) -> Html {
    html! {
        <div class="start">
            <header class="start-top">
                <span class="wordmark">{ mark() }{ "Whyweb" }</span>
                <ThemeSwitch />
            </header>
            <main>
                <Ask {on_open} />
                { on_this_device(storage) }
                { examples() }
                <BringNotes />
            </main>
            <footer class="start-foot">
                <p>{ "Nothing leaves this device unless you send it." }</p>
            </footer>
        </div>
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
