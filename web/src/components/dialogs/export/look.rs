//! How the picture is to look.

use yew::prelude::*;

use super::tick::Tick;
use crate::effects::export::Look;

#[derive(Properties, PartialEq)]
pub struct LookOptionsProps {
    /// How it looks now.
    pub look: Look,
    /// Told how it is to look.
    pub on_change: Callback<Look>,
}

/// The options, one box each.
#[component]
pub fn LookOptions(props: &LookOptionsProps) -> Html {
    let now = props.look;
    let change =
        |with: fn(Look, bool) -> Look| props.on_change.reform(move |is_on| with(now, is_on));
    html! {
        <div class="options">
            <Tick label="Dark" is_on={now.is_dark} on_change={change(|look, is_dark| Look { is_dark, ..look })} />
            <Tick label="Title" is_on={now.has_heading} on_change={change(|look, has_heading| Look { has_heading, ..look })} />
            <Tick label="Legend" is_on={now.has_legend} on_change={change(|look, has_legend| Look { has_legend, ..look })} />
            <Tick label="Map inside, so that it reopens" is_on={now.has_map} on_change={change(|look, has_map| Look { has_map, ..look })} />
        </div>
    }
}
