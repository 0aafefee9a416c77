//! The parked remedies, each offered to what it is about.

use std::sync::Arc;

use whyweb_core::{
    command::{ActionCommand, NoteCommand},
    document::Selectable,
    model::{Action, Incident, Note, Subject},
};
use yew::prelude::*;

use super::parked;
use crate::{
    components::{
        ask::Picks,
        meeting::{actions::statement_of_link, board::go_on},
        primitives::Button,
    },
    platform::random,
    state::Desk,
};

/// The list.
pub fn list(picks: &Picks) -> Html {
    let parked = parked(&picks.shown.incident);
    if parked.is_empty() {
        return html! { <p class="hint">{ "Nothing is parked. A remedy spoken before its time can wait here." }</p> };
    }
    html! { <ul class="parked">{ for parked.into_iter().map(|note| item(note, picks)) }</ul> }
}

fn item(note: &Arc<Note>, picks: &Picks) -> Html {
    let cause = statement(&note.about, &picks.shown.incident);
    let onclick = {
        let (picks, about) = (picks.clone(), note.about.clone());
        Callback::from(move |_: MouseEvent| match &about {
            Subject::Factor(id) => picks.choose_factor(id),
            Subject::Link(id) => picks.desk.select(vec![Selectable::Link(id.clone())]),
            Subject::Incident | Subject::Account(_) => picks.desk.select(Vec::new()),
        })
    };
    let does = |act: fn(&Desk, &Note)| {
        let (desk, note) = (picks.desk.clone(), note.clone());
        Callback::from(move |()| {
            go_on();
            act(&desk, &note);
        })
    };
    let (make, drop) = (does(make_action), does(drop_note));
    let onkeydown = {
        let (make, drop) = (make.clone(), drop.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_held = event.ctrl_key() || event.meta_key() || event.alt_key();
            match event.key().as_str() {
                "a" if !is_held => make.emit(()),
                "Delete" | "Backspace" => drop.emit(()),
                _ => return,
            }
            event.stop_propagation();
            event.prevent_default();
        })
    };
    html! {
        <li key={note.id.as_str()} class="parked-item" {onkeydown}>
            <button type="button" class="board-row" data-row="true" title="Select what it is about" {onclick}>
                <span>{ note.text.to_string() }</span>
                <span class="board-aside">{ cause.map_or("for nothing in particular".to_owned(), |cause| format!("for “{cause}”")) }</span>
            </button>
            <span class="parked-tools">
                { Button::new("Make it an action", make).class("quiet small").key("A").shows(html! { <>{ "Make it an action" }<kbd>{ "A" }</kbd></> }).view() }
                { Button::new("Drop this remedy", drop).class("quiet small").key("Del").says("Drop").view() }
            </span>
        </li>
    }
}

fn statement(about: &Subject, incident: &Incident) -> Option<String> {
    match about {
        Subject::Factor(id) => Some(incident.factors.get(id)?.statement.to_string()),
        Subject::Link(id) => statement_of_link(id, incident),
        Subject::Incident | Subject::Account(_) => None,
    }
}

fn make_action(desk: &Desk, note: &Note) {
    let Some(action) = Action::of_note(random::id(), note) else {
        return;
    };
    let commands = vec![
        ActionCommand::Add(Box::new(action)).into(),
        NoteCommand::Remove(note.id.clone()).into(),
    ];
    if desk.act_all(commands, None) {
        desk.say("It is an action now: something to start.", true);
    }
}

fn drop_note(desk: &Desk, note: &Note) {
    if desk.act(NoteCommand::Remove(note.id.clone())) {
        desk.say("Dropped the remedy.", true);
    }
}
