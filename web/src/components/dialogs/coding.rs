use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CodingProps {
    pub on_close: Callback<()>,
}

#[component]
pub fn Coding(_props: &CodingProps) -> Html {
    html! {}
}
