//! What a person can do with the incident as a whole.

use crate::model::{Density, Incident, Label, Phase, Text, When};

use super::{Head, Plan, Refusal, Write};

/// A change to the incident's own fields.
#[derive(Debug, Clone, PartialEq)]
pub enum IncidentCommand {
    /// Calls it something, or nothing.
    SetTitle(Option<Label>),
    /// Says when it happened.
    SetDate(Option<When>),
    /// Says what happened.
    SetSummary(Option<Text>),
    /// Opens another phase.
    SetPhase(Phase),
    /// Words the ground rules; without words the usual ones hold.
    SetRules(Option<Text>),
    /// Draws the map closer together or with more room.
    SetDensity(Density),
    /// Lets known times tell how far along the map cards stand, or no longer.
    SetByTime(bool),
}

pub(super) fn plan(command: &IncidentCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use IncidentCommand as C;
    let old = Head::of(incident);
    let mut head = old.clone();
    match command {
        C::SetTitle(title) => head.title.clone_from(title),
        C::SetDate(date) => head.date = *date,
        C::SetSummary(summary) => head.summary.clone_from(summary),
        C::SetPhase(phase) => head.phase = *phase,
        C::SetRules(rules) => head.rules.clone_from(rules),
        C::SetDensity(density) => head.density = *density,
        C::SetByTime(by_time) => head.by_time = *by_time,
    }
    if head == old {
        Err(Refusal::NothingToChange)
    } else {
        Ok(vec![Write::Head(head)])
    }
}
