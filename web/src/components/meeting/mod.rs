//! The meeting: its phases and their clock, the ground rules, what a phase opens at the foot of the
//! map; and what people gather, weigh and look back on together. Nothing is forced: a phase is a word
//! in the bar and a board that fits it.

use std::cell::Cell;

use yew::prelude::*;

use crate::{
    platform::style,
    state::{Shown, UiContext},
};

mod actions;
mod board;
pub mod bow;
mod clock;
pub mod comments;
mod device;
pub mod gathering;
pub mod history;
mod meet;
mod parking;
mod phase;
mod rules;
pub mod silent;
mod timeline;
pub mod votes;

pub use clock::Minutes;
pub use meet::meet;
pub use parking::park_words;
use phase::name as phase_name;

/// The phases in the bar, the board at the foot of the map, and the ground rules over it.
pub fn meeting(shown: &Shown, ui: &UiContext) -> [Html; 3] {
    dress();
    [
        html! { <phase::Phases /> },
        board::place(ui),
        rules::rules(shown, ui),
    ]
}

/// Has the page look as meetings do, once.
fn dress() {
    thread_local! {
        static IS_DRESSED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_DRESSED.replace(true) {
        style::adopt(include_str!("../../../styles/phases.css"));
    }
}
