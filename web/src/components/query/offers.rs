//! The list of completions, drawn at the caret.

use whyweb_core::query::Completion;
use yew::prelude::*;

use super::offer::{Offered, kind};
use crate::platform::dom;

/// The list's element, and that of the caret in the mirror.
pub const LIST: &str = "query-offers";
pub const CARET: &str = "query-caret";

/// The element of one completion.
pub fn row_id(place: usize) -> String {
    format!("query-offer-{place}")
}

/// Puts the list below the caret, and the chosen row in sight.
#[hook]
pub fn use_placed(text: &str, offered: &Offered) {
    let is_open = !offered.completions.is_empty();
    use_effect_with((is_open, text.to_owned()), |(is_open, _)| {
        if let Some(caret) = is_open.then(|| dom::rect_of(CARET)).flatten() {
            dom::set_style(LIST, "--left", &format!("{}px", caret.left));
            dom::set_style(LIST, "--top", &format!("{}px", caret.bottom()));
        }
    });
    use_effect_with(offered.chosen, |chosen| {
        if let Some(place) = chosen {
            dom::scroll_to(&row_id(*place));
        }
    });
}

/// The list.
pub fn offers(offered: &Offered, take: &Callback<Completion>) -> Html {
    if offered.completions.is_empty() {
        return html! {};
    }
    let rows = offered.completions.iter().enumerate();
    html! {
        <ul class="query-offers" id={LIST} role="listbox" aria-label="Completions">
            { for rows.map(|(place, completion)| {
                // A press would take the focus from the field before the click.
                let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
                let onclick = {
                    let (take, completion) = (take.clone(), completion.clone());
                    Callback::from(move |_: MouseEvent| take.emit(completion.clone()))
                };
                html! {
                    <li
                        id={row_id(place)}
                        role="option"
                        aria-selected={(offered.chosen == Some(place)).to_string()}
                        {onmousedown}
                        {onclick}
                    >
                        <span>{ &completion.shown }</span>
                        <span class="query-kind">{ kind(completion) }</span>
                    </li>
                }
            }) }
        </ul>
    }
}
