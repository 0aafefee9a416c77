use yew::prelude::*;

use crate::state::Dialog;

#[derive(Properties, PartialEq)]
pub struct ChooseProps {
    pub chooser: Dialog,
    pub on_close: Callback<()>,
}

#[component]
pub fn Choose(_props: &ChooseProps) -> Html {
    html! {}
}
