//! The parking lot: remedies spoken too early are written down and held back, each about the factor it
//! would help with, until the team comes to actions.

mod list;
mod park;

use std::sync::Arc;

use whyweb_core::model::{Incident, Note, NoteKind, Subject};
use yew::prelude::*;

pub use list::list;
pub use park::{park_card, park_words};

use super::board::Content;
use crate::components::{ask::Picks, primitives::AddField};

/// The parked remedies, by their turn.
pub fn parked(incident: &Incident) -> Vec<&Arc<Note>> {
    let notes = incident.notes_in_order().into_iter();
    notes
        .filter(|note| note.kind == NoteKind::ParkingLot)
        .collect()
}

/// How many remedies there are.
pub fn counted(count: usize) -> String {
    match count {
        1 => "1 remedy".to_owned(),
        count => format!("{count} remedies"),
    }
}

/// The board.
pub fn parking(picks: &Picks) -> Content {
    let body = html! { <div class="parking-board">{ lot(picks) }</div> };
    let hint = "Remedies spoken early wait here for Actions. ⇧P parks the selected card, Ctrl+Enter what you type.";
    Content {
        title: "Parking lot",
        hint: hint.into(),
        tools: html! {},
        body,
    }
}

/// The list, and the line that parks one about what is selected.
pub fn lot(picks: &Picks) -> Html {
    let incident = &picks.shown.incident;
    let factor = picks.ui.factor().and_then(|id| incident.factors.get(id));
    let (label, about) = match factor {
        Some(factor) => (
            format!("Park a remedy for “{}”", factor.statement),
            Subject::Factor(factor.id.clone()),
        ),
        None => ("Park a remedy".to_owned(), Subject::Incident),
    };
    let on_add = {
        let desk = picks.desk.clone();
        Callback::from(move |typed: String| park_words(&desk, about.clone(), &typed))
    };
    html! {
        <>
            { list(picks) }
            <AddField {label} {on_add} />
        </>
    }
}
