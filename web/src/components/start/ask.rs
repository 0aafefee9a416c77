//! "What happened?": the field that a new incident begins with.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::model::Label;
use yew::prelude::*;

use crate::{
    drafts,
    hooks::{use_focus, use_value},
    map,
    opened::Opened,
    platform::{dom, hash, held_keys, parts},
    route::Route,
};

const FIELD: &str = "what-happened";
const ERROR: &str = "what-happened-error";

/// The question. Enter begins an incident with the answer as its outcome.
#[hook]
pub fn use_ask(on_open: &Callback<Opened>) -> Html {
    let words = use_value(String::new());
    let error = use_value(None::<String>);
    let is_opening = use_value(false);
    use_focus(FIELD);
    let oninput = {
        let (words, error) = (words.setter(), error.setter());
        Callback::from(move |event: InputEvent| {
            parts::foresee_map();
            words.set(dom::typed(&event));
            error.set(None);
        })
    };
    let onsubmit = {
        let (words, error) = (words.clone(), error.setter());
        let begin = Begin {
            on_open: on_open.clone(),
            is_opening: is_opening.clone(),
            error: error.clone(),
        };
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match Label::new(&words) {
                Ok(statement) => begin.with(statement),
                Err(_) if words.trim().is_empty() => {
                    error.set(Some("Say in a few words what happened.".to_owned()));
                }
                Err(why) => error.set(Some(drafts::sentence(why))),
            }
        })
    };
    let is_invalid = error.is_some();
    html! {
        <form class="ask" {onsubmit}>
            <h1><label for={FIELD}>{ "What happened?" }</label></h1>
            <p class="purpose">
                { "Map the web of factors that contributed to an incident, together, while you talk about it. Start with the harm; then ask why." }
            </p>
            <div class="ask-line">
                <input
                    id={FIELD}
                    type="text"
                    autocomplete="off"
                    placeholder="Checkout was down for 40 minutes"
                    enterkeyhint="go"
                    aria-invalid={is_invalid.then_some("true")}
                    aria-describedby={is_invalid.then_some(ERROR)}
                    value={(*words).clone()}
                    readonly={*is_opening}
                    {oninput}
                    onpointerdown={Callback::from(|_| parts::foresee_map())}
                />
                <button type="submit" class="button primary">{ "Start" }<span aria-hidden="true">{ "↵" }</span></button>
            </div>
            if *is_opening { <p class="purpose" role="status">{ "Opening…" }</p> }
            if let Some(error) = &*error { <p id={ERROR} class="field-error" role="alert">{ error }</p> }
        </form>
    }
}

/// The way from an answer to an open incident.
struct Begin {
    on_open: Callback<Opened>,
    is_opening: UseStateHandle<bool>,
    error: UseStateSetter<Option<String>>,
}

impl Begin {
    /// Begins an incident: at once where the map is here, else when it has come. What is typed meanwhile
    /// is meant for the map and waits for it.
    fn with(&self, statement: Label) {
        if *self.is_opening {
            return;
        }
        if let Some(here) = parts::map_here() {
            return self.on_open.emit(map::begin(here, statement));
        }
        let (on_open, error) = (self.on_open.clone(), self.error.clone());
        let is_opening = self.is_opening.setter();
        is_opening.set(true);
        held_keys::hold();
        spawn_local(async move {
            let map = parts::map().await;
            is_opening.set(false);
            match map {
                // A person may have gone elsewhere meanwhile.
                _ if Route::parse(&hash::get()) != Route::Start => held_keys::forget(),
                Ok(here) => {
                    on_open.emit(map::begin(here, statement));
                    held_keys::release();
                }
                Err(why) => {
                    held_keys::pause();
                    error.set(Some(format!(
                        "The map could not be fetched ({why}). Your words are kept: press Enter to try again."
                    )));
                }
            }
        });
    }
}
