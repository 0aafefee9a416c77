//! The list of questions, and the way to a written query.

use std::rc::Rc;

use whyweb_core::{
    graph::Web,
    model::{FactorId, Incident},
};
use yew::prelude::*;

use super::questions::{Offer, Selected, offers};
use crate::{
    components::{
        primitives::{Button, Modal},
        query::{COMING, KeptList, PURPOSE, begins, dress, missing},
    },
    hooks::{Language, use_language, use_value},
    platform::dom,
    state::{Asked, UiAction, use_shown, use_ui},
    written,
};

/// The field's element.
const FIELD: &str = "ask-field";

#[derive(Properties, PartialEq)]
pub struct AskWindowProps {
    /// A query that is there to be changed.
    #[prop_or_default]
    pub text: Option<Rc<str>>,
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window with the questions, narrowed as one types.
#[component]
pub fn AskWindow(props: &AskWindowProps) -> Html {
    let (shown, ui) = (use_shown(), use_ui());
    use_effect_with((), |()| dress());
    let words = use_value(props.text.as_deref().unwrap_or_default().to_owned());
    // Once a query is begun it stays one until nothing is left of it.
    let is_written = use_value(props.text.is_some());
    let language = use_language();
    let chosen = use_value(0_usize);
    let web = use_memo(shown.clone(), |shown| Web::of(&shown.incident));
    let selected = Selected {
        factor: ui.factor(),
        has_link: ui.link().is_some(),
    };
    let found = offers(&words, &shown.incident, &web, selected);
    {
        let row = found.get(*chosen).map(|_| row_id(*chosen));
        use_effect_with(row, |row| {
            if let Some(row) = row {
                dom::scroll_to(row);
            }
        });
    }
    let ask = {
        let on_close = props.on_close.clone();
        let (ui, incident) = (ui.clone(), shown.incident.clone());
        Callback::from(move |offer: Offer| {
            // Its row says what to do first.
            if offer.hindrance.is_some() {
                return;
            }
            if let Some((asked, _)) = offer.pinned {
                on_close.emit(());
                ui.dispatch(UiAction::Ask(asked));
                return;
            }
            let asked = match Asked::new(offer.question, ui.factor()) {
                asked if asked.is_what_if() => Asked::what_if(&ui.factors(), &incident),
                asked => asked,
            };
            on_close.emit(());
            ui.dispatch(UiAction::Ask(asked));
        })
    };
    let oninput = {
        let (words, chosen, is_written) = (words.clone(), chosen.setter(), is_written.setter());
        Callback::from(move |event: InputEvent| {
            let typed = dom::typed(&event);
            if begins(&typed) {
                is_written.set(true);
            }
            words.set(typed);
            chosen.set(0);
        })
    };
    let write = {
        let (words, is_written) = (words.clone(), is_written.setter());
        Callback::from(move |text: String| {
            is_written.set(!text.is_empty());
            words.set(text);
        })
    };
    // Until the language is here the field of the questions takes what is typed.
    if let (true, Language::Here(here)) = (*is_written, &language) {
        let editor = written::editor(*here, FIELD, &words, write, props.on_close.clone());
        return html! {
            <Modal focus={FIELD} title="Ask" purpose={PURPOSE} class="palette asks" on_close={props.on_close.clone()}>
                { editor }
            </Modal>
        };
    }
    let waits = is_written.then(|| match &language {
        Language::Missing(why) => missing(why),
        _ => COMING.to_owned(),
    });
    let begin = write.reform(|()| "MATCH ".to_owned());
    let onkeydown = {
        let (found, chosen, ask) = (found.clone(), chosen.clone(), ask.clone());
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            match event.key().as_str() {
                "ArrowDown" => chosen.set((*chosen + 1).min(found.len().saturating_sub(1))),
                "ArrowUp" => chosen.set(chosen.saturating_sub(1)),
                "Enter" => {
                    if let Some(offer) = found.get(*chosen) {
                        ask.emit(offer.clone());
                    }
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let purpose = match ui.factor() {
        Some(id) => format!("Of the map, and of “{}”.", statement(id, &shown.incident)),
        None => "Of the whole map. Select a card first to ask about that one.".to_owned(),
    };
    html! {
        <Modal focus={FIELD} title="Ask" {purpose} class="palette asks" on_close={props.on_close.clone()}>
            <label class="field">
                <span class="heard-only">{ "Question" }</span>
                <input
                    id={FIELD}
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="ask-list"
                    aria-activedescendant={found.get(*chosen).map(|_| row_id(*chosen))}
                    autocomplete="off"
                    placeholder="Type a word of the question"
                    value={(*words).clone()}
                    {oninput}
                    {onkeydown}
                />
            </label>
            <ul id="ask-list" class="palette-list" role="listbox" aria-label="Questions">
                { for found.iter().enumerate().map(|(place, offer)| row(place, offer, *chosen, &ask)) }
            </ul>
            if let Some(words) = waits {
                <p class="muted" role="status">{ words }</p>
            } else if found.is_empty() {
                <p class="muted">{ "No question has these words. Try fewer letters." }</p>
            }
            <KeptList words={(*words).clone()} on_write={write} on_close={props.on_close.clone()} />
            <p class="hint">
                { "Not among them? Type MATCH and go on, or " }
                { Button::new("write a query", begin).class("quiet link").view() }
            </p>
        </Modal>
    }
}

fn statement<'a>(id: &FactorId, incident: &'a Incident) -> &'a str {
    let factor = incident.factors.get(id);
    factor.map_or("a card that is gone", |factor| factor.statement.as_str())
}

fn row_id(place: usize) -> String {
    format!("ask-{place}")
}

fn row(place: usize, offer: &Offer, chosen: usize, ask: &Callback<Offer>) -> Html {
    let onclick = {
        let (ask, offer) = (ask.clone(), offer.clone());
        Callback::from(move |_: MouseEvent| ask.emit(offer.clone()))
    };
    let aside = match (&offer.hindrance, &offer.pinned) {
        (Some(hindrance), _) => hindrance.clone(),
        (_, Some((_, about))) => format!("pinned, {about}"),
        _ if offer.is_apt => "about the selection".to_owned(),
        _ => String::new(),
    };
    html! {
        <li
            id={row_id(place)}
            role="option"
            aria-selected={(place == chosen).to_string()}
            aria-disabled={offer.hindrance.is_some().then_some("true")}
            {onclick}
        >
            <span>{ offer.question.title() }</span>
            if !aside.is_empty() { <span class="pick-aside">{ aside }</span> }
        </li>
    }
}
