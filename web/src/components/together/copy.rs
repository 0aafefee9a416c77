//! Taking in a colleague's copy of this incident.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::window::way;
use crate::{
    drafts::sentence,
    effects::together::{CameIn, take_in_copy},
    hooks::use_value,
    platform::transfer,
    state::use_desk,
};

const PROMISE: &str = "Always works, also after days apart. Choose a file that a colleague saved of this \
     same incident: what they did is added, nothing is lost, and one undo takes it out again. Nothing \
     leaves this device.";

/// The way, and what came in by it.
#[component]
pub fn Copy() -> Html {
    let desk = use_desk();
    let told = use_value(None::<Result<String, String>>);
    let onchange = {
        let told = told.setter();
        Callback::from(move |event: Event| {
            let Some(handed) = transfer::chosen(&event) else {
                return;
            };
            let (desk, told) = (desk.clone(), told.clone());
            spawn_local(async move {
                let taken = match handed.read().await {
                    Ok(file) => take_in_copy(&desk, &file),
                    Err(why) => Err(why),
                };
                told.set(Some(match taken {
                    Ok(came_in) => Ok(words(&came_in)),
                    Err(why) => Err(sentence(why.to_string())),
                }));
            });
        })
    };
    let content = html! {
        <>
            <label class="button choose-file">
                { "Choose a colleague’s file…" }
                <input class="heard-only" type="file" accept=".json,.svg" {onchange} />
            </label>
            { match (*told).clone() {
                None => html! {},
                Some(Ok(words)) => html! { <p class="done" role="status">{ words }</p> },
                Some(Err(why)) => html! { <p class="field-error" role="alert">{ why }</p> },
            } }
        </>
    };
    way("A colleague’s file", PROMISE, content)
}

fn words(came_in: &CameIn) -> String {
    if came_in.words.is_empty() {
        "All of it was here already; nothing changed.".to_owned()
    } else {
        format!(
            "Came in: {}. What is new is selected; Z takes it out again.",
            came_in.words
        )
    }
}
