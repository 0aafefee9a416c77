use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct KeysProps {
    pub on_close: Callback<()>,
}

#[component]
pub fn Keys(_props: &KeysProps) -> Html {
    html! {}
}
