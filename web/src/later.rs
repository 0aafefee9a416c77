//! The gates to what comes later: the panels, the windows and the files, which a first look at a map
//! can do without.
//!
//! `cargo xtask build` splits the program here: whatever is reached only through the functions of this
//! file moves to a part of its own, fetched when it is first asked for (`platform/parts.rs`). Whoever
//! calls them has to show that it has [`Arrived`]. A gate is never inlined, else it would be none.

use wasm_bindgen::{JsError, JsValue};
use whyweb_core::{
    engine,
    model::{FactorId, Incident},
};
use yew::Html;

use crate::{
    answers::{self, Question},
    components::{ask, dialogs, inspector, intake::Taker, outline},
    effects::import::{self, Parsed},
    platform::{Failure, file::TextFile, parts::Arrived, transfer::Handed},
    state::{Desk, Shown, UiContext},
};

/// The outline, where it is open.
#[inline(never)]
pub fn outline_panel(_: Arrived, ui: &UiContext) -> Html {
    outline::outline_panel(ui)
}

/// The details, where they are open.
#[inline(never)]
pub fn details_panel(_: Arrived, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    inspector::inspector(desk, shown, ui)
}

/// The answer, where one is open.
#[inline(never)]
pub fn answer_panel(_: Arrived, ui: &UiContext) -> Html {
    ask::answer_panel(ui)
}

/// The window that is open, where one is.
#[inline(never)]
pub fn window(_: Arrived, desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    dialogs::dialogs(desk, shown, ui)
}

/// Reads what was handed over, and has it told or opened.
#[inline(never)]
pub fn read(here: Arrived, taker: Taker, handed: Handed) {
    taker.begin(here, handed);
}

/// The factors whose statements a person may mean, the likeliest first.
#[inline(never)]
pub fn matching(_: Arrived, words: &str, incident: &Incident) -> Vec<FactorId> {
    engine::matches(words, incident)
}

/// Reads a file that comes with the page.
#[inline(never)]
pub fn parse(_: Arrived, file: &TextFile) -> Result<Parsed, Failure> {
    import::parse(file)
}

/// Answers a script's question about a text.
#[inline(never)]
pub fn answer(_: Arrived, text: &str, question: &Question) -> Result<JsValue, JsError> {
    answers::answer(text, question)
}
