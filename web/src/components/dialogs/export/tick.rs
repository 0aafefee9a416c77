//! A box to tick.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct TickProps {
    /// What a tick means.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub is_on: bool,
    /// Told whether it is to be.
    pub on_change: Callback<bool>,
}

/// The box.
#[component]
pub fn Tick(props: &TickProps) -> Html {
    let flipped = !props.is_on;
    let onchange = props.on_change.reform(move |_: Event| flipped);
    html! {
        <label class="option">
            <input type="checkbox" checked={props.is_on} {onchange} />
            { &props.label }
        </label>
    }
}
