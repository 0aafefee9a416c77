//! The panel at the bottom: the question, the answer in a sentence and in lists, and what it does not
//! mean.

use whyweb_core::analysis::{Answer, Question};
use yew::prelude::*;

use super::{
    bars::bars,
    find::{Told, use_answer},
    head::head,
    lists::list,
    marks::bounds,
    matrix::matrix,
    pick::{Picks, use_picks},
    pinned::pinned_list,
};
use crate::{
    acts::press,
    platform::dom,
    state::{Asked, UiAction, viewport::MAP},
};

/// The element that scrolls; it has the focus at first.
const BODY: &str = "answer-body";
/// The element that says the answer.
const SENTENCE: &str = "answer-sentence";

#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// What is asked.
    pub asked: Asked,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let picks = use_picks();
    let (told, is_working) = use_answer(&props.asked);
    // An answer to another question is none to this one; one from before a change is, though stale.
    let told = told.filter(|told| told.asked.question == props.asked.question);
    use_entrance(&props.asked);
    use_showing(&props.asked, told.as_ref(), &picks);
    let onkeydown = {
        let picks = picks.clone();
        Callback::from(move |event: KeyboardEvent| on_key(&event, &picks))
    };
    let is_stale = is_working && told.is_some();
    html! {
        <section
            class="answer"
            aria-label="Answer"
            aria-busy={is_working.then_some("true")}
            data-mode={props.asked.question.name()}
            {onkeydown}
        >
            { head(&props.asked, told.as_ref(), &picks) }
            <div class={classes!("answer-body", is_stale.then_some("stale"))} id={BODY} tabindex="0" role="group" aria-labelledby={SENTENCE}>
                { lead(&props.asked, told.as_ref(), is_stale, &picks) }
                if let Some(Told { answer: Ok(answer), .. }) = &told { { found(answer, &picks) } }
            </div>
        </section>
    }
}

/// The focus goes to the answer; in *what if* it stays on the map, where cards are switched.
#[hook]
fn use_entrance(asked: &Asked) {
    use_effect_with(asked.clone(), |asked| {
        dom::focus(if asked.is_what_if() { MAP } else { BODY });
    });
}

/// Brings what an answer is about on screen, once a question.
#[hook]
fn use_showing(asked: &Asked, told: Option<&Told>, picks: &Picks) {
    let is_told = told.is_some_and(|told| told.asked == *asked);
    let picks = picks.clone();
    let question = (asked.question, asked.about.factor.clone());
    let first = told.and_then(|told| told.answer.as_ref().ok()?.sections.first()?.rows.first());
    let first = first.and_then(|row| picks.place(row));
    use_effect_with((question, is_told), move |(_, is_told)| {
        let marks = picks.ui.marks.as_ref().filter(|_| *is_told);
        if let Some(rect) = marks.and_then(|marks| bounds(marks, &picks.shown)) {
            picks.viewport.show(&rect, first.as_ref());
        }
    });
}

fn on_key(event: &KeyboardEvent, picks: &Picks) {
    match event.key().as_str() {
        "Escape" => {
            picks.ui.dispatch(UiAction::EndAsk);
            dom::focus(MAP);
        }
        "ArrowDown" => dom::focus_next_row(BODY, true),
        "ArrowUp" => dom::focus_next_row(BODY, false),
        // What is selected can be worked on from here: an untested link is tested by its letter.
        key if is_sign(key) && press(event, &picks.here()) => {}
        _ => return,
    }
    event.stop_propagation();
    event.prevent_default();
}

/// Whether a key is a letter, a digit or a sign; Space presses the button that has the focus.
fn is_sign(key: &str) -> bool {
    key != " " && key.chars().count() == 1
}

/// The answer in a sentence, what it rests on, and what it does not mean.
fn lead(asked: &Asked, told: Option<&Told>, is_stale: bool, picks: &Picks) -> Html {
    let answer = told.map(|told| told.answer.as_ref());
    let sentence = match &answer {
        None => "Looking… Esc stops.",
        Some(Err(_)) if asked.is_what_if() => {
            "Nothing is switched off yet. Click a card, or go to one with the arrow keys and press \
             Enter: the map shows what would not have happened."
        }
        Some(Err(refusal)) => refusal,
        Some(Ok(answer)) => &answer.sentence,
    };
    let sentence = sentence.to_owned();
    let answer = answer.and_then(Result::ok);
    html! {
        <div class="answer-lead">
            <p class="answer-sentence" id={SENTENCE} role="status">{ sentence }</p>
            if is_stale { <p class="answer-stale">{ "The map has changed; looking again…" }</p> }
            if let Some(answer) = answer {
                if let Some(bound) = &answer.bound { <p class="answer-bound">{ bound }</p> }
                if let Some(rests) = answer.rests_on() { <p class="answer-rests">{ rests }</p> }
            }
            <p class="answer-caveat"><b>{ "What this does not mean. " }</b>{ asked.question.caveat() }</p>
            { pinned_list(asked, picks) }
        </div>
    }
}

/// The answer in lists and tables.
fn found(answer: &Answer, picks: &Picks) -> Html {
    let sections = answer.sections.iter();
    let lists = match answer.question {
        Question::Pareto => {
            let both = sections.zip(&answer.tables);
            html! { { for both.map(|(section, table)| bars(section, table, picks)) } }
        }
        _ => html! {
            <>
                { for answer.tables.iter().map(|table| matrix(table, picks)) }
                { for sections.map(|section| list(section, picks)) }
            </>
        },
    };
    html! { <div class="answer-lists">{ lists }</div> }
}
