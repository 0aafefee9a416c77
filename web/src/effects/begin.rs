//! Beginning an incident.

use whyweb_core::{
    command::FactorCommand,
    document::{Selectable, Selected},
    engine::{Engine, Gesture},
    model::{Factor, Incident, Label, Role},
};

use super::library;
use crate::platform::random;

/// A new incident with this outcome. The answer is an edit like any other: undo takes it back.
pub fn with_outcome(statement: Label) -> Engine {
    let outcome = Factor {
        role: Role::Outcome,
        ..Factor::new(random::id(), statement)
    };
    let selected = Selected {
        before: Vec::new(),
        after: vec![Selectable::Factor(outcome.id.clone())],
    };
    let commands = vec![FactorCommand::Add(Box::new(outcome)).into()];
    let mut engine = library::begin(&Incident::new(random::id()));
    let answered = engine.dispatch(Gesture { commands, selected });
    debug_assert!(answered.is_ok(), "an empty incident refuses no factor");
    engine
}
