//! What no action addresses yet: the last column of the sheet.

use whyweb_core::analysis::{Answer, Section};
use yew::prelude::*;

use crate::components::ask::Picks;

/// What is listed of each sort at the most.
const MOST_LISTED: usize = 20;

/// The column; one press selects what stands in it.
pub fn not_covered(answer: &Answer, picks: &Picks) -> Html {
    let lists = answer.sections.iter().filter(|list| !list.is_folded);
    let lists: Vec<&Section> = lists.collect();
    if lists.is_empty() {
        return html! {};
    }
    html! {
        <section class="actions-column" aria-label="Not addressed yet" key="Not addressed yet">
            { for lists.into_iter().map(|list| of_a_sort(list, picks)) }
        </section>
    }
}

fn of_a_sort(list: &Section, picks: &Picks) -> Html {
    let count = list.rows.len();
    let more = count.saturating_sub(MOST_LISTED);
    let rows = list.rows.iter().take(MOST_LISTED);
    let rows = rows.map(|row| html! { <li>{ picks.view(row, html! { { &row.text } }) }</li> });
    html! {
        <>
            <h3>{ &list.heading }{ " " }<span class="count">{ count }</span></h3>
            <ul>{ for rows }</ul>
            if more > 0 { <p class="hint">{ format!("And {more} more: ask which roots have no action.") }</p> }
        </>
    }
}
