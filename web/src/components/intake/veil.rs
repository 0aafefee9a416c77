//! What lies over the page while a file is dragged across it.

use yew::prelude::*;

use super::use_take_in;
use crate::{
    hooks::{use_value, use_window_listener},
    platform::transfer,
};

/// The veil; it is there only while a file hovers.
#[component]
pub fn Veil() -> Html {
    let hovers = use_value(false);
    let take_in = use_take_in();
    {
        let hovers = hovers.setter();
        use_window_listener("dragover", move |event| {
            if transfer::brings_file(&event) {
                // Else the browser opens the file in place of the page.
                event.prevent_default();
                hovers.set(true);
            }
        });
    }
    {
        let hovers = hovers.setter();
        use_window_listener("dragleave", move |event| {
            if transfer::has_left_window(&event) {
                hovers.set(false);
            }
        });
    }
    {
        let hovers = hovers.setter();
        use_window_listener("drop", move |event| {
            hovers.set(false);
            if let Some(handed) = transfer::dropped(&event) {
                event.prevent_default();
                take_in.emit(handed);
            }
        });
    }
    if !*hovers {
        return html! {};
    }
    html! {
        <div class="veil" role="status">
            <p>{ "Let go to open it as an incident" }</p>
        </div>
    }
}
