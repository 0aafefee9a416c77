use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ImportProps {
    pub on_close: Callback<()>,
}

#[component]
pub fn Import(_props: &ImportProps) -> Html {
    html! {}
}
