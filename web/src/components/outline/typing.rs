//! The line being typed. Its field stays the same one from line to line, so that no key is lost
//! between two.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{model::FactorId, query::matches};
use yew::prelude::*;

use super::{
    levels::levels,
    pasted::{self, Pasted},
    row::steps,
    spot::Spot,
};
use crate::{
    components::canvas::{moved_choice, offers_view},
    hooks::use_value,
    platform::{
        dom,
        transfer::{self, Handed},
    },
    state::use_shown,
};

const FIELD: &str = "line-typing";
/// Existing statements offered at the most.
const MOST_OFFERS: usize = 4;

/// What a key in the field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The words are a line; the next one follows.
    Put(String),
    /// These lines were pasted; the next one follows.
    PutAll(Vec<Pasted>),
    /// This factor is linked here; the next line follows.
    Link(FactorId),
    /// The line put last is taken back.
    Undo,
    /// One level in.
    In,
    /// One level out.
    Out,
    /// The typing ends, on the line above.
    Above,
    /// The typing ends where it began.
    Stop,
    /// The field was left with these words.
    Left(String),
}

#[derive(Properties, PartialEq)]
pub struct TypingProps {
    /// Where the line stands.
    pub spot: Spot,
    /// How far it is indented.
    pub depth: usize,
    /// Told what to do; a reason comes back where it cannot be done.
    pub on_step: Callback<Step, Result<(), String>>,
}

/// The line.
#[component]
pub fn Typing(props: &TypingProps) -> Html {
    let shown = use_shown();
    let typist = use_typist(&props.on_step);
    use_effect_with(props.spot.clone(), |_| {
        dom::focus(FIELD);
        dom::scroll_to(FIELD);
    });
    let words = (*typist.words).clone();
    let offers = use_memo((words.clone(), props.spot.clone(), shown), offers);
    let asks = asks(props.depth);
    let on_choose = {
        let typist = typist.clone();
        Callback::from(move |id: FactorId| typist.step(Step::Link(id)))
    };
    let on_level = {
        let typist = typist.clone();
        Callback::from(move |step: Step| typist.step(step))
    };
    html! {
        <li class="branch typing current" role="treeitem" aria-level={(props.depth + 1).to_string()} aria-selected="true">
            { steps(props.depth) }
            <span class="branch-edge"></span>
            <span class="branch-field">
                <label class="heard-only" for={FIELD}>{ asks }</label>
                <input
                    id={FIELD}
                    type="text"
                    autocomplete="off"
                    enterkeyhint="next"
                    placeholder={asks}
                    value={words}
                    aria-invalid={typist.error.is_some().then_some("true")}
                    oninput={typist.on_input()}
                    onkeydown={typist.on_key(&offers, props.depth)}
                    onpaste={typist.on_paste()}
                    onblur={typist.on_blur()}
                />
                if let Some(error) = &*typist.error { <span class="field-error" role="alert">{ error }</span> }
                { offers_view(&offers, *typist.chosen, &on_choose) }
            </span>
            { levels(&on_level) }
        </li>
    }
}

/// What is typed, and what becomes of it.
#[derive(Clone)]
struct Typist {
    words: UseStateHandle<String>,
    error: UseStateHandle<Option<String>>,
    chosen: UseStateHandle<Option<usize>>,
    /// Ending takes the field away, which the browser tells as leaving it once more.
    is_done: Rc<RefCell<bool>>,
    on_step: Callback<Step, Result<(), String>>,
}

#[hook]
fn use_typist(on_step: &Callback<Step, Result<(), String>>) -> Typist {
    Typist {
        words: use_value(String::new()),
        error: use_value(None),
        chosen: use_value(None),
        is_done: use_mut_ref(bool::default),
        on_step: on_step.clone(),
    }
}

impl Typist {
    fn step(&self, step: Step) {
        let empties = matches!(step, Step::Put(_) | Step::PutAll(_) | Step::Link(_));
        let ends = matches!(step, Step::Stop | Step::Above | Step::Left(_));
        self.is_done.replace(ends);
        let answer = self.on_step.emit(step);
        if answer.is_err() {
            self.is_done.replace(false);
        } else if empties {
            self.words.set(String::new());
            self.chosen.set(None);
        }
        self.error.set(answer.err());
    }

    fn on_input(&self) -> Callback<InputEvent> {
        let typist = self.clone();
        Callback::from(move |event: InputEvent| {
            typist.words.set(dom::typed(&event));
            typist.error.set(None);
            typist.chosen.set(None);
        })
    }

    fn on_key(
        &self,
        offers: &Rc<Vec<(FactorId, String)>>,
        depth: usize,
    ) -> Callback<KeyboardEvent> {
        let (typist, offers) = (self.clone(), Rc::clone(offers));
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if event.is_composing() {
                return;
            }
            if let Some(next) = moved_choice(&event.key(), *typist.chosen, offers.len()) {
                event.prevent_default();
                return typist.chosen.set(next);
            }
            let offer = typist.chosen.and_then(|place| offers.get(place));
            if let Some(step) = asked(&event, &typist.words, depth, offer.map(|(id, _)| id)) {
                event.prevent_default();
                typist.step(step);
            }
        })
    }

    /// Lines that are pasted become lines; they do not go to the page as an import.
    fn on_paste(&self) -> Callback<Event> {
        let typist = self.clone();
        Callback::from(move |event: Event| {
            event.stop_propagation();
            if let Some(Handed::Words(text)) = transfer::pasted_lines(&event) {
                event.prevent_default();
                typist.step(Step::PutAll(pasted::lines(&text)));
            }
        })
    }

    fn on_blur(&self) -> Callback<FocusEvent> {
        let typist = self.clone();
        Callback::from(move |_: FocusEvent| {
            let typist = typist.clone();
            // Moving the field to its next place takes the focus away for a moment: look again
            // when everything has come to rest.
            spawn_local(async move {
                if !*typist.is_done.borrow() && !dom::has_focus(FIELD) {
                    typist.step(Step::Left((*typist.words).clone()));
                }
            });
        })
    }
}

/// What a key asks for; nothing where it is the field's own.
fn asked(
    event: &KeyboardEvent,
    words: &str,
    depth: usize,
    offer: Option<&FactorId>,
) -> Option<Step> {
    let is_blank = words.trim().is_empty();
    if event.ctrl_key() || event.meta_key() {
        let undoes = event.key() == "z" && words.is_empty() && !event.shift_key();
        return undoes.then_some(Step::Undo);
    }
    Some(match (event.key().as_str(), event.shift_key()) {
        ("Enter", _) if offer.is_some() => Step::Link(offer?.clone()),
        // As in any list: Enter on an empty line comes one level out, and ends at the last.
        ("Enter", _) if is_blank && depth > 1 => Step::Out,
        ("Enter", _) if is_blank => Step::Stop,
        ("Enter", _) => Step::Put(words.to_owned()),
        ("Tab", false) => Step::In,
        ("Tab", true) => Step::Out,
        ("Backspace", _) if words.is_empty() && depth > 1 => Step::Out,
        ("Backspace", _) if words.is_empty() => Step::Above,
        ("ArrowUp", _) if is_blank => Step::Above,
        ("Escape", _) => Step::Stop,
        _ => return None,
    })
}

fn asks(depth: usize) -> &'static str {
    if depth == 0 {
        "What happened?"
    } else {
        "Why? What contributed to it?"
    }
}

/// Statements there already that begin like the words.
fn offers((words, spot, shown): &(String, Spot, crate::state::Shown)) -> Vec<(FactorId, String)> {
    let Some(effect) = spot.parent.as_ref().map(|line| &line.factor) else {
        return Vec::new();
    };
    if words.trim().chars().count() < 2 {
        return Vec::new();
    }
    let incident = &shown.incident;
    let found = matches(words, incident)
        .into_iter()
        .filter(|other| other != effect && incident.link_between(other, effect).is_none());
    let named = found.filter_map(|id| {
        let statement = incident.factors.get(&id)?.statement.to_string();
        Some((id, statement))
    });
    named.take(MOST_OFFERS).collect()
}
