//! A list that is narrowed by what one types: arrows choose a row, Enter or a click takes it.

use yew::prelude::*;

use crate::{hooks::use_value, platform::dom};

/// A row of the list.
#[derive(Clone, PartialEq)]
pub struct NarrowedRow {
    /// What it shows.
    pub body: Html,
    /// Whether it says why it cannot be taken.
    pub is_hindered: bool,
}

#[derive(Properties, PartialEq)]
pub struct NarrowedProps {
    /// The field's element; the list and its rows are called after it.
    pub id: AttrValue,
    /// What is typed: "Command".
    pub label: AttrValue,
    /// What is listed: "Commands".
    pub list: AttrValue,
    /// What the empty field says.
    pub placeholder: AttrValue,
    /// What is typed so far.
    pub words: AttrValue,
    /// The rows that have these words.
    pub rows: Vec<NarrowedRow>,
    /// Told what is typed.
    pub on_words: Callback<String>,
    /// Told which row is taken.
    pub on_take: Callback<usize>,
}

/// The field and the list below it.
#[component]
pub fn NarrowedList(props: &NarrowedProps) -> Html {
    let chosen = use_value(0_usize);
    let at = (*chosen).min(props.rows.len().saturating_sub(1));
    let active = (!props.rows.is_empty()).then(|| row_id(&props.id, at));
    use_effect_with(active.clone(), |row| {
        if let Some(row) = row {
            dom::scroll_to(row);
        }
    });
    let oninput = {
        let (on_words, chosen) = (props.on_words.clone(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            chosen.set(0);
            on_words.emit(dom::typed(&event));
        })
    };
    let onkeydown = {
        let (on_take, chosen, count) = (props.on_take.clone(), chosen.setter(), props.rows.len());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "ArrowDown" => chosen.set((at + 1).min(count.saturating_sub(1))),
                "ArrowUp" => chosen.set(at.saturating_sub(1)),
                "Enter" if !event.is_composing() && count > 0 => on_take.emit(at),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let list = format!("{}-list", props.id);
    html! {
        <>
            <label class="field">
                <span class="heard-only">{ &props.label }</span>
                <input
                    id={props.id.clone()}
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls={list.clone()}
                    aria-activedescendant={active}
                    autocomplete="off"
                    placeholder={props.placeholder.clone()}
                    value={props.words.clone()}
                    {oninput}
                    {onkeydown}
                />
            </label>
            <ul id={list} class="palette-list" role="listbox" aria-label={props.list.clone()}>
                { for props.rows.iter().enumerate().map(|(place, row)| view(place, row, at, props)) }
            </ul>
        </>
    }
}

fn row_id(list: &str, place: usize) -> String {
    format!("{list}-{place}")
}

fn view(place: usize, row: &NarrowedRow, at: usize, props: &NarrowedProps) -> Html {
    let on_take = props.on_take.clone();
    let onclick = Callback::from(move |_: MouseEvent| on_take.emit(place));
    html! {
        <li
            id={row_id(&props.id, place)}
            role="option"
            aria-selected={(place == at).to_string()}
            aria-disabled={row.is_hindered.then_some("true")}
            {onclick}
        >{ row.body.clone() }</li>
    }
}
