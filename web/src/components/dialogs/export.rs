use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ExportProps {
    pub on_close: Callback<()>,
}

#[component]
pub fn Export(_props: &ExportProps) -> Html {
    html! {}
}
