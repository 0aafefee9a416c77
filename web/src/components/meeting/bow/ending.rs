//! The ending: what we learned, what we will do.

use std::sync::Arc;

use whyweb_core::{
    command::NoteCommand,
    model::{Action, FactorId, Incident, Note, NoteKind, Subject, Target, Text},
};
use yew::prelude::*;

use crate::{
    components::primitives::TextField,
    drafts,
    platform::random,
    state::{Desk, Shown},
};

/// The lessons, to be written, and the actions that address the route.
pub fn ending(route: &[FactorId], desk: &Desk, shown: &Shown) -> Html {
    let incident = &shown.incident;
    let lessons = lessons(incident);
    let value = lessons
        .map(|note| note.text.to_string())
        .unwrap_or_default();
    let id = lessons.map(|note| note.id.clone());
    let on_done = {
        let desk = desk.clone();
        Callback::from(move |typed: String| {
            let text = drafts::text_or_none(&typed)?;
            let command = match (&id, text) {
                (Some(id), Some(text)) => NoteCommand::SetText(id.clone(), text),
                (Some(id), None) => NoteCommand::Remove(id.clone()),
                (None, Some(text)) => NoteCommand::Add(new(text)),
                (None, None) => return Ok(()),
            };
            desk.act(command);
            Ok(())
        })
    };
    let actions = addressing(route, incident);
    html! {
        <div class="bow-ending">
            <section>
                <h3>{ "What we learned" }</h3>
                <TextField lines=true label="What we learned" label_hidden={true} placeholder="In a few sentences; kept with the incident" {value} {on_done} />
            </section>
            <section>
                <h3>{ "What we will do" }</h3>
                if actions.is_empty() {
                    <p class="muted">{ "No action addresses this route yet. Add one in the details of a factor." }</p>
                }
                <ul>{ for actions.iter().map(|action| html! {
                    <li key={action.id.as_str()}>
                        <span class="bow-kind">{ action.kind.word() }</span>
                        { " " }
                        { action.statement.to_string() }
                    </li>
                }) }</ul>
            </section>
        </div>
    }
}

fn new(text: Text) -> Note {
    Note {
        id: random::id(),
        kind: NoteKind::Lessons,
        text,
        about: Subject::Incident,
        order: 0,
    }
}

/// The note that holds the lessons, where there is one.
fn lessons(incident: &Incident) -> Option<&Arc<Note>> {
    let notes = incident.notes_in_order().into_iter();
    notes
        .filter(|note| note.kind == NoteKind::Lessons)
        .find(|note| note.about == Subject::Incident)
}

/// The actions that address a factor of the route or a link on it, by their turn.
fn addressing<'a>(route: &[FactorId], incident: &'a Incident) -> Vec<&'a Arc<Action>> {
    let is_on_route = |target: &Target| match target {
        Target::Factor(id) => route.contains(id),
        Target::Link(id) => incident.links.get(id).is_some_and(|link| {
            let ends = route.windows(2);
            ends.into_iter()
                .any(|ends| *ends == [link.cause.clone(), link.effect.clone()])
        }),
    };
    let actions = incident.actions_in_order().into_iter();
    actions
        .filter(|action| action.addresses.iter().any(is_on_route))
        .collect()
}
