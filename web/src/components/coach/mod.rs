//! The wording coach on screen: a mark on a card, a line below what is typed, a part of the details; and
//! a question to ask around the card that is selected.
//!
//! It never stands in the way: it marks and asks, and one key takes its words, dismisses it there for good,
//! or silences it on this device.

mod acts;
mod line;
mod prompt;
mod said;
mod section;
mod watch;

use std::cell::Cell;

use crate::platform::style;

pub use acts::{CoachAct, perform};
pub use line::{line, type_suggestion};
pub use prompt::Prompt;
pub use section::section;
pub use watch::Watch;

/// Has the page look as the coach does, once.
fn dress() {
    thread_local! {
        static IS_DRESSED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_DRESSED.replace(true) {
        style::adopt(include_str!("../../../styles/coach.css"));
    }
}
