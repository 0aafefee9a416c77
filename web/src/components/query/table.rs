//! Rows as a table whose head stays in sight.

use std::sync::Arc;

use whyweb_core::query::{IncidentGraph, Value};
use yew::prelude::*;

use super::{
    found::{Found, grouped},
    spoken::spoken,
    subject::{Statements, Subject, statements},
};
use crate::{components::ask::Picks, state::UiAction};

/// Rows drawn at the most; whoever reads more has them as a file.
const MOST_DRAWN: usize = 300;
/// Items of a list drawn at the most.
const MOST_ITEMS: usize = 12;

/// The table; nothing where there is no row.
pub fn table(found: &Found, picks: &Picks) -> Html {
    let count = found.rows().len();
    if count == 0 {
        return html! {};
    }
    let statements = statements(&picks.shown.incident);
    let rows = found.rows().iter().take(MOST_DRAWN).zip(1..);
    let more = count.saturating_sub(MOST_DRAWN);
    html! {
        <>
            <table class="query-table">
                <thead>
                    <tr>
                        <th scope="col" class="turn"><span class="heard-only">{ "Row" }</span></th>
                        { for found.columns().iter().zip(numeric(found)).map(|(name, is_number)| html! {
                            <th scope="col" class={is_number.then_some("number")}>{ name.to_string() }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for rows.map(|(values, turn)| row(values, turn, &found.graph, &statements, picks)) }</tbody>
            </table>
            if more > 0 {
                <p class="hint">{ format!("And {} more. Save them as CSV to read them all.", grouped(more as u64)) }</p>
            }
        </>
    }
}

/// Whether each column holds numbers only, so that they stand under each other.
fn numeric(found: &Found) -> impl Iterator<Item = bool> + '_ {
    (0..found.columns().len()).map(|column| {
        let mut values = found
            .rows()
            .iter()
            .take(MOST_DRAWN)
            .filter_map(|row| row.get(column));
        values.clone().any(is_number) && values.all(|value| is_number(value) || is_null(value))
    })
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Integer(_) | Value::Float(_))
}

fn is_null(value: &Value) -> bool {
    matches!(value, Value::Null)
}

fn row(
    values: &[Value],
    turn: usize,
    graph: &Arc<IncidentGraph>,
    statements: &Statements<'_>,
    picks: &Picks,
) -> Html {
    let subject = Subject::of(values, graph, statements);
    let selection = subject.selection();
    let is_chosen = selection
        .as_ref()
        .is_some_and(|selection| picks.ui.selection == *selection);
    let choose = selection.map(|_| {
        let picks = picks.clone();
        Callback::from(move |_: MouseEvent| choose(&subject, &picks))
    });
    html! {
        <tr key={turn} class={classes!(choose.is_some().then_some("about"), is_chosen.then_some("chosen"))} onclick={choose.clone()}>
            <td class="turn">
                if choose.is_some() {
                    <button type="button" data-row="true" aria-label={format!("Select what row {turn} names")} aria-pressed={is_chosen.to_string()}>{ turn }</button>
                } else {
                    { turn }
                }
            </td>
            { for values.iter().map(|value| cell(value, graph)) }
        </tr>
    }
}

/// Selects what a row is about and brings it on screen.
fn choose(subject: &Subject, picks: &Picks) {
    let Some(selection) = subject.selection() else {
        return;
    };
    if subject.factors.is_empty() && subject.links.is_empty() {
        // An action is on no map: the details show it.
        picks.ui.dispatch(UiAction::Details(true));
    }
    picks.desk.select(selection);
    if let Some(rect) = subject.place(&picks.shown) {
        picks.viewport.read(&rect);
    }
}

fn cell(value: &Value, graph: &IncidentGraph) -> Html {
    match value {
        Value::Null => html! {
            <td class="null"><span aria-hidden="true">{ "–" }</span><span class="heard-only">{ "nothing" }</span></td>
        },
        Value::Integer(_) | Value::Float(_) => {
            html! { <td class="number">{ spoken(value, graph) }</td> }
        }
        Value::Time(_) => html! { <td class="time">{ moment(&spoken(value, graph)) }</td> },
        Value::List(list) if list.items().is_empty() => {
            html! { <td class="null">{ "none" }</td> }
        }
        Value::List(list) if list.items().len() > 1 => {
            let items = list.items();
            let more = items.len().saturating_sub(MOST_ITEMS);
            let shown = items.iter().take(MOST_ITEMS);
            html! {
                <td>
                    <ul>
                        { for shown.map(|item| html! { <li>{ spoken(item, graph) }</li> }) }
                        if more > 0 { <li class="muted">{ format!("and {more} more") }</li> }
                    </ul>
                </td>
            }
        }
        _ => html! { <td>{ spoken(value, graph) }</td> },
    }
}

/// A day or a moment as one reads it: seconds only where they are told.
fn moment(time: &str) -> String {
    let Some((day, clock)) = time.split_once('T') else {
        return time.to_owned();
    };
    let clock = clock.trim_end_matches('Z');
    let clock = clock
        .strip_suffix(":00")
        .filter(|rest| rest.contains(':'))
        .unwrap_or(clock);
    format!("{day} {clock} UTC")
}
