//! Choosing a factor by the words of its statement.

use whyweb_core::{
    model::{FactorId, Incident, Label},
    query::matches,
};
use yew::prelude::*;

use crate::{hooks::use_value, platform::dom, state::use_shown};

mod row;

use row::{Picked, Row};

/// Factors listed at the most; more letters find the rest.
const MOST_LISTED: usize = 40;

#[derive(Properties, PartialEq)]
pub struct PickerProps {
    /// Its field's element; its list and rows are called after it.
    pub id: AttrValue,
    /// What is being chosen.
    pub label: AttrValue,
    /// Factors that are not offered.
    #[prop_or_default]
    pub without: Vec<FactorId>,
    /// Why a factor cannot be chosen, where it cannot.
    #[prop_or_default]
    pub refusal: Option<Callback<FactorId, Option<String>>>,
    /// What a new factor would be, where one may be made: "a new cause".
    #[prop_or_default]
    pub makes: Option<AttrValue>,
    /// Told which was chosen.
    pub on_choose: Callback<FactorId>,
    /// Told what a new factor is to say.
    #[prop_or_default]
    pub on_make: Callback<Label>,
}

/// A field and the list of factors whose statements its words begin.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let shown = use_shown();
    let words = use_value(String::new());
    let moved = use_value(None::<usize>);
    let (rows, more) = rows(props, &words, &shown.incident);
    let first = rows.iter().position(|row| row.refusal.is_none());
    let chosen = moved.filter(|place| *place < rows.len()).or(first);
    {
        let row = chosen.map(|place| row_id(&props.id, place));
        use_effect_with(row, |row| {
            if let Some(row) = row {
                dom::scroll_to(row);
            }
        });
    }
    let choose = {
        let (on_choose, on_make) = (props.on_choose.clone(), props.on_make.clone());
        Callback::from(move |picked: Picked| match picked {
            Picked::Factor(id) => on_choose.emit(id),
            Picked::New(label) => on_make.emit(label),
        })
    };
    let oninput = {
        let (words, moved) = (words.setter(), moved.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            moved.set(None);
        })
    };
    let onkeydown = {
        let (rows, choose, moved) = (rows.clone(), choose.clone(), moved.setter());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() != "Escape" {
                event.stop_propagation();
            }
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => moved.set(stepped(chosen, rows.len(), true)),
                "ArrowUp" => moved.set(stepped(chosen, rows.len(), false)),
                "Enter" => {
                    let row = chosen.and_then(|place| rows.get(place));
                    if let Some(row) = row.filter(|row| row.refusal.is_none()) {
                        choose.emit(row.picked.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let list = format!("{}-list", props.id);
    html! {
        <div class="picker">
            <input
                type="text"
                id={props.id.clone()}
                role="combobox"
                aria-label={props.label.clone()}
                aria-expanded={(!rows.is_empty()).to_string()}
                aria-controls={list.clone()}
                aria-autocomplete="list"
                aria-activedescendant={chosen.map(|place| row_id(&props.id, place))}
                autocomplete="off"
                placeholder="Type the start of its words"
                value={(*words).clone()}
                {oninput}
                {onkeydown}
            />
            <ul class="picker-list" id={list} role="listbox" aria-label={props.label.clone()}>
                { for rows.iter().enumerate().map(|(place, row)| {
                    row.view(row_id(&props.id, place), chosen == Some(place), &choose)
                }) }
            </ul>
            if more > 0 {
                <p class="hint">{ format!("And {more} more. Type more letters to find them.") }</p>
            }
            if rows.is_empty() {
                <p class="hint">{ "No statement has words that begin like this. Try fewer letters." }</p>
            }
        </div>
    }
}

fn row_id(picker: &str, place: usize) -> String {
    format!("{picker}-{place}")
}

/// What is listed, and how many more were found.
fn rows(props: &PickerProps, words: &str, incident: &Incident) -> (Vec<Row>, usize) {
    let mut found = matches(words, incident);
    found.retain(|id| !props.without.contains(id));
    let more = found.len().saturating_sub(MOST_LISTED);
    let listed = found.into_iter().take(MOST_LISTED);
    let refusal = |id: &FactorId| props.refusal.as_ref()?.emit(id.clone());
    let mut rows: Vec<Row> = listed
        .filter_map(|id| Row::of(&id, refusal(&id), incident))
        .collect();
    let new = props.makes.as_ref().zip(Label::new(words).ok());
    rows.extend(new.map(|(makes, label)| Row::new(label, makes)));
    (rows, more)
}

/// One row on, in a ring.
fn stepped(chosen: Option<usize>, count: usize, down: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (chosen, down) {
        (Some(place), true) if place < last => place + 1,
        (_, true) => 0,
        (Some(place), false) => place.checked_sub(1).unwrap_or(last),
        (None, false) => last,
    })
}
