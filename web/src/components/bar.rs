//! The bar.

use yew::prelude::*;

use crate::state::SaveState;

#[derive(Properties, PartialEq)]
pub struct BarProps {
    pub save: SaveState,
}

#[component]
pub fn Bar(_props: &BarProps) -> Html {
    html! {}
}
