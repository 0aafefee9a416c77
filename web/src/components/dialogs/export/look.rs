//! How the picture is to look.

use yew::prelude::*;

use super::tick::tick;
use crate::effects::export::Look;

/// The options, one box each.
pub fn look_options(now: Look, on_change: &Callback<Look>) -> Html {
    let change = |with: fn(Look, bool) -> Look| {
        let on_change = on_change.clone();
        Callback::from(move |is_on| on_change.emit(with(now, is_on)))
    };
    html! {
        <div class="options">
            { tick("Dark", now.is_dark, change(|look, is_dark| Look { is_dark, ..look })) }
            { tick("Title", now.has_heading, change(|look, has_heading| Look { has_heading, ..look })) }
            { tick("Legend", now.has_legend, change(|look, has_legend| Look { has_legend, ..look })) }
            { tick("Map inside, so that it reopens", now.has_map, change(|look, has_map| Look { has_map, ..look })) }
        </div>
    }
}
