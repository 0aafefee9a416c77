//! One of a few: a row of which exactly one is chosen, and chips of which at most one is.

use yew::prelude::*;

use super::glyph;
use crate::platform::dom;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// What it is called.
    pub word: AttrValue,
    /// What it means, where the word alone does not say.
    pub hint: Option<&'static str>,
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

/// One of a few: what is being chosen and what there is to choose.
pub struct OneOf {
    label: AttrValue,
    label_hidden: bool,
    choices: Vec<Choice>,
    chosen: Option<usize>,
    shows_hints: bool,
    class: &'static str,
    on_choose: Callback<usize>,
}

impl OneOf {
    /// What is being chosen, what there is to choose, which is chosen, counted from 0, and who is
    /// told which was pressed, whether it is chosen already or not.
    pub fn new(
        label: impl Into<AttrValue>,
        choices: Vec<Choice>,
        chosen: Option<usize>,
        on_choose: Callback<usize>,
    ) -> Self {
        Self {
            label: label.into(),
            label_hidden: false,
            choices,
            chosen,
            shows_hints: false,
            class: "",
            on_choose,
        }
    }

    /// The label is only for those who listen.
    pub fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }

    /// What each means is written out below its word.
    pub fn hints_shown(mut self) -> Self {
        self.shows_hints = true;
        self
    }

    /// Further classes.
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// A row of which one is chosen: arrow keys move the choice.
    pub fn segmented(self) -> Html {
        let group = NodeRef::default();
        let onkeydown = {
            let (on_choose, group) = (self.on_choose.clone(), group.clone());
            let (chosen, count) = (self.chosen, self.choices.len());
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
            let is_chosen = self.chosen == Some(place);
            let is_stop = is_chosen || (self.chosen.is_none() && place == 0);
            html! {
                <button
                    type="button"
                    role="radio"
                    class="choice"
                    aria-checked={is_chosen.to_string()}
                    tabindex={if is_stop { "0" } else { "-1" }}
                    title={choice.hint.filter(|_| !self.shows_hints)}
                    data-colour={choice.colour}
                    onclick={self.pressed(place)}
                >
                    { face(choice, self.shows_hints) }
                </button>
            }
        };
        html! {
            <div class="field">
                { self.heading() }
                <div
                    ref={group}
                    class={classes!("segmented", self.class)}
                    role="radiogroup"
                    aria-label={&self.label}
                    {onkeydown}
                >
                    { for self.choices.iter().enumerate().map(segment) }
                </div>
            </div>
        }
    }

    /// Chips of which at most one is chosen.
    pub fn chips(self) -> Html {
        let chip = |(place, choice): (usize, &Choice)| {
            html! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed={(self.chosen == Some(place)).to_string()}
                    title={choice.hint.filter(|_| !self.shows_hints)}
                    data-colour={choice.colour}
                    onclick={self.pressed(place)}
                >
                    { face(choice, self.shows_hints) }
                </button>
            }
        };
        html! {
            <div class="field">
                { self.heading() }
                <div class={classes!("chips", self.class)} role="group" aria-label={&self.label}>
                    { for self.choices.iter().enumerate().map(chip) }
                </div>
            </div>
        }
    }

    fn heading(&self) -> Html {
        if self.label_hidden {
            return html! {};
        }
        // The group itself is named; said twice it would only be noise.
        html! { <span class="field-label" aria-hidden="true">{ &self.label }</span> }
    }

    fn pressed(&self, place: usize) -> Callback<MouseEvent> {
        let on_choose = self.on_choose.clone();
        Callback::from(move |_| on_choose.emit(place))
    }
}

fn face(choice: &Choice, shows_hint: bool) -> Html {
    html! {
        <>
            if let Some(path) = choice.icon { { glyph(path) } }
            <span class="choice-word">{ &choice.word }</span>
            if let Some(hint) = choice.hint.filter(|_| shows_hint) {
                <span class="choice-hint">{ hint }</span>
            }
            if let Some(key) = choice.key { <kbd aria-hidden="true">{ key }</kbd> }
        </>
    }
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
