//! The field in a line whose statement is being reworded.

use std::sync::Arc;

use whyweb_core::model::{Factor, FactorId};
use yew::prelude::*;

use crate::{
    hooks::{use_focus_on, use_value},
    platform::dom,
};

/// How a rewording ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded {
    /// The factor.
    pub factor: FactorId,
    /// The new words; none where the old ones stay.
    pub words: Option<String>,
    /// Whether a key ended it, so that the focus goes back to the line.
    pub by_key: bool,
}

/// Hears how a rewording ended; a reason comes back where the new words cannot stand.
pub type OnReword = Callback<Reworded, Result<(), String>>;

const FIELD: &str = "line-reword";

#[derive(Properties, PartialEq)]
pub struct RewordProps {
    /// The factor.
    pub factor: Arc<Factor>,
    /// Told how it ended.
    pub on_end: OnReword,
}

/// Enter and leaving it reword; Escape does not.
#[component]
pub fn Reword(props: &RewordProps) -> Html {
    let words = use_value(props.factor.statement.to_string());
    let error = use_value(None::<String>);
    // Ending takes the field away, which the browser tells as leaving it once more.
    let is_done = use_mut_ref(bool::default);
    use_focus_on(Some(AttrValue::Static(FIELD)), true);
    let oninput = {
        let (words, error) = (words.setter(), error.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            error.set(None);
        })
    };
    let end = {
        let (factor, on_end, error) = (props.factor.clone(), props.on_end.clone(), error.setter());
        move |words: Option<String>, by_key: bool| {
            if *is_done.borrow() {
                return;
            }
            let changed = words
                .filter(|words| *words != factor.statement.as_str() && !words.trim().is_empty());
            // Set first: what hears of the end may take the field away before it returns.
            is_done.replace(true);
            let reworded = Reworded {
                factor: factor.id.clone(),
                words: changed,
                by_key,
            };
            if let Err(why) = on_end.emit(reworded) {
                is_done.replace(false);
                error.set(Some(why));
            }
        }
    };
    let onblur = {
        let (end, words) = (end.clone(), words.clone());
        Callback::from(move |_: FocusEvent| end(Some((*words).clone()), false))
    };
    let onkeydown = {
        let words = words.clone();
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => end(Some((*words).clone()), true),
                "Escape" => end(None, true),
                _ => {}
            }
        })
    };
    let invalid = error.is_some().then_some("true");
    html! {
        <span class="branch-field">
            <label class="heard-only" for={FIELD}>{ "In other words" }</label>
            <input id={FIELD} type="text" autocomplete="off" value={(*words).clone()} aria-invalid={invalid} {oninput} {onblur} {onkeydown} />
            if let Some(error) = &*error { <span class="field-error" role="alert">{ error }</span> }
        </span>
    }
}
