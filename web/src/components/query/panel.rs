//! The panel at the bottom: the query and its rows, or what is wrong with it.

use std::rc::Rc;

use whyweb_core::query::QueryError;
use yew::prelude::*;

use super::{
    failure::{failure, mend_button, worded},
    find::{Told, use_rows},
    found::{Found, steps},
    head::{head, writing},
    table::table,
};
use crate::{
    components::{
        ask::{Picks, bounds, use_picks},
        primitives::Button,
    },
    platform::dom,
    state::{UiAction, viewport::MAP},
};

/// The element that scrolls; it has the focus at first.
const BODY: &str = "answer-body";
/// The element that says how many rows there are.
const SENTENCE: &str = "answer-sentence";
/// What is wrong.
const WRONG: &str = "rows-wrong";

#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The query.
    pub text: Rc<str>,
}

/// The panel.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let picks = use_picks();
    let rows = use_rows(&props.text);
    // Rows of another query are none of this one; those from before a change are, though stale.
    let told = rows.told.as_ref().filter(|told| told.text == props.text);
    let is_working = rows.working.is_some();
    use_effect_with(props.text.clone(), |_| dom::focus(BODY));
    use_showing(&props.text, told.filter(|_| !is_working), &picks);
    let onkeydown = {
        let (picks, text) = (picks.clone(), props.text.clone());
        let stop = is_working.then(|| rows.stop.clone());
        let mended = told.and_then(mended);
        Callback::from(move |event: KeyboardEvent| {
            let is_done = match event.key().as_str() {
                "Escape" => escape(stop.as_ref(), &picks),
                "ArrowDown" => focus_row(true),
                "ArrowUp" => focus_row(false),
                "/" => {
                    writing(&text, &picks).emit(());
                    true
                }
                "." if event.ctrl_key() || event.meta_key() => run(mended.as_ref(), &picks),
                _ => false,
            };
            if is_done {
                event.stop_propagation();
                event.prevent_default();
            }
        })
    };
    let is_stale = is_working && told.is_some();
    html! {
        <section class="answer rows" aria-label="Rows of the query" aria-busy={is_working.then_some("true")} {onkeydown}>
            { head(&props.text, told, &picks) }
            <div class={classes!("answer-body", is_stale.then_some("stale"))} id={BODY} tabindex="0" role="group" aria-labelledby={SENTENCE}>
                { sentence_of(told, rows.working, &rows.stop) }
                if let Some(told) = told { { result(told, &picks) } }
            </div>
        </section>
    }
}

/// Brings what the rows are about on screen, once a query.
#[hook]
fn use_showing(text: &Rc<str>, told: Option<&Told>, picks: &Picks) {
    let (picks, told) = (picks.clone(), told.cloned());
    use_effect_with((text.clone(), told.is_some()), move |(_, is_told)| {
        let marks = picks.ui.marks.as_ref().filter(|_| *is_told);
        if let Some(rect) = marks.and_then(|marks| bounds(marks, &picks.shown)) {
            let found = told
                .as_ref()
                .and_then(|told| told.result.as_ref().as_ref().ok());
            let first = found.and_then(|found| found.first(&picks.shown));
            picks.viewport.show(&rect, first.as_ref());
        }
    });
}

/// The first Escape ends what runs, the next one closes the panel.
fn escape(stop: Option<&Callback<()>>, picks: &Picks) -> bool {
    if let Some(stop) = stop {
        stop.emit(());
    } else {
        picks.ui.dispatch(UiAction::EndAsk);
        dom::focus(MAP);
    }
    true
}

fn focus_row(down: bool) -> bool {
    dom::focus_next_row(BODY, down);
    true
}

fn run(text: Option<&String>, picks: &Picks) -> bool {
    if let Some(text) = text {
        picks.ui.dispatch(UiAction::Query(Rc::from(text.as_str())));
    }
    text.is_some()
}

/// The query with the first nearest name in it.
fn mended(told: &Told) -> Option<String> {
    let mut wrong: Box<dyn Iterator<Item = &QueryError>> = match &*told.result {
        Ok(found) => Box::new(found.notices.iter()),
        Err(error) => Box::new(std::iter::once(error)),
    };
    wrong.find_map(|error| error.mended(&told.text))
}

/// How many rows there are, or how far it is.
fn sentence_of(told: Option<&Told>, working: Option<u64>, stop: &Callback<()>) -> Html {
    let words = match (working, told.map(|told| told.result.as_ref())) {
        (Some(0), _) => "Running… Esc stops it.".to_owned(),
        (Some(taken), _) => format!("Running: {} so far. Esc stops it.", steps(taken)),
        (None, Some(Ok(found))) if found.rows().is_empty() && found.cut().is_none() => {
            "No row: nothing on the map is as the query says.".to_owned()
        }
        (None, Some(Ok(found))) => found.count(),
        (None, Some(Err(_))) => "The query did not run to its end.".to_owned(),
        (None, None) => String::new(),
    };
    html! {
        <div class="rows-sentence">
            <p class="answer-sentence" id={SENTENCE} role="status">{ words }</p>
            if working.is_some_and(|taken| taken > 0) {
                { Button::new("Stop", stop.clone()).key("Esc").class("small").view() }
            }
        </div>
    }
}

fn result(told: &Told, picks: &Picks) -> Html {
    let mend = {
        let ui = picks.ui.dispatcher();
        Callback::from(move |text: String| ui.dispatch(UiAction::Query(Rc::from(text))))
    };
    match &*told.result {
        Err(error) => failure(error, &told.text, WRONG, mend),
        Ok(found) => html! {
            <>
                { remarks(found, &told.text, &mend) }
                { table(found, picks) }
            </>
        },
    }
}

/// Why rows are missing, and what is odd about the query.
fn remarks(found: &Found, text: &str, mend: &Callback<String>) -> Html {
    html! {
        <>
            if let Some(cut) = found.cut() { <p class="answer-bound">{ cut }</p> }
            { for found.notices.iter().map(|notice| html! {
                <p class="rows-notice">{ worded(notice) }{ " " }{ mend_button(notice, text, mend.clone()) }</p>
            }) }
        </>
    }
}
