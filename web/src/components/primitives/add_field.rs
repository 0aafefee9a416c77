//! A line to add something with: Enter adds, and the line is ready for the next.

use yew::prelude::*;

use super::Button;
use crate::{hooks::use_value, platform::dom};

#[derive(Properties, PartialEq)]
pub struct AddProps {
    /// What it adds.
    pub label: AttrValue,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Told what was typed: a reason comes back where that cannot be.
    pub on_add: Callback<String, Result<(), String>>,
}

/// A line to add something with.
#[component]
pub fn AddField(props: &AddProps) -> Html {
    let words = use_value(String::new());
    let error = use_value(None::<String>);
    let add = {
        let (words, error, on_add) = (words.clone(), error.setter(), props.on_add.clone());
        Callback::from(move |()| {
            if words.trim().is_empty() {
                return;
            }
            let answer = on_add.emit((*words).clone());
            if answer.is_ok() {
                words.set(String::new());
            }
            error.set(answer.err());
        })
    };
    let oninput = {
        let words = words.setter();
        Callback::from(move |event: InputEvent| words.set(dom::typed(&event)))
    };
    let onkeydown = {
        let (add, words, error) = (add.clone(), words.setter(), error.setter());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => add.emit(()),
                "Escape" => {
                    words.set(String::new());
                    error.set(None);
                    dom::blur(&event);
                }
                _ => {}
            }
        })
    };
    html! {
        <div class="add-field">
            <input
                type="text"
                id={props.id.clone()}
                value={(*words).clone()}
                placeholder={props.label.clone()}
                aria-label={props.label.clone()}
                aria-invalid={error.is_some().then_some("true")}
                {oninput}
                {onkeydown}
            />
            if !words.trim().is_empty() { { Button::new("Add", add).view() } }
            if let Some(error) = &*error { <span class="field-error" role="alert">{ error }</span> }
        </div>
    }
}
