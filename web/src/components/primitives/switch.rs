//! A switch: on or off, with one sentence that says what on means.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SwitchProps {
    /// What it is called.
    pub label: AttrValue,
    /// What it means when it is on.
    pub hint: AttrValue,
    /// Whether it is on.
    pub on: bool,
    /// Told what it is to be.
    pub on_switch: Callback<bool>,
}

/// A switch.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let on = props.on;
    let onclick = props.on_switch.reform(move |_: MouseEvent| !on);
    html! {
        <button type="button" class="switch" role="switch" aria-checked={on.to_string()} {onclick}>
            <span class="switch-track" aria-hidden="true"></span>
            <span class="switch-words">
                <span>{ &props.label }</span>
                { " " }
                <span class="hint">{ &props.hint }</span>
            </span>
        </button>
    }
}
