//! Written queries: the field that one is written in, its rows in the panel at the bottom, and those
//! that are kept.
//!
//! Ask hands over at one place: what begins as a query does is written and run here.

use std::cell::Cell;

use yew::prelude::*;

use crate::{platform::style, state::UiContext};

mod begins;
mod caret;
mod csv;
mod device;
mod editor;
mod failure;
mod find;
mod found;
mod head;
mod keep;
mod kept;
mod kept_list;
mod mirror;
mod name_form;
mod names;
mod offer;
mod offers;
mod panel;
mod place;
mod spoken;
mod subject;
mod table;

pub use begins::begins;
pub use editor::Editor;
pub use kept_list::KeptList;
pub use panel::Panel;
pub use place::{COMING, missing};

/// The keys of the field and of its rows, for the list of all keys.
pub const KEYS: [(&str, &[&str]); 6] = [
    ("Run it", &["Enter", "Ctrl+Enter"]),
    ("Begin a line", &["Shift+Enter"]),
    ("Take what is offered at the caret", &["Tab"]),
    ("Offer what can stand there", &["Ctrl+Space"]),
    ("Put the nearest name in", &["Ctrl+."]),
    ("Stop a query that runs", &["Escape"]),
];

/// What the window says of the language.
pub const PURPOSE: &str =
    "A query over this incident, in a read-only subset of openCypher. It changes nothing.";

/// The panel with the rows, where a query is open.
pub fn rows_panel(ui: &UiContext) -> Option<Html> {
    let text = ui.query.clone()?;
    dress();
    Some(html! { <div class="answer-place"><place::Place {text} /></div> })
}

/// Has the page look as queries do, once.
pub fn dress() {
    thread_local! {
        static IS_DRESSED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_DRESSED.replace(true) {
        style::adopt(include_str!("../../../styles/query.css"));
    }
}
