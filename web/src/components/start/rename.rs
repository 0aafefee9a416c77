//! The field that stands in place of an incident's name while it is renamed.

use yew::prelude::*;

use crate::{
    drafts,
    hooks::{use_focus_on, use_value},
    platform::dom,
};

#[derive(Properties, PartialEq)]
pub struct RenameProps {
    /// Its element's id.
    pub id: String,
    /// The old name.
    pub name: String,
    /// Told the new name, or nothing where the old one stays.
    pub on_end: Callback<Option<String>>,
}

/// Enter and leaving it rename; Escape does not.
#[component]
pub fn Rename(props: &RenameProps) -> Html {
    let words = use_value(props.name.clone());
    let error = use_value(None::<String>);
    // Ending takes the field away, which the browser tells as leaving it once more.
    let is_done = use_mut_ref(bool::default);
    use_focus_on(Some(props.id.clone().into()), true);
    let oninput = {
        let words = words.setter();
        Callback::from(move |event: InputEvent| words.set(dom::typed(&event)))
    };
    let end = {
        let (on_end, old, error) = (props.on_end.clone(), props.name.clone(), error.setter());
        move |words: String| {
            if words == old || words.trim().is_empty() {
                is_done.replace(true);
                return on_end.emit(None);
            }
            match drafts::label(&words) {
                _ if *is_done.borrow() => {}
                Ok(name) => {
                    is_done.replace(true);
                    on_end.emit(Some(name.to_string()));
                }
                Err(why) => error.set(Some(why)),
            }
        }
    };
    let onblur = {
        let end = end.clone();
        Callback::from(move |event: FocusEvent| end(dom::typed(&event)))
    };
    let onkeydown = {
        let old = props.name.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() => end(dom::typed(&event)),
            "Escape" => end(old.clone()),
            _ => {}
        })
    };
    let invalid = error.is_some().then_some("true");
    html! {
        <label class="field entry-rename">
            <span class="heard-only">{ "New name" }</span>
            <input type="text" id={props.id.clone()} value={(*words).clone()} aria-invalid={invalid} {oninput} {onblur} {onkeydown} />
            if let Some(error) = &*error { <span class="field-error" role="alert">{ error }</span> }
        </label>
    }
}
