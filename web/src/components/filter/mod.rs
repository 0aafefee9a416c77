//! What of the map is to be seen: a filter by words and codes, and a focus on a few cards.

mod bar;
mod codes;
mod seen;
mod standing;

use yew::prelude::*;

pub use codes::coverage;
pub use seen::seen;
pub use standing::standing;

use crate::state::{Shown, UiContext};

/// The bar above the map, where it is open or something is faded or left out.
pub fn filter_bar(shown: &Shown, ui: &UiContext) -> Html {
    if ui.sieve.is_open || ui.sieve.is_on() {
        bar::bar(shown, ui)
    } else {
        html! {}
    }
}
