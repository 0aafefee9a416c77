//! A button that chooses a file.

use yew::prelude::*;

use super::use_take_in;
use crate::platform::transfer;

/// Takes in the file a person chooses.
#[component]
pub fn ChooseFile() -> Html {
    let take_in = use_take_in();
    let onchange = Callback::from(move |event: Event| {
        if let Some(handed) = transfer::chosen(&event) {
            take_in.emit(handed);
        }
    });
    html! {
        <label class="button choose-file">
            { "Choose a file…" }
            <input class="heard-only" type="file" accept=".json,.svg,.md,.markdown,.txt" {onchange} />
        </label>
    }
}
