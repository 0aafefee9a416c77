use whyweb_core::model::FactorId;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SplitProps {
    pub factor: FactorId,
    pub on_close: Callback<()>,
}

#[component]
pub fn Split(_props: &SplitProps) -> Html {
    html! {}
}
