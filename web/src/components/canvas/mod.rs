//! The map.

use yew::prelude::*;

#[component]
pub fn Canvas() -> Html {
    html! {}
}
