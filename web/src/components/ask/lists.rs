//! The lists of an answer.

use whyweb_core::analysis::Section;
use yew::prelude::*;

use super::pick::Picks;

/// A list under its heading; a folded one opens.
pub fn list(section: &Section, picks: &Picks) -> Html {
    let count = section.rows.len();
    let rows = section.rows.iter();
    let rows = rows.map(|row| html! { <li>{ picks.view(row, html! { { &row.text } }) }</li> });
    let rows = html! { <ul>{ for rows }</ul> };
    let heading = html! { <>{ &section.heading }{ " " }<span class="count">{ count }</span></> };
    if section.is_folded {
        html! {
            <details class="answer-list" key={section.heading.clone()}>
                <summary>{ heading }</summary>
                { rows }
            </details>
        }
    } else {
        html! {
            <section class="answer-list" key={section.heading.clone()}>
                <h3>{ heading }</h3>
                { rows }
            </section>
        }
    }
}
