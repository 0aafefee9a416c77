//! Pareto as bars: how many factors of each sort, the largest group first, and the share so far.

use whyweb_core::{
    analysis::{Section, Table},
    scene::{Chart, Group, Theme, bars as drawn},
    svg,
};
use yew::prelude::*;

use super::{chart::save, pick::Picks};
use crate::{components::canvas::slice, platform::measure::CanvasMeasure};

const HINT: &str =
    "The number of factors; at the right the share of this group and those above it.";

/// The bars of a list whose rows and those of the table are the same sorts; each selects its factors.
pub fn bars(section: &Section, table: &Table, picks: &Picks) -> Html {
    let chart = chart(table);
    let rows = section.rows.iter().zip(&chart.marks);
    html! {
        <section class="answer-list bars" key={section.heading.clone()}>
            <h3>{ &section.heading }{ save(&table.heading, HINT, chart.clone(), picks) }</h3>
            <ul>
                { for rows.map(|(row, mark)| {
                    let face = html! {
                        <>
                            <span class="heard-only">{ mark.description.clone() }</span>
                            { slice(mark.rect, [svg::chart_mark(mark, &Theme::variables())]) }
                        </>
                    };
                    html! { <li>{ picks.view(row, face) }</li> }
                }) }
            </ul>
            <p class="hint">{ HINT }</p>
        </section>
    }
}

fn chart(table: &Table) -> Chart {
    let groups = table.rows.iter().map(|(name, numbers)| {
        let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
        Group {
            name: name.clone(),
            count: number(0),
            so_far: number(1),
        }
    });
    drawn(&groups.collect::<Vec<_>>(), &CanvasMeasure::new())
}
