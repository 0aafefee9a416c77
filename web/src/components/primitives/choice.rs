//! One of a few: a row of which exactly one is chosen, and chips of which at most one is.

use yew::prelude::*;

use super::Glyph;
use crate::platform::dom;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// What it is called.
    pub word: AttrValue,
    /// What it means, where the word alone does not say.
    pub hint: Option<AttrValue>,
    /// Its drawing, as path data.
    pub icon: Option<&'static str>,
    /// Its colour, by its name in the palette.
    pub colour: Option<&'static str>,
    /// The key that does the same.
    pub key: Option<&'static str>,
}

impl Choice {
    /// Something to choose with nothing but a word.
    pub fn of(word: impl Into<AttrValue>) -> Self {
        Self {
            word: word.into(),
            ..Self::default()
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// What is being chosen.
    pub label: AttrValue,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub label_hidden: bool,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// Which is chosen, counted from 0.
    pub chosen: Option<usize>,
    /// Whether what each means is written out below its word.
    #[prop_or_default]
    pub shows_hints: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Told which was pressed, whether it is chosen already or not.
    pub on_choose: Callback<usize>,
}

/// A row of which one is chosen: arrow keys move the choice.
#[component]
pub fn Segmented(props: &ChoiceProps) -> Html {
    let group = use_node_ref();
    let onkeydown = {
        let (on_choose, group) = (props.on_choose.clone(), group.clone());
        let (chosen, count) = (props.chosen, props.choices.len());
        Callback::from(move |event: KeyboardEvent| {
            let Some(next) = stepped(&event.key(), chosen, count) else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            dom::focus_child(&group, next);
            on_choose.emit(next);
        })
    };
    let segment = |(place, choice): (usize, &Choice)| {
        let is_chosen = props.chosen == Some(place);
        let is_stop = is_chosen || (props.chosen.is_none() && place == 0);
        html! {
            <button
                type="button"
                role="radio"
                class="choice"
                aria-checked={is_chosen.to_string()}
                tabindex={if is_stop { "0" } else { "-1" }}
                title={choice.hint.clone().filter(|_| !props.shows_hints)}
                data-colour={choice.colour}
                onclick={pressed(&props.on_choose, place)}
            >
                { face(choice, props.shows_hints) }
            </button>
        }
    };
    html! {
        <div class="field">
            { label(props) }
            <div
                ref={group}
                class={classes!("segmented", props.class.clone())}
                role="radiogroup"
                aria-label={props.label.clone()}
                {onkeydown}
            >
                { for props.choices.iter().enumerate().map(segment) }
            </div>
        </div>
    }
}

/// Chips of which at most one is chosen.
#[component]
pub fn Chips(props: &ChoiceProps) -> Html {
    let chip = |(place, choice): (usize, &Choice)| {
        html! {
            <button
                type="button"
                class="chip"
                aria-pressed={(props.chosen == Some(place)).to_string()}
                title={choice.hint.clone().filter(|_| !props.shows_hints)}
                data-colour={choice.colour}
                onclick={pressed(&props.on_choose, place)}
            >
                { face(choice, props.shows_hints) }
            </button>
        }
    };
    html! {
        <div class="field">
            { label(props) }
            <div
                class={classes!("chips", props.class.clone())}
                role="group"
                aria-label={props.label.clone()}
            >
                { for props.choices.iter().enumerate().map(chip) }
            </div>
        </div>
    }
}

fn label(props: &ChoiceProps) -> Html {
    if props.label_hidden {
        return html! {};
    }
    // The group itself is named; said twice it would only be noise.
    html! { <span class="field-label" aria-hidden="true">{ &props.label }</span> }
}

fn face(choice: &Choice, shows_hint: bool) -> Html {
    html! {
        <>
            if let Some(path) = choice.icon { <Glyph {path} /> }
            <span class="choice-word">{ &choice.word }</span>
            if let Some(hint) = choice.hint.as_ref().filter(|_| shows_hint) {
                <span class="choice-hint">{ hint }</span>
            }
            if let Some(key) = choice.key { <kbd aria-hidden="true">{ key }</kbd> }
        </>
    }
}

fn pressed(on_choose: &Callback<usize>, place: usize) -> Callback<MouseEvent> {
    on_choose.reform(move |_| place)
}

/// Where an arrow key leads in a ring of so many; none for other keys.
fn stepped(key: &str, chosen: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(chosen.filter(|at| *at < last).map_or(0, |at| at + 1)),
        "ArrowLeft" | "ArrowUp" => Some(chosen.and_then(|at| at.checked_sub(1)).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}
