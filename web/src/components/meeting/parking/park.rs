//! Putting a remedy in the parking lot.

use whyweb_core::{
    command::{Command, FactorCommand, NoteCommand},
    document::Selectable,
    model::{FactorId, Note, NoteKind, Subject, Text},
};

use crate::{acts::Here, drafts, platform::random, state::Desk};

/// Parks words about something; tells why they cannot be.
pub fn park_words(desk: &Desk, about: Subject, words: &str) -> Result<(), String> {
    let text = drafts::text(words)?;
    if desk.act(added(text, about)) {
        desk.say("Parked until you come to actions.", true);
    }
    Ok(())
}

/// Parks a card that says a remedy: its words wait, about what it was a cause of, and the card goes.
pub fn park_card(here: &Here) {
    let snapshot = &here.shown;
    let card = here
        .ui
        .factor()
        .and_then(|id| snapshot.incident.factors.get(id));
    let Some(factor) = card else { return };
    if !snapshot.graph.causes(&factor.id).is_empty() {
        return here.desk.warn(
            "This card has causes on the map, so it is more than a remedy. Press Y to park words \
             about it instead.",
        );
    }
    let Ok(text) = Text::new(factor.statement.as_str()) else {
        return;
    };
    let effects = snapshot.graph.effects(&factor.id);
    let effect: Option<FactorId> = effects.first().map(|(effect, _)| (*effect).clone());
    let about = effect.clone().map_or(Subject::Incident, Subject::Factor);
    let commands = vec![
        added(text, about),
        FactorCommand::Remove(factor.id.clone()).into(),
    ];
    let then = effect.map(Selectable::Factor).into_iter().collect();
    if here.desk.act_all(commands, Some(then)) {
        here.desk.say(
            "Parked until you come to actions; the card is off the map.",
            true,
        );
    }
}

fn added(text: Text, about: Subject) -> Command {
    NoteCommand::Add(Note {
        id: random::id(),
        kind: NoteKind::ParkingLot,
        text,
        about,
        order: 0,
    })
    .into()
}
