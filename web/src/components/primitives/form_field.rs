//! A field of a form: the form holds what is typed and takes it all at once.

use yew::prelude::*;

use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct FormFieldProps {
    /// What it is called.
    pub label: AttrValue,
    /// What it holds.
    pub value: AttrValue,
    /// What stands in it while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Its element's id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Whether it takes several lines.
    #[prop_or_default]
    pub lines: bool,
    /// Why what it holds cannot be.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// Told what it holds at every letter.
    pub on_type: Callback<String>,
}

/// A field of a form.
#[component]
pub fn FormField(props: &FormFieldProps) -> Html {
    let on_type = props.on_type.clone();
    let oninput = Callback::from(move |event: InputEvent| on_type.emit(dom::typed(&event)));
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        // Escape is the form's own: it ends the form.
        if event.key() != "Escape" {
            event.stop_propagation();
        }
    });
    let (value, placeholder, id) = (&props.value, &props.placeholder, &props.id);
    // The label around the field holds its error too; the name does not.
    let (name, description) = (&props.label, &props.error);
    let invalid = props.error.is_some().then_some("true");
    html! {
        <label class="field">
            <span class="field-label">{ &props.label }</span>
            if props.lines {
                <textarea rows="2" {id} {value} {placeholder} aria-label={name} aria-description={description} aria-invalid={invalid} {oninput} {onkeydown} />
            } else {
                <input type="text" {id} {value} {placeholder} aria-label={name} aria-description={description} aria-invalid={invalid} {oninput} {onkeydown} />
            }
            if let Some(error) = &props.error { <span class="field-error" role="alert">{ error }</span> }
        </label>
    }
}
