//! The outline: the same web as an indented list.

use yew::prelude::*;

/// The panel on the left.
#[component]
pub fn OutlinePanel() -> Html {
    html! {}
}
