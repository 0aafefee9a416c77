//! A part of the details under a quiet heading.

use yew::prelude::*;

/// A part of the details: its heading, how many it lists, and what it is for or what to do next where
/// the heading alone does not say.
pub fn section(
    title: &'static str,
    count: usize,
    hint: Option<&'static str>,
    children: Html,
) -> Html {
    html! {
        <section class="section">
            <h3>
                { title }
                if count > 0 { { " " }<span class="count">{ count }</span> }
            </h3>
            if let Some(hint) = hint { <p class="hint">{ hint }</p> }
            { children }
        </section>
    }
}
