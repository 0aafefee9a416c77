//! The line being typed. Its field stays the same one from line to line, so that no key is lost
//! between two.

use wasm_bindgen_futures::spawn_local;
use whyweb_core::{engine::matches, model::FactorId};
use yew::prelude::*;

use super::{
    pasted::{self, Pasted},
    row::steps,
    spot::Spot,
};
use crate::{
    components::canvas::{Offers, moved_choice},
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
    let words = use_state(String::new);
    let error = use_state_eq(|| None::<String>);
    let chosen = use_state_eq(|| None::<usize>);
    // Ending takes the field away, which the browser tells as leaving it once more.
    let is_done = use_mut_ref(|| false);
    use_effect_with(props.spot.clone(), |_| {
        dom::focus(FIELD);
        dom::scroll_to(FIELD);
    });

    let offers = use_memo(
        ((*words).clone(), props.spot.clone(), shown.clone()),
        offers,
    );
    let step = {
        let (on_step, words, error, chosen) = (
            props.on_step.clone(),
            words.setter(),
            error.setter(),
            chosen.setter(),
        );
        let is_done = is_done.clone();
        move |step: Step| {
            let empties = matches!(step, Step::Put(_) | Step::PutAll(_) | Step::Link(_));
            if matches!(step, Step::Stop | Step::Above | Step::Left(_)) {
                is_done.replace(true);
            }
            let answer = on_step.emit(step);
            if answer.is_err() {
                is_done.replace(false);
            } else if empties {
                words.set(String::new());
                chosen.set(None);
            }
            error.set(answer.err());
        }
    };
    let oninput = {
        let (words, error, chosen) = (words.setter(), error.setter(), chosen.setter());
        Callback::from(move |event: InputEvent| {
            words.set(dom::typed(&event));
            error.set(None);
            chosen.set(None);
        })
    };
    let onkeydown = {
        let (step, words, offers, chosen) =
            (step.clone(), words.clone(), offers.clone(), chosen.clone());
        let depth = props.depth;
        Callback::from(move |event: KeyboardEvent| {
            event.stop_propagation();
            if event.is_composing() {
                return;
            }
            if let Some(next) = moved_choice(&event.key(), *chosen, offers.len()) {
                event.prevent_default();
                return chosen.set(next);
            }
            let offer = chosen.and_then(|place| offers.get(place));
            if let Some(asked) = asked(&event, &words, depth, offer.map(|(id, _)| id)) {
                event.prevent_default();
                step(asked);
            }
        })
    };
    let onpaste = {
        let step = step.clone();
        Callback::from(move |event: Event| {
            // What is pasted into a line does not go to the page.
            event.stop_propagation();
            if let Some(Handed::Words(text)) = transfer::pasted_lines(&event) {
                event.prevent_default();
                step(Step::PutAll(pasted::lines(&text)));
            }
        })
    };
    let onblur = {
        let (step, words, is_done) = (step.clone(), words.clone(), is_done.clone());
        Callback::from(move |_: FocusEvent| {
            let (step, words, is_done) = (step.clone(), (*words).clone(), is_done.clone());
            // Moving the field to its next place takes the focus away for a moment: look again
            // when everything has come to rest.
            spawn_local(async move {
                if !*is_done.borrow() && !dom::has_focus(FIELD) {
                    step(Step::Left(words));
                }
            });
        })
    };
    let on_choose = {
        let step = step.clone();
        Callback::from(move |id: FactorId| step(Step::Link(id)))
    };
    let asks = asks(props.depth);
    let invalid = error.is_some().then_some("true");
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
                    value={(*words).clone()}
                    aria-invalid={invalid}
                    {oninput}
                    {onkeydown}
                    {onpaste}
                    {onblur}
                />
                if let Some(error) = &*error { <span class="field-error" role="alert">{ error }</span> }
                <Offers offers={(*offers).clone()} chosen={*chosen} {on_choose} />
            </span>
            <Levels on_step={Callback::from(step)} />
        </li>
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

#[derive(Properties, PartialEq)]
struct LevelsProps {
    on_step: Callback<Step>,
}

/// In and out for hands that have no Tab key.
#[component]
fn Levels(props: &LevelsProps) -> Html {
    let button = |step: Step, label: &'static str, sign: &'static str| {
        let on_step = props.on_step.clone();
        // Before the field is left, which would end the typing.
        let onpointerdown = Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            on_step.emit(step.clone());
        });
        html! {
            <button type="button" tabindex="-1" title={label} aria-label={label} {onpointerdown}>{ sign }</button>
        }
    };
    html! {
        <span class="branch-levels">
            { button(Step::Out, "One level out (Shift+Tab)", "⇤") }
            { button(Step::In, "One level in (Tab)", "⇥") }
        </span>
    }
}
