//! Pareto as bars: how many factors of each sort, the largest group first, and the share so far.

use whyweb_core::analysis::{Section, Table};
use yew::prelude::*;

use super::pick::Picks;

/// The bars of a list whose rows and those of the table are the same sorts; each selects its factors.
pub fn bars(section: &Section, table: &Table, picks: &Picks) -> Html {
    let numbers = |place: usize| -> (&str, usize, usize) {
        match table.rows.get(place) {
            Some((name, numbers)) => {
                let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
                (name, number(0), number(1))
            }
            None => ("", 0, 0),
        }
    };
    let counts = (0..section.rows.len()).map(numbers);
    let largest = counts.clone().map(|(_, count, _)| count).max();
    let total = counts.map(|(_, _, so_far)| so_far).max();
    let (largest, total) = (largest.unwrap_or_default(), total.unwrap_or_default());
    html! {
        <section class="answer-list bars" key={section.heading.clone()}>
            <h3>{ &section.heading }</h3>
            <ul>
                { for section.rows.iter().enumerate().map(|(place, row)| {
                    let (name, count, so_far) = numbers(place);
                    html! { <li>{ picks.view(row, bar(name, count, percent(count, largest), percent(so_far, total))) }</li> }
                }) }
            </ul>
            <p class="hint">{ "The number of factors; at the right the share of this group and those above it." }</p>
        </section>
    }
}

fn bar(name: &str, count: usize, length: usize, so_far: usize) -> Html {
    html! {
        <>
            <span class="bar-name">{ name.to_owned() }</span>
            <svg class="bar-line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={length.to_string()} height="10" />
            </svg>
            <span class="bar-count">{ count }</span>
            <span class="bar-share">{ format!("{so_far} %") }</span>
        </>
    }
}

/// Rounded; 0 of 0 is 0.
fn percent(part: usize, whole: usize) -> usize {
    (200 * part + whole).checked_div(2 * whole).unwrap_or(0)
}
