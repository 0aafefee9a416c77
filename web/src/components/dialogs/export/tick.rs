//! A box to tick.

use yew::prelude::*;

/// The box: what a tick means, whether it is ticked, and who is told whether it is to be.
pub fn tick(label: &'static str, is_on: bool, on_change: Callback<bool>) -> Html {
    let onchange = Callback::from(move |_: Event| on_change.emit(!is_on));
    html! {
        <label class="option">
            <input type="checkbox" checked={is_on} {onchange} />
            { label }
        </label>
    }
}
