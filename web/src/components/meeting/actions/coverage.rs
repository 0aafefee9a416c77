//! What the actions cover so far, found anew as they grow, and what none of them addresses.

use whyweb_core::analysis::{Answer, Question, Section};
use yew::prelude::*;

use crate::{
    components::ask::{Picks, use_answer, use_picks},
    state::Asked,
};

/// What is not covered, listed at the most.
const MOST_LISTED: usize = 12;

/// The line above the sheet.
#[component]
pub fn Covered() -> Html {
    let picks = use_picks();
    let (told, _) = use_answer(&Asked::new(Question::Coverage, None));
    let answer = told.and_then(|told| told.answer.ok());
    let Some(answer) = answer else {
        return html! {};
    };
    html! {
        <div class="covered">
            <span role="status">{ answer.sentence.clone() }</span>
            { open(&answer, &picks) }
        </div>
    }
}

/// What no action addresses; one press selects it.
fn open(answer: &Answer, picks: &Picks) -> Html {
    let sections: Vec<&Section> = answer
        .sections
        .iter()
        .filter(|list| !list.is_folded)
        .collect();
    let count: usize = sections.iter().map(|list| list.rows.len()).sum();
    if count == 0 {
        return html! {};
    }
    html! {
        <details class="covered-open">
            <summary>{ format!("Still open: {count}") }</summary>
            <div class="covered-lists">
                { for sections.into_iter().map(|list| html! {
                    <section key={list.heading.clone()}>
                        <h3>{ &list.heading }{ " " }<span class="count">{ list.rows.len() }</span></h3>
                        <ul>{ for list.rows.iter().take(MOST_LISTED).map(|row| html! { <li>{ picks.view(row, html! { { &row.text } }) }</li> }) }</ul>
                    </section>
                }) }
            </div>
        </details>
    }
}
