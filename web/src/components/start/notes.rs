//! Bringing notes or a file: a scribe's indented list becomes a web.

use yew::prelude::*;

use crate::{
    components::{
        intake::{choose_file, use_take_in},
        primitives::Button,
    },
    hooks::use_value,
    platform::{dom, transfer::Handed},
};

const FIELD: &str = "notes";
const EXAMPLE: &str = "Impact: checkout down for 40 minutes\n- certificate had expired\n  - renewal \
                       failed silently\n  - nobody owned it";

/// The field for notes, and the way to a file.
#[hook]
pub fn use_notes() -> Html {
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
    html! {
        <section class="start-part bring" data-opens="" aria-labelledby="bring-title">
            <h2 id="bring-title"><label for={FIELD}>{ "Bring notes" }</label></h2>
            <p class="purpose">
                { "Paste a scribe's indented list: what stands below led to what stands above. Or bring a .whyweb.json or an SVG made by Whyweb; dropping a file anywhere on this page does the same." }
            </p>
            <textarea id={FIELD} rows="4" spellcheck="true" placeholder={EXAMPLE} value={(*words).clone()} {oninput} />
            <div class="bring-foot">
                { choose_file(take_in) }
                { Button::new("Make a map of these notes", on_press).disabled(words.trim().is_empty()).view() }
            </div>
        </section>
    }
}
