//! What everybody's dots say, beside how often something matters in the web.

use whyweb_core::{
    analysis::{Tally, votes},
    document::Selectable,
    graph::Web,
    model::{Choice, Incident},
};
use yew::prelude::*;

use crate::state::{use_desk, use_shown};

#[derive(Properties, PartialEq)]
pub struct ResultProps {
    /// Told when the window is to close.
    pub on_close: Callback<()>,
}

/// The table of dots.
#[component]
pub fn VotesResult(props: &ResultProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let tallies = use_memo(shown.clone(), |shown| {
        votes(&shown.incident, &Web::of(&shown.incident))
    });
    if tallies.is_empty() {
        return html! { <p class="muted">{ "No dots yet. Those of others appear here as their pages hear that the votes are shown." }</p> };
    }
    let row = |tally: &Tally| {
        let (words, frequency, part) = told(tally, &shown.incident);
        let onclick = {
            let (desk, on_close) = (desk.clone(), props.on_close.clone());
            Callback::from(move |_: MouseEvent| {
                desk.select(vec![part.clone()]);
                on_close.emit(());
            })
        };
        html! {
            <tr>
                <th scope="row"><button type="button" class="votes-about" title="Select this" {onclick}>{ words }</button></th>
                <td>{ tally.feasible }</td>
                <td>{ tally.would_matter }</td>
                <td>{ frequency }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="votes-scroll" tabindex="0" role="region" aria-label="The dots">
                <table class="votes">
                    <thead><tr><th scope="col">{ "What" }</th><th scope="col">{ "feasible" }</th><th scope="col">{ "would matter" }</th><th scope="col">{ "in the web" }</th></tr></thead>
                    <tbody>{ for tallies.iter().map(row) }</tbody>
                </table>
            </div>
            <p class="hint">{ "A vote is not evidence: it says what people think. How much follows from a factor says how the web is drawn, not how important it is." }</p>
        </>
    }
}

fn told(tally: &Tally, incident: &Incident) -> (String, String, Selectable) {
    let counted = |count: usize, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    };
    match &tally.choice {
        Choice::Factor(id) => {
            let factor = incident.factors.get(id);
            let words = factor.map_or_else(String::new, |f| f.statement.to_string());
            let frequency = counted(tally.frequency, "factor follows", "factors follow");
            (words, frequency, Selectable::Factor(id.clone()))
        }
        Choice::Action(id) => {
            let action = incident.actions.get(id);
            let words = action.map_or_else(String::new, |action| {
                format!("{} {}", action.kind.word(), action.statement)
            });
            let frequency = format!("addresses {}", tally.frequency);
            (words, frequency, Selectable::Action(id.clone()))
        }
    }
}
