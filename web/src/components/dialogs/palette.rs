//! Any command by its name.

use yew::prelude::*;

use crate::{
    acts::{ALL, Act, Here, shown},
    components::primitives::{Modal, NarrowedList, NarrowedRow},
    hooks::use_value,
    state::{use_desk, use_shown, use_ui, use_viewport},
};

/// The field's element.
const FIELD: &str = "palette-field";

#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The list of commands, narrowed as one types.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let here = Here {
        desk: use_desk(),
        shown: use_shown(),
        ui: use_ui(),
        viewport: use_viewport(),
    };
    let words = use_value(String::new());
    let found = found(&words, &here);
    let rows = found.iter().map(|act| row(act)).collect::<Vec<_>>();
    let is_empty = rows.is_empty();
    let on_take = {
        let on_close = props.on_close.clone();
        Callback::from(move |place: usize| {
            if let Some(act) = found.get(place) {
                on_close.emit(());
                (act.perform)(&here);
            }
        })
    };
    let on_words = {
        let words = words.setter();
        Callback::from(move |typed| words.set(typed))
    };
    html! {
        <Modal focus={FIELD} title="Any command" class="palette" on_close={props.on_close.clone()}>
            <NarrowedList
                id={FIELD}
                label="Command"
                list="Commands"
                placeholder="Type what you want to do"
                words={(*words).clone()}
                {rows}
                {on_words}
                {on_take}
            />
            if is_empty {
                <p class="muted">{ "No command has these words. Try fewer letters." }</p>
            }
        </Modal>
    }
}

fn row(act: &Act) -> NarrowedRow {
    NarrowedRow {
        body: html! {
            <>
                <span>{ act.name }</span>
                if let Some(key) = act.keys.first() { <kbd>{ shown(key) }</kbd> }
            </>
        },
        is_hindered: false,
    }
}

/// The acts that fit now and hold every typed word.
fn found(words: &str, here: &Here) -> Vec<&'static Act> {
    let words = words.to_lowercase();
    let has_words = |act: &&Act| {
        let name = act.name.to_lowercase();
        words.split_whitespace().all(|word| name.contains(word))
    };
    ALL.iter()
        .filter(|act| (act.fits)(here))
        .filter(has_words)
        .collect()
}
