//! Asking: the list of questions, and the panel at the bottom that shows an answer.

use yew::prelude::*;

use super::query::rows_panel;
use crate::state::UiContext;

mod bars;
mod chart;
mod find;
mod head;
mod lists;
mod marks;
mod matrix;
mod panel;
mod pick;
mod pinned;
mod questions;
mod window;

pub use chart::save as save_chart;
pub use find::use_answer;
pub use marks::bounds;
use panel::Panel;
pub use pick::{Picks, around, use_picks};
pub use window::AskWindow;

/// The answer, where a question is asked, or the rows of a query.
pub fn answer_panel(ui: &UiContext) -> Html {
    if let Some(rows) = rows_panel(ui) {
        return rows;
    }
    match &ui.asked {
        // Its place is there at once, so that the map knows what is left to it.
        Some(asked) => html! { <div class="answer-place"><Panel asked={asked.clone()} /></div> },
        None => html! {},
    }
}
