//! The sheet of actions: start, stop, continue and experiment side by side, what waits in the parking
//! lot before them, and above them what the actions cover so far.

mod card;
mod coverage;

use std::collections::BTreeSet;

use whyweb_core::{
    command::ActionCommand,
    model::{Action, ActionKind, FactorId, Incident, LinkId, Target},
};
use yew::prelude::*;

use super::{board::Content, parking};
use crate::{
    components::{ask::Picks, primitives::AddField},
    drafts,
    platform::random,
};

/// The board.
pub fn actions(picks: &Picks) -> Content {
    let body = html! {
        <div class="actions">
            <section class="actions-column" aria-label="Parking lot">
                <h3>{ "Parked" }</h3>
                { parking::lot(picks) }
            </section>
            { for ActionKind::ALL.map(|kind| column(kind, picks)) }
        </div>
    };
    Content {
        title: "Actions",
        hint: html! { <coverage::Covered /> },
        tools: html! {},
        body,
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
