//! Asking: the list of questions, and the panel at the bottom that shows an answer.

use yew::prelude::*;

use crate::state::UiContext;

mod bars;
mod find;
mod head;
mod lists;
mod marks;
mod matrix;
mod panel;
mod pick;
mod questions;
mod window;

use panel::Panel;
pub use window::AskWindow;

/// The answer, where a question is asked.
pub fn answer_panel(ui: &UiContext) -> Html {
    match &ui.asked {
        Some(asked) => html! { <Panel asked={asked.clone()} /> },
        None => html! {},
    }
}
