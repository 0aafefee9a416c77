//! What a person can do with notes, the parking lot among them.

use crate::model::{Incident, Note, NoteId, NoteKind, Subject, Text};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order, subject_exists};

/// The most notes an incident holds.
pub const MOST_NOTES: usize = 100_000;

/// A change to a note.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteCommand {
    /// Adds one; its `order` is ignored.
    Add(Note),
    /// Says it in other words.
    SetText(NoteId, Text),
    /// Keeps it elsewhere.
    SetKind(NoteId, NoteKind),
    /// Says what it is about.
    SetAbout(NoteId, Subject),
    /// Takes it out.
    Remove(NoteId),
}

pub(super) fn plan(command: &NoteCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use NoteCommand as C;
    let get = |id: &NoteId| find(&incident.notes, id, PartId::Note);
    match command {
        C::Add(note) => {
            free(&incident.notes, &note.id, PartId::Note, MOST_NOTES)?;
            subject_exists(&note.about, incident)?;
            let order = part_order(incident.notes.values().map(|n| n.order));
            Ok(vec![Write::Note(Note {
                order,
                ..note.clone()
            })])
        }
        C::SetText(id, text) => changed(get(id)?, |n| n.text = text.clone(), Write::Note),
        C::SetKind(id, kind) => changed(get(id)?, |n| n.kind = *kind, Write::Note),
        C::SetAbout(id, about) => {
            subject_exists(about, incident)?;
            changed(get(id)?, |n| n.about = about.clone(), Write::Note)
        }
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Note(id.clone()))])
        }
    }
}

/// Keeps all notes about something that goes, as notes about the incident: words are not lost.
pub(super) fn removals(subject: &Subject, incident: &Incident) -> Plan {
    moves(subject, &Subject::Incident, incident)
}

/// Makes all notes about one thing notes about another.
pub(super) fn moves(from: &Subject, to: &Subject, incident: &Incident) -> Plan {
    let about = incident.notes.values().filter(|note| note.about == *from);
    about
        .map(|note| {
            Write::Note(Note {
                about: to.clone(),
                ..Note::clone(note)
            })
        })
        .collect()
}
