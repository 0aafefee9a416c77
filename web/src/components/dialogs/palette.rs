//! Any command by its name.

use yew::prelude::*;

use crate::{
    acts::{ALL, Act, Here, shown},
    components::primitives::Modal,
    hooks::use_value,
    platform::dom,
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
    let chosen = use_value(0_usize);

    let found = found(&words, &here);
    let perform = {
        let (here, on_close) = (here.clone(), props.on_close.clone());
        Callback::from(move |act: &'static Act| {
            on_close.emit(());
            (act.perform)(&here);
        })
    };
    let oninput = {
        let (words, chosen) = (words.clone(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            chosen.set(0);
        })
    };
    let onkeydown = {
        let (found, chosen, perform) = (found.clone(), chosen.clone(), perform.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "ArrowDown" => chosen.set((*chosen + 1).min(found.len().saturating_sub(1))),
                "ArrowUp" => chosen.set(chosen.saturating_sub(1)),
                "Enter" => {
                    if let Some(act) = found.get(*chosen) {
                        perform.emit(act);
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    html! {
        <Modal focus={FIELD} title="Any command" class="palette" on_close={props.on_close.clone()}>
            <label class="field">
                <span class="heard-only">{ "Command" }</span>
                <input
                    id={FIELD}
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-activedescendant={found.get(*chosen).map(|_| format!("palette-{}", *chosen))}
                    autocomplete="off"
                    placeholder="Type what you want to do"
                    value={(*words).clone()}
                    {oninput}
                    {onkeydown}
                />
            </label>
            <ul id="palette-list" class="palette-list" role="listbox" aria-label="Commands">
                { for found.iter().enumerate().map(|(place, act)| row(place, act, *chosen, &perform)) }
            </ul>
            if found.is_empty() {
                <p class="muted">{ "No command has these words. Try fewer letters." }</p>
            }
        </Modal>
    }
}

fn row(place: usize, act: &'static Act, chosen: usize, perform: &Callback<&'static Act>) -> Html {
    let perform = perform.clone();
    let onclick = Callback::from(move |_: MouseEvent| perform.emit(act));
    let selected = (place == chosen).to_string();
    html! {
        <li id={format!("palette-{place}")} role="option" aria-selected={selected} {onclick}>
            <span>{ act.name }</span>
            if let Some(key) = act.keys.first() { <kbd>{ shown(key) }</kbd> }
        </li>
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
