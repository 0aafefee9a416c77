//! A button that chooses a file.

use yew::prelude::*;

use super::TakeIn;
use crate::platform::transfer;

/// Takes in the file a person chooses.
pub fn choose_file(take_in: TakeIn) -> Html {
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
