//! A field of a form: the form holds what is typed and takes it all at once.

use yew::prelude::*;

use crate::platform::dom;

/// A field of a form.
pub struct FormField {
    label: &'static str,
    value: AttrValue,
    placeholder: &'static str,
    id: Option<&'static str>,
    lines: bool,
    error: Option<AttrValue>,
    on_type: Callback<String>,
}

impl FormField {
    /// What it is called, what it holds, and who is told what it holds at every letter.
    pub fn new(label: &'static str, value: String, on_type: Callback<String>) -> Self {
        Self {
            label,
            value: value.into(),
            placeholder: "",
            id: None,
            lines: false,
            error: None,
            on_type,
        }
    }

    /// What stands in it while it is empty.
    pub fn placeholder(mut self, placeholder: &'static str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// Its element's id.
    pub fn id(mut self, id: &'static str) -> Self {
        self.id = Some(id);
        self
    }

    /// Whether it takes several lines.
    pub fn lines(mut self, lines: bool) -> Self {
        self.lines = lines;
        self
    }

    /// Why what it holds cannot be.
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error.map(AttrValue::from);
        self
    }

    /// The field as it is drawn.
    pub fn view(self) -> Html {
        let on_type = self.on_type;
        let oninput = Callback::from(move |event: InputEvent| on_type.emit(dom::typed(&event)));
        let onkeydown = Callback::from(|event: KeyboardEvent| {
            // Escape is the form's own: it ends the form.
            if event.key() != "Escape" {
                event.stop_propagation();
            }
        });
        let (value, placeholder, id) = (self.value, self.placeholder, self.id);
        // The label around the field holds its error too; the name does not.
        let (name, description) = (self.label, self.error.clone());
        let invalid = self.error.is_some().then_some("true");
        html! {
            <label class="field">
                <span class="field-label">{ self.label }</span>
                if self.lines {
                    <textarea rows="2" {id} {value} {placeholder} aria-label={name} aria-description={description} aria-invalid={invalid} {oninput} {onkeydown} />
                } else {
                    <input type="text" {id} {value} {placeholder} aria-label={name} aria-description={description} aria-invalid={invalid} {oninput} {onkeydown} />
                }
                if let Some(error) = self.error { <span class="field-error" role="alert">{ error }</span> }
            </label>
        }
    }
}
