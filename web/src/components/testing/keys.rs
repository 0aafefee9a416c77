//! The keys while links are tested.

use whyweb_core::model::{Join, LinkTest};
use whyweb_core::query::Step;
use yew::KeyboardEvent;

use super::{
    asking::Asking,
    words::{ANSWERS, JOINS},
};
use crate::{
    acts::{Here, chord},
    state::UiAction,
};

/// What the list of keys says of them.
pub const KEYS: [(&str, &[&str]); 6] = [
    (
        "Necessary, contributing, refuted, untested",
        &["n", "c", "r", "u"],
    ),
    ("All needed, any one sufficed, unknown", &["a", "o", "u"]),
    ("Skip the question", &["Tab", "ArrowRight"]),
    (
        "Go back to the question before",
        &["Shift+Tab", "ArrowLeft"],
    ),
    ("Take back the last answer", &["z"]),
    ("Leave", &["Escape"]),
];

/// Keys that do what they always do.
const STAY: [&str; 9] = ["z", "/", "d", "f", "+", "=", "-", "?", "Shift+z"];

/// Does what a key stands for. Keys that would change the web rest meanwhile: a slip of the finger
/// must not add a card.
pub fn press(event: &KeyboardEvent, here: &Here) -> bool {
    let (key, asking) = (chord(event), Asking::at(&here.desk, &here.shown, &here.ui));
    match key.as_str() {
        "Escape" => here.ui.dispatch(UiAction::Test(false)),
        "Tab" | "ArrowRight" | "ArrowDown" => asking.skip(),
        "Shift+Tab" | "ArrowLeft" | "ArrowUp" => asking.go_back(),
        "t" => asking.begin(),
        "Enter" if asking.step.is_none() => asking.begin(),
        key if STAY.contains(&key) || key.starts_with("Ctrl+") => return false,
        key => match &asking.step {
            Some(Step::Link(_)) => answer(key).into_iter().for_each(|test| asking.answer(test)),
            Some(Step::Join(_)) => join(key).into_iter().for_each(|join| asking.combine(join)),
            None => {}
        },
    }
    true
}

fn answer(key: &str) -> Option<LinkTest> {
    let found = ANSWERS
        .iter()
        .find(|(_, letter, _)| letter.eq_ignore_ascii_case(key));
    found.map(|(test, ..)| *test)
}

fn join(key: &str) -> Option<Join> {
    let found = JOINS
        .iter()
        .find(|(_, letter, ..)| letter.eq_ignore_ascii_case(key));
    found.map(|(join, ..)| *join)
}
