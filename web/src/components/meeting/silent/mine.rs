//! The notes of this person, on this device only until the round is revealed.

use whyweb_core::{
    command::{SilentNote, note_plans},
    model::{FactorId, Incident, IncidentId, Label, Round, RoundKind},
};

use crate::{components::meeting::device, platform::random, state::Desk};

/// The most notes kept here; those of a whole team's files fit in.
pub const MOST: usize = 500;

/// The name under which they are stored.
fn name(incident: &IncidentId) -> String {
    format!("silent.{incident}")
}

/// The notes as they are stored; what cannot be read is none.
pub fn stored(incident: &IncidentId) -> Vec<SilentNote> {
    let records = device::read(&name(incident));
    let notes = records.iter().filter_map(|units| {
        let [id, statement] = units.as_slice() else {
            return None;
        };
        Some(SilentNote {
            id: id.parse().ok()?,
            statement: Label::new(statement).ok()?,
        })
    });
    notes.take(MOST).collect()
}

/// Stores notes in place of those before; tells whether they are stored.
pub fn store(incident: &IncidentId, notes: &[SilentNote]) -> bool {
    let records = notes
        .iter()
        .map(|note| vec![note.id.to_string(), note.statement.to_string()]);
    device::write(&name(incident), records)
}

/// A note with these words. Its identity is dated as the round is, whenever it was written.
pub fn note(statement: Label, round: &Round) -> SilentNote {
    let opened = u64::try_from(round.opened.unix_millis()).unwrap_or_default();
    SilentNote {
        id: random::id_at(opened),
        statement,
    }
}

/// Whether a factor was a note of this round: its identity, a UUID, begins with the round's moment.
pub fn is_of(round: &Round, factor: &FactorId) -> bool {
    let opened = format!("{:012x}", round.opened.unix_millis());
    let dated = factor.as_str().replacen('-', "", 1);
    dated.starts_with(&opened)
}

/// The silent round, where there is one.
pub fn round(incident: &Incident) -> Option<&Round> {
    incident.rounds.get(RoundKind::Silent).map(AsRef::as_ref)
}

/// Writes this device's notes down with everybody's, without a name; tells how many. They are kept
/// here no longer.
pub fn publish(desk: &Desk) -> usize {
    let snapshot = desk.snapshot();
    let incident = &snapshot.incident;
    let mut notes = stored(&incident.id);
    device::forget(&name(&incident.id));
    // Not in the order they were written in.
    notes.sort_by(|a, b| a.id.cmp(&b.id));
    desk.reveal(note_plans(&notes, incident))
}
