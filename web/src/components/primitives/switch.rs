//! A switch: on or off, with one sentence that says what on means.

use yew::prelude::*;

/// A switch: what it is called, what it means when it is on, whether it is, and who is told what it
/// is to be.
pub fn switch(
    label: &'static str,
    hint: &'static str,
    on: bool,
    on_switch: Callback<bool>,
) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| on_switch.emit(!on));
    html! {
        <button type="button" class="switch" role="switch" aria-checked={on.to_string()} {onclick}>
            <span class="switch-track" aria-hidden="true"></span>
            <span class="switch-words">
                <span>{ label }</span>
                { " " }
                <span class="hint">{ hint }</span>
            </span>
        </button>
    }
}
