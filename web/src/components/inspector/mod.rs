//! The details of what is selected.

use yew::prelude::*;

/// The panel on the right.
#[component]
pub fn Inspector() -> Html {
    html! {}
}
