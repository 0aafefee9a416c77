//! The link test: the screen asks about one link after the other, and then how the causes of each
//! effect combine. What is asked about is what is selected, so undo goes back to it by itself.

mod asking;
mod keys;
mod progress;
mod questions;
mod standing;
mod strip;
mod words;

use yew::prelude::*;

pub use keys::{KEYS, press};
pub use standing::standing;
pub use words::{ANSWERS, question};

use crate::state::UiContext;

/// The strip below the map, while links are tested.
pub fn test_strip(ui: &UiContext) -> Html {
    if !ui.testing {
        return html! {};
    }
    html! { <strip::Strip /> }
}
