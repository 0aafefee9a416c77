//! A choice among many, on the browser's own list.

use yew::prelude::*;

use crate::platform::dom;

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    /// What is being chosen.
    pub label: AttrValue,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub label_hidden: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// What there is to choose.
    pub options: Vec<AttrValue>,
    /// Which is chosen, counted from 0.
    pub chosen: usize,
    /// Told which is chosen now.
    pub on_choose: Callback<usize>,
}

/// A choice among many.
#[component]
pub fn SelectField(props: &SelectProps) -> Html {
    let onchange = {
        let on_choose = props.on_choose.clone();
        Callback::from(move |event: Event| {
            if let Ok(place) = dom::typed(&event).parse() {
                on_choose.emit(place);
            }
        })
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let option = |(place, words): (usize, &AttrValue)| {
        html! {
            <option value={place.to_string()} selected={place == props.chosen}>{ words }</option>
        }
    };
    html! {
        <label class={classes!("field", props.class.clone())}>
            <span class={classes!("field-label", props.label_hidden.then_some("heard-only"))}>
                { &props.label }
            </span>
            <select aria-label={props.label.clone()} value={props.chosen.to_string()} {onchange} {onkeydown}>
                { for props.options.iter().enumerate().map(option) }
            </select>
        </label>
    }
}
