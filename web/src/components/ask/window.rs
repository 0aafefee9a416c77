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
        primitives::{Button, Modal, NarrowedList, NarrowedRow},
        query::{COMING, KeptList, PURPOSE, begins, dress, missing},
    },
    hooks::{Language, use_language, use_value},
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
    let web = use_memo(shown.clone(), |shown| Web::of(&shown.incident));
    let selected = Selected {
        factor: ui.factor(),
        has_link: ui.link().is_some(),
    };
    let found = offers(&words, &shown.incident, &web, selected);
    let ask = {
        let on_close = props.on_close.clone();
        let (ui, incident, found) = (ui.clone(), shown.incident.clone(), found.clone());
        Callback::from(move |place: usize| {
            // Where something is in the way its row says what to do first.
            let offer = found.get(place).filter(|offer| offer.hindrance.is_none());
            let Some(offer) = offer else { return };
            let asked = match &offer.pinned {
                Some((asked, _)) => asked.clone(),
                None => match Asked::new(offer.question, ui.factor()) {
                    asked if asked.is_what_if() => Asked::what_if(&ui.factors(), &incident),
                    asked => asked,
                },
            };
            on_close.emit(());
            ui.dispatch(UiAction::Ask(asked));
        })
    };
    let on_words = {
        let (words, is_written) = (words.setter(), is_written.setter());
        Callback::from(move |typed: String| {
            if begins(&typed) {
                is_written.set(true);
            }
            words.set(typed);
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
    let purpose = match ui.factor() {
        Some(id) => format!("Of the map, and of “{}”.", statement(id, &shown.incident)),
        None => "Of the whole map. Select a card first to ask about that one.".to_owned(),
    };
    html! {
        <Modal focus={FIELD} title="Ask" {purpose} class="palette asks" on_close={props.on_close.clone()}>
            <NarrowedList
                id={FIELD}
                label="Question"
                list="Questions"
                placeholder="Type a word of the question"
                words={(*words).clone()}
                rows={found.iter().map(row).collect::<Vec<_>>()}
                {on_words}
                on_take={ask}
            />
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

fn row(offer: &Offer) -> NarrowedRow {
    let aside = match (&offer.hindrance, &offer.pinned) {
        (Some(hindrance), _) => hindrance.clone(),
        (_, Some((_, about))) => format!("pinned, {about}"),
        _ if offer.is_apt => "about the selection".to_owned(),
        _ => String::new(),
    };
    NarrowedRow {
        body: html! {
            <>
                <span>{ offer.question.title() }</span>
                if !aside.is_empty() { <span class="pick-aside">{ aside }</span> }
            </>
        },
        is_hindered: offer.hindrance.is_some(),
    }
}
