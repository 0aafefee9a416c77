use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PaletteProps {
    pub on_close: Callback<()>,
}

#[component]
pub fn Palette(_props: &PaletteProps) -> Html {
    html! {}
}
