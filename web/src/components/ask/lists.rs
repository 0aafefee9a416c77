//! The lists of an answer.

use whyweb_core::analysis::Section;
use yew::prelude::*;

use super::pick::Picks;

/// Rows drawn at the most; whoever reads more has them as text.
const MOST_DRAWN: usize = 100;

/// A list under its heading; a folded one opens.
pub fn list(section: &Section, picks: &Picks) -> Html {
    let count = section.rows.len();
    let rows = section.rows.iter().take(MOST_DRAWN);
    let rows = rows.map(|row| html! { <li>{ picks.view(row, html! { { &row.text } }) }</li> });
    let more = count.saturating_sub(MOST_DRAWN);
    let rows = html! {
        <>
            <ul>{ for rows }</ul>
            if more > 0 { <p class="hint">{ format!("And {more} more. Copy the answer to read them all.") }</p> }
        </>
    };
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
