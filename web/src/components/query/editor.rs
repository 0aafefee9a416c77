//! The field that a query is written in, with completions at the caret and what is wrong below it.

use std::rc::Rc;

use whyweb_core::query::{Completion, QueryError, Schema, prepare};
use yew::prelude::*;

use super::{
    caret::{byte_at, units_before},
    failure::failure,
    keep::Keep,
    mirror::mirror,
    names::names,
    offer::{Choice, List, Offered, Spot, use_offered, use_spot},
    offers::{LIST, offers, row_id, use_placed},
};
use crate::{
    components::primitives::Button,
    hooks::use_value,
    platform::dom,
    state::{UiAction, use_ui},
};

/// What is wrong, below the field.
const WRONG: &str = "query-wrong";

#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The field's element.
    pub id: &'static str,
    /// The query so far.
    pub text: AttrValue,
    /// Told what it becomes.
    pub on_change: Callback<String>,
    /// Told when the query runs and nothing is left to write.
    pub on_close: Callback<()>,
}

/// The field with all around it.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let ui = use_ui();
    let spot = use_spot(&props.text);
    let tried = use_value(false);
    let offered = use_offered(&props.text, *spot);
    use_placed(&props.text, &offered);
    // What is there already came from another field, or to be changed: typing goes on behind it.
    let end = units_before(&props.text, props.text.len());
    use_effect_with(props.id, move |id| dom::put_caret(id, end));
    let wrong = wrong(&props.text, *tried);
    let run = {
        let (text, tried, ui) = (props.text.clone(), tried.setter(), ui.dispatcher());
        let on_close = props.on_close.clone();
        Callback::from(move |()| match prepare(&text, &Schema::of_incidents()) {
            Ok(_) => {
                on_close.emit(());
                ui.dispatch(UiAction::Query(Rc::from(text.trim())));
            }
            Err(_) => tried.set(true),
        })
    };
    let hands = Hands {
        id: props.id,
        text: props.text.clone(),
        spot: spot.clone(),
        offered: offered.clone(),
        wrong: wrong.clone(),
        run: run.clone(),
    };
    let oninput = {
        let (id, spot, on_change) = (props.id, spot.setter(), props.on_change.clone());
        Callback::from(move |event: InputEvent| {
            let text = dom::typed(&event);
            let caret = byte_at(&text, dom::caret(id).unwrap_or(usize::MAX));
            spot.set(Spot {
                caret,
                list: List::ByItself,
                chosen: Choice::Likeliest,
            });
            on_change.emit(text);
        })
    };
    let shut = {
        let spot = spot.clone();
        Callback::from(move |()| {
            spot.set(Spot {
                list: List::Shut,
                ..*spot
            });
        })
    };
    let chosen = offered.chosen.map(row_id);
    html! {
        <div class="query-editor">
            <div class="query-field">
                { mirror(&props.text, spot.caret, wrong.as_ref().and_then(QueryError::span)) }
                <textarea
                    id={props.id}
                    rows="1"
                    aria-label="Query"
                    aria-autocomplete="list"
                    aria-controls={(!offered.completions.is_empty()).then_some(LIST)}
                    aria-activedescendant={chosen}
                    aria-invalid={wrong.is_some().then_some("true")}
                    aria-describedby={wrong.is_some().then_some(WRONG)}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    value={props.text.clone()}
                    {oninput}
                    onkeydown={hands.on_key()}
                    onclick={shut.reform(|_: MouseEvent| ())}
                    onblur={shut.reform(|_: FocusEvent| ())}
                />
            </div>
            { offers(&offered, &hands.taking()) }
            if let Some(error) = &wrong { { failure(error, &props.text, WRONG, hands.mending()) } }
            <div class="query-foot">
                <p class="hint wide-only">
                    <kbd>{ "Enter" }</kbd>{ " runs it, " }<kbd>{ "⇧ Enter" }</kbd>{ " begins a line, " }
                    <kbd>{ "Tab" }</kbd>{ " takes what is offered" }
                </p>
                <Keep text={props.text.clone()} />
                { Button::new("Run", run).primary().key("Ctrl Enter").view() }
            </div>
            { names() }
        </div>
    }
}

/// What is wrong with a query that somebody tried to run, until it is right.
fn wrong(text: &str, is_tried: bool) -> Option<QueryError> {
    if !is_tried {
        return None;
    }
    prepare(text, &Schema::of_incidents()).err()
}

/// What the keys of the field act on.
#[derive(Clone)]
struct Hands {
    id: &'static str,
    text: AttrValue,
    spot: UseStateHandle<Spot>,
    offered: Offered,
    wrong: Option<QueryError>,
    run: Callback<()>,
}

impl Hands {
    fn on_key(&self) -> Callback<KeyboardEvent> {
        let hands = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Keys of the map stay out of the field.
            event.stop_propagation();
            if !event.is_composing() && hands.press(&event) {
                event.prevent_default();
            }
        })
    }

    /// Does what a key stands for; tells whether it stood for anything.
    fn press(&self, event: &KeyboardEvent) -> bool {
        let with_control = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if with_control => self.run.emit(()),
            "Enter" if event.shift_key() => return false,
            "Enter" => match self.offered.for_enter() {
                Some(completion) => self.take(completion),
                None => self.run.emit(()),
            },
            "Tab" if !event.shift_key() => match self.offered.for_tab() {
                Some(completion) => self.take(completion),
                None => return false,
            },
            "Escape" if !self.offered.completions.is_empty() => self.shut(),
            "ArrowDown" => return self.choose(true),
            "ArrowUp" => return self.choose(false),
            " " if with_control => self.open(),
            "." if with_control => return self.mend(),
            "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown" => {
                self.shut();
                return false;
            }
            _ => return false,
        }
        true
    }

    fn choose(&self, down: bool) -> bool {
        let Some(chosen) = self.offered.moved(down) else {
            self.shut();
            return false;
        };
        self.spot.set(Spot {
            chosen,
            ..*self.spot
        });
        true
    }

    fn shut(&self) {
        self.spot.set(Spot {
            list: List::Shut,
            ..*self.spot
        });
    }

    /// Offers what can stand at the caret, wherever that went meanwhile.
    fn open(&self) {
        self.spot.set(Spot {
            caret: byte_at(&self.text, dom::caret(self.id).unwrap_or(usize::MAX)),
            list: List::AskedFor,
            chosen: Choice::Likeliest,
        });
    }

    fn take(&self, completion: &Completion) {
        let units = |byte| units_before(&self.text, byte);
        let (from, to) = (units(completion.from), units(self.spot.caret));
        dom::type_over(self.id, from, to, &completion.insert);
    }

    fn taking(&self) -> Callback<Completion> {
        let hands = self.clone();
        Callback::from(move |completion| hands.take(&completion))
    }

    fn mend(&self) -> bool {
        let mended = self
            .wrong
            .as_ref()
            .and_then(|error| error.mended(&self.text));
        let is_mended = mended.is_some();
        if let Some(mended) = mended {
            self.write(&mended);
        }
        is_mended
    }

    fn mending(&self) -> Callback<String> {
        let hands = self.clone();
        Callback::from(move |mended: String| hands.write(&mended))
    }

    /// Puts another text in the place of this one.
    fn write(&self, text: &str) {
        dom::type_over(self.id, 0, units_before(&self.text, self.text.len()), text);
        self.shut();
    }
}
