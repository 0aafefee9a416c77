//! A table of counts as a heat map: the more there are in a cell, the deeper its ground.

use whyweb_core::analysis::Table;
use yew::prelude::*;

/// How many grounds there are beside the blank one.
const HEATS: usize = 5;

/// The heat map. Rows lead to columns.
pub fn matrix(table: &Table) -> Html {
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
                                cell(*number, most, place == column)
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="hint">{ "Links from the row to the column; those on the diagonal stay where they are." }</p>
        </section>
    }
}

fn cell(number: usize, most: usize, is_local: bool) -> Html {
    let heat = (number * HEATS).div_ceil(most.max(1));
    let class = is_local.then_some("local");
    html! { <td {class} data-heat={heat.to_string()}>{ number }</td> }
}
