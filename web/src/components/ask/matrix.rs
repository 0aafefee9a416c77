//! A table of counts as a heat map: the more there are in a cell, the deeper its ground.

use whyweb_core::analysis::{Row, Table};
use yew::prelude::*;

use super::pick::Picks;

/// How many grounds there are beside the blank one.
const HEATS: usize = 5;

/// The heat map. Rows lead to columns; a number selects the links it counts.
pub fn matrix(table: &Table, picks: &Picks) -> Html {
    let numbers = table.rows.iter().flat_map(|(_, numbers)| numbers);
    let most = numbers.copied().max().unwrap_or_default();
    html! {
        <section class="answer-list matrix" key={table.heading.clone()}>
            <h3>{ &table.heading }</h3>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for table.columns.iter().map(|name| html! { <th scope="col">{ name }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(place, (name, numbers))| html! {
                        <tr>
                            <th scope="row">{ name }</th>
                            { for numbers.iter().enumerate().map(|(column, number)| {
                                let heat = (number * HEATS).div_ceil(most.max(1));
                                html! {
                                    <td
                                        class={(place == column).then_some("local")}
                                        data-heat={heat.to_string()}
                                    >
                                        { cell(*number, (place, column), table, picks) }
                                    </td>
                                }
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="hint">{ "Links from the row to the column; those on the diagonal stay where they are. A number selects its links." }</p>
        </section>
    }
}

fn cell(number: usize, place: (usize, usize), table: &Table, picks: &Picks) -> Html {
    let Some(links) = table.links.get(&place) else {
        return html! { { number } };
    };
    let name = |names: Option<&String>| names.cloned().unwrap_or_default();
    let from = name(table.rows.get(place.0).map(|(name, _)| name));
    let to = name(table.columns.get(place.1));
    let row = Row {
        text: format!("{number} from {from} to {to}"),
        links: links.clone(),
        ..Row::default()
    };
    picks.cell(row, number)
}
