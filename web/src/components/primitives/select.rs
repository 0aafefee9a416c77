//! A choice among many, on the browser's own list.

use yew::prelude::*;

use crate::platform::dom;

/// A choice among many.
pub struct SelectField {
    label: &'static str,
    label_hidden: bool,
    class: &'static str,
    options: Vec<AttrValue>,
    chosen: usize,
    on_choose: Callback<usize>,
}

impl SelectField {
    /// What is being chosen, what there is to choose, which is chosen, counted from 0, and who is
    /// told which is chosen now.
    pub fn new(
        label: &'static str,
        options: Vec<AttrValue>,
        chosen: usize,
        on_choose: Callback<usize>,
    ) -> Self {
        Self {
            label,
            label_hidden: false,
            class: "",
            options,
            chosen,
            on_choose,
        }
    }

    /// The label is only for those who listen.
    pub fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }

    /// Further classes.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The field as it is drawn.
    pub fn view(self) -> Html {
        let on_choose = self.on_choose;
        let onchange = Callback::from(move |event: Event| {
            if let Ok(place) = dom::typed(&event).parse() {
                on_choose.emit(place);
            }
        });
        let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
        let chosen = self.chosen;
        let option = |(place, words): (usize, AttrValue)| {
            html! {
                <option value={place.to_string()} selected={place == chosen}>{ words }</option>
            }
        };
        html! {
            <label class={classes!("field", self.class)}>
                <span class={classes!("field-label", self.label_hidden.then_some("heard-only"))}>
                    { self.label }
                </span>
                <select aria-label={self.label} value={chosen.to_string()} {onchange} {onkeydown}>
                    { for self.options.into_iter().enumerate().map(option) }
                </select>
            </label>
        }
    }
}
