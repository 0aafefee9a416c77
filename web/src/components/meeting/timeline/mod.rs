//! The time line of what happened, and what waits for a time beside it.

mod field;
mod line;

use whyweb_core::{
    model::FactorId,
    scene::{self, Timeline},
};
use yew::prelude::*;

pub use field::TIME;

use super::board::Content;
use crate::{
    components::ask::{Picks, save_chart},
    platform::measure::CanvasMeasure,
};

/// What is written below its picture.
const NOTE: &str = "In the order of time; the columns are equally wide, however long it took.";
/// Factors without a time that are listed at the most.
const MOST_LISTED: usize = 30;

/// The board.
pub fn timeline(picks: &Picks) -> Content {
    let drawn = scene::timeline(&picks.shown.incident, &CanvasMeasure::new());
    let tools = if drawn.factors.is_empty() {
        html! {}
    } else {
        save_chart("Time line", NOTE, drawn.chart.clone(), picks)
    };
    let body = html! {
        <div class="timeline">
            <div class="timeline-line">{ line::line(&drawn, picks) }</div>
            <div class="timeline-aside">
                { field::field(picks) }
                { untimed(&drawn, picks) }
            </div>
        </div>
    };
    let (timed, waiting) = (drawn.factors.len(), drawn.untimed.len());
    let hint =
        format!("{timed} with a time, {waiting} without. ⇧W says when the selected one was.");
    Content {
        title: "Time line",
        hint: hint.into(),
        tools,
        body,
    }
}

fn untimed(drawn: &Timeline, picks: &Picks) -> Html {
    let count = drawn.untimed.len();
    if count == 0 {
        return html! {};
    }
    let more = count.saturating_sub(MOST_LISTED);
    let listed = drawn.untimed.iter().take(MOST_LISTED);
    html! {
        <section>
            <h3>{ "Without a time" }{ " " }<span class="count">{ count }</span></h3>
            <p class="hint">{ "Choose one, and say when it was." }</p>
            <ul>{ for listed.map(|id| row(id, picks)) }</ul>
            if more > 0 { <p class="hint">{ format!("And {more} more.") }</p> }
        </section>
    }
}

/// A factor without a time: choosing it puts the cursor where its time is typed.
fn row(id: &FactorId, picks: &Picks) -> Html {
    let Some(factor) = picks.shown.incident.factors.get(id) else {
        return html! {};
    };
    let onclick = {
        let (picks, id) = (picks.clone(), id.clone());
        Callback::from(move |_: MouseEvent| field::begin(&picks, &id))
    };
    let pressed = picks.ui.has_factor(id).to_string();
    html! {
        <li key={id.as_str()}>
            <button type="button" class="board-row" data-row="true" aria-pressed={pressed} {onclick}>{ factor.statement.to_string() }</button>
        </li>
    }
}
