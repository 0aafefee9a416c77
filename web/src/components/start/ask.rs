//! "What happened?": the field that a new incident begins with.

use whyweb_core::{
    command::FactorCommand,
    document::{Selectable, Selected},
    engine::{Engine, Gesture},
    model::{Factor, Incident, Label, Role},
};
use yew::prelude::*;

use crate::{
    drafts,
    effects::library,
    hooks::{use_focus, use_value},
    platform::{dom, random},
};

const FIELD: &str = "what-happened";
const ERROR: &str = "what-happened-error";

/// The question. Enter begins an incident with the answer as its outcome.
#[hook]
pub fn use_ask(on_open: &Callback<Engine>) -> Html {
    let words = use_value(String::new());
    let error = use_value(None::<String>);
    use_focus(FIELD);
    let oninput = {
        let (words, error) = (words.setter(), error.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            error.set(None);
        })
    };
    let onsubmit = {
        let (words, error, on_open) = (words.clone(), error.setter(), on_open.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match Label::new(&words) {
                Ok(statement) => on_open.emit(begin(statement)),
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
                    {oninput}
                />
                <button type="submit" class="button primary">{ "Start" }<span aria-hidden="true">{ "↵" }</span></button>
            </div>
            if let Some(error) = &*error { <p id={ERROR} class="field-error" role="alert">{ error }</p> }
        </form>
    }
}

/// The answer is an edit like any other: undo takes it back.
fn begin(statement: Label) -> Engine {
    let outcome = Factor {
        role: Role::Outcome,
        ..Factor::new(random::id(), statement)
    };
    let selected = Selected {
        before: Vec::new(),
        after: vec![Selectable::Factor(outcome.id.clone())],
    };
    let commands = vec![FactorCommand::Add(Box::new(outcome)).into()];
    let mut engine = library::begin(&Incident::new(random::id()));
    let answered = engine.dispatch(Gesture { commands, selected });
    debug_assert!(answered.is_ok(), "an empty incident refuses no factor");
    engine
}
