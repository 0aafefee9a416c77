//! Takes in a file or pasted notes while an incident is open.

use yew::prelude::*;

use crate::{
    components::{
        intake::{choose_file, use_take_in},
        primitives::{Button, Modal},
    },
    hooks::use_value,
    platform::{dom, transfer::Handed},
};

const FIELD: &str = "import-notes";

#[derive(Properties, PartialEq)]
pub struct ImportProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window. What is read opens as an incident of its own.
#[component]
pub fn Import(props: &ImportProps) -> Html {
    let words = use_value(String::new());
    let take_in = use_take_in();
    let oninput = {
        let words = words.setter();
        Callback::from(move |event: InputEvent| words.set(dom::typed(&event)))
    };
    let on_press = {
        let (words, take_in) = (words.clone(), take_in.clone());
        Callback::from(move |()| take_in.emit(Handed::Words((*words).clone())))
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let purpose = "Opens a .whyweb.json, an SVG made by Whyweb or indented notes as a new incident. \
                   The map that is open stays as it is.";
    html! {
        <Modal focus={FIELD} title="Import" {purpose} on_close={props.on_close.clone()}>
            <label class="field">
                <span class="field-label">{ "Notes: what stands below led to what stands above" }</span>
                <textarea id={FIELD} class="notes" rows="8" value={(*words).clone()} {oninput} {onkeydown} />
            </label>
            <div class="form-foot">
                { choose_file(take_in) }
                { Button::new("Open as a new incident", on_press).primary().disabled(words.trim().is_empty()).view() }
            </div>
        </Modal>
    }
}
