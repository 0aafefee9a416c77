//! Notes: what an import could not place, and remedies spoken too early.

use std::sync::Arc;

use whyweb_core::{
    command::{ActionCommand, Command, FactorCommand, NoteCommand},
    document::Selectable,
    model::{Action, Factor, Label, Note, NoteKind, Subject, tidy},
};
use yew::prelude::*;

use crate::{
    components::{
        inspector::parts::{Details, section},
        primitives::{
            AddField, Button, TextField,
            glyph::{EDIT, REMOVE},
        },
    },
    drafts,
    hooks::use_value,
    platform::random,
    state::{Desk, use_desk},
};

/// All notes of the incident.
pub fn notes(details: &Details) -> Html {
    let notes = details.shown.incident.notes_in_order();
    let on_add = details.desk.taking(drafts::text, |text| {
        NoteCommand::Add(Note {
            id: random::id(),
            kind: NoteKind::ParkingLot,
            text,
            about: Subject::Incident,
            order: 0,
        })
    });
    let hint = notes
        .is_empty()
        .then_some("None. Park a remedy spoken too early here until you come to actions.");
    let inside = html! {
        <>
            <ul class="evidence">{ for notes.iter().copied().map(item) }</ul>
            <AddField label="Park a note" {on_add} />
        </>
    };
    section("Notes", notes.len(), hint, inside)
}

/// The notes about one thing, where there are any.
pub fn notes_about(about: &Subject, details: &Details) -> Html {
    let notes = details.shown.incident.notes_in_order().into_iter();
    let notes: Vec<_> = notes.filter(|note| note.about == *about).collect();
    if notes.is_empty() {
        return html! {};
    }
    let inside = html! {
        <>
            <ul class="evidence">{ for notes.iter().copied().map(item) }</ul>
        </>
    };
    section("Notes", notes.len(), None, inside)
}

fn item(note: &Arc<Note>) -> Html {
    html! { <NoteItem key={note.id.as_str()} note={note.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct NoteProps {
    note: Arc<Note>,
}

/// One note, and what it can become.
#[component]
fn NoteItem(props: &NoteProps) -> Html {
    let desk = use_desk();
    let is_open = use_value(false);
    let note = &props.note;
    let does = |act: fn(&Desk, &Note)| {
        let (desk, note) = (desk.clone(), note.clone());
        Callback::from(move |()| act(&desk, &note))
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |()| is_open.set(!*is_open))
    };
    let on_done = {
        let (desk, id, is_open) = (desk.clone(), note.id.clone(), is_open.setter());
        Callback::from(move |typed: String| {
            let text = drafts::text(&typed)?;
            is_open.set(false);
            desk.act(NoteCommand::SetText(id.clone(), text));
            Ok(())
        })
    };
    html! {
        <li class="piece">
            <div class="piece-words">
                if *is_open {
                    <TextField lines=true label="Note" label_hidden={true} value={note.text.to_string()} {on_done} />
                } else {
                    <p class="piece-text">{ note.text.to_string() }</p>
                }
                <p class="piece-about">
                    { note.kind.word() }
                    { " · " }
                    { Button::new("Make a factor", does(make_factor)).class("quiet link").view() }
                    { " · " }
                    { Button::new("Make an action", does(make_action)).class("quiet link").view() }
                </p>
            </div>
            <span class="ref-tools">
                { Button::new("Change this note", toggle).class("quiet small").pressed(*is_open).glyph(EDIT).view() }
                { Button::new("Delete this note", does(delete)).class("quiet small").glyph(REMOVE).view() }
            </span>
        </li>
    }
}

/// The words as one line, and whether that is all there is to them.
fn statement(note: &Note) -> Option<(Label, bool)> {
    let label = tidy(note.text.as_str())?;
    let is_whole = label.as_str() == note.text.as_str();
    Some((label, is_whole))
}

fn make_factor(desk: &Desk, note: &Note) {
    let Some((label, is_whole)) = statement(note) else {
        return;
    };
    let mut factor = Factor::new(random::id(), label);
    if !is_whole {
        factor.note = Some(note.text.clone());
    }
    let id = factor.id.clone();
    let add = FactorCommand::Add(Box::new(factor));
    become_one(desk, note, add.into(), Selectable::Factor(id));
}

fn make_action(desk: &Desk, note: &Note) {
    let Some(action) = Action::of_note(random::id(), note) else {
        return;
    };
    let id = action.id.clone();
    let add = ActionCommand::Add(Box::new(action));
    become_one(desk, note, add.into(), Selectable::Action(id));
}

fn become_one(desk: &Desk, note: &Note, add: Command, then: Selectable) {
    let remove = NoteCommand::Remove(note.id.clone()).into();
    desk.act_all(vec![add, remove], Some(vec![then]));
}

fn delete(desk: &Desk, note: &Note) {
    if desk.act(NoteCommand::Remove(note.id.clone())) {
        desk.say("Deleted the note.", true);
    }
}
