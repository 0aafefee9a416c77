//! The sheet of actions: what waits in the parking lot, then start, stop, continue and experiment side
//! by side, then what no action addresses yet. Above them stands what they cover so far.

mod card;
mod coverage;

use std::collections::BTreeSet;

use whyweb_core::{
    analysis::Question,
    command::ActionCommand,
    model::{Action, ActionKind, FactorId, Incident, LinkId, Target},
};
use yew::prelude::*;

use coverage::not_covered;

use super::{board::Content, parking};
use crate::{
    components::{
        ask::{Picks, use_answer, use_picks},
        primitives::AddField,
    },
    drafts,
    platform::random,
    state::Asked,
};

/// The board.
pub fn actions() -> Content {
    Content {
        title: "Actions",
        hint: "A new action addresses what is selected on the map. The details say the rest of it."
            .into(),
        tools: html! {},
        body: html! { <Sheet /> },
    }
}

/// The sheet, with what the actions cover above it and at its end.
#[component]
fn Sheet() -> Html {
    let picks = use_picks();
    let (told, _) = use_answer(&Asked::new(Question::Coverage, None));
    let answer = told.and_then(|told| told.answer.ok());
    html! {
        <>
            <p class="covered" role="status">{ answer.as_ref().map(|answer| answer.sentence.clone()) }</p>
            <div class="actions">
                <section class="actions-column" aria-label="Parking lot">
                    <h3>{ "Parked" }</h3>
                    { parking::lot(&picks) }
                </section>
                { for ActionKind::ALL.map(|kind| column(kind, &picks)) }
                { answer.map(|answer| not_covered(&answer, &picks)) }
            </div>
        </>
    }
}

/// What a column is called, and what its line asks for.
fn words(kind: ActionKind) -> (&'static str, &'static str) {
    match kind {
        ActionKind::Start => ("Start", "Start doing what?"),
        ActionKind::Stop => ("Stop", "Stop doing what?"),
        ActionKind::Continue => ("Continue", "Keep doing what?"),
        ActionKind::Experiment => ("Experiment", "Try what, for how long?"),
    }
}

fn column(kind: ActionKind, picks: &Picks) -> Html {
    let incident = &picks.shown.incident;
    let actions = incident.actions_in_order().into_iter();
    let actions: Vec<_> = actions.filter(|action| action.kind == kind).collect();
    let (title, label) = words(kind);
    let on_add = {
        let addresses = selected_target(picks);
        picks.desk.taking(drafts::label, move |statement| {
            ActionCommand::Add(Box::new(Action {
                kind,
                addresses: addresses.iter().cloned().collect::<BTreeSet<_>>(),
                ..Action::new(random::id(), statement)
            }))
        })
    };
    html! {
        <section class="actions-column" aria-label={title} key={title}>
            <h3>{ title }if !actions.is_empty() { { " " }<span class="count">{ actions.len() }</span> }</h3>
            <ul>{ for actions.iter().map(|action| card::card(action, picks)) }</ul>
            <AddField {label} {on_add} />
        </section>
    }
}

/// What is selected on the map: a new action addresses it.
fn selected_target(picks: &Picks) -> Option<Target> {
    let incident = &picks.shown.incident;
    let is_factor = |id: &&FactorId| incident.factors.contains_key(*id);
    let is_link = |id: &&LinkId| incident.links.contains_key(*id);
    let factor = picks.ui.factor().filter(is_factor);
    let link = picks.ui.link().filter(is_link);
    let factor = factor.cloned().map(Target::Factor);
    factor.or_else(|| link.cloned().map(Target::Link))
}

/// The statements at both ends of a link.
pub fn statement_of_link(id: &LinkId, incident: &Incident) -> Option<String> {
    let link = incident.links.get(id)?;
    let statement = |id: &FactorId| Some(incident.factors.get(id)?.statement.as_str());
    Some(format!(
        "{} → {}",
        statement(&link.cause)?,
        statement(&link.effect)?
    ))
}
