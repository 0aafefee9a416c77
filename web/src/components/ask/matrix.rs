//! A table of counts as a heat map: the more there are in a cell, the deeper its ground.

use whyweb_core::{
    analysis::{Row, Table},
    scene::{Chart, Mark, Theme, matrix as drawn},
    svg,
};
use yew::prelude::*;

use super::{chart::save, pick::Picks};
use crate::{components::canvas::slice, platform::measure::CanvasMeasure};

const HINT: &str = "Links from the row to the column; those on the diagonal stay where they are.";

/// The heat map. Rows lead to columns; a number selects the links it counts.
pub fn matrix(table: &Table, picks: &Picks) -> Html {
    let chart = drawn(&table.columns, &table.rows, &CanvasMeasure::new());
    let marks = |row: usize| chart.marks.iter().filter(move |mark| mark.place.0 == row);
    html! {
        <section class="answer-list matrix" key={table.heading.clone()}>
            <h3>{ &table.heading }{ save(&table.heading, HINT, chart.clone(), picks) }</h3>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        { for table.columns.iter().enumerate().map(|(column, name)| html! {
                            <th scope="col" title={name.clone()}>{ edge(name, column, &chart) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().enumerate().map(|(row, (name, _))| html! {
                        <tr>
                            <th scope="row" title={name.clone()}>
                                { edge(name, table.columns.len() + row, &chart) }
                            </th>
                            { for marks(row).map(|mark| html! { <td>{ cell(mark, table, picks) }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="hint">{ HINT }{ " A number selects its links." }</p>
        </section>
    }
}

/// A name at the edge: the columns' come first, then the rows'.
fn edge(name: &str, turn: usize, chart: &Chart) -> Html {
    let drawn = chart.edges.get(turn).map(|edge| {
        let words = svg::chart_edge(edge, &Theme::variables());
        slice(edge.rect, [words])
    });
    html! { <><span class="heard-only">{ name.to_owned() }</span>{ drawn.unwrap_or_default() }</> }
}

fn cell(mark: &Mark, table: &Table, picks: &Picks) -> Html {
    let face = html! {
        <>
            <span class="heard-only">{ mark.description.clone() }</span>
            { slice(mark.rect, [svg::chart_mark(mark, &Theme::variables())]) }
        </>
    };
    let Some(links) = table.links.get(&mark.place) else {
        return face;
    };
    let row = Row {
        text: mark.description.clone(),
        links: links.clone(),
        ..Row::default()
    };
    picks.cell(row, face)
}
