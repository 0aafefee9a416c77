//! What can be done with what the coach says.

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, FactorId, Label},
    wording::Finding,
};

use super::said;
use crate::{
    acts::Here,
    components::room::COACH_OFF,
    platform::preference,
    state::{Desk, UiAction, UiContext},
};

/// Something to do with what the coach says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoachAct {
    /// Takes the first suggestion for the card.
    Take,
    /// Dismisses the first thing it says of the card.
    Dismiss,
    /// Selects the next card that is marked, and opens the details that say why.
    Next,
    /// Silences it on this device, or has it speak again.
    Switch,
}

/// Does it.
pub fn perform(here: &Here, act: CoachAct) {
    match act {
        CoachAct::Take => take_first(here),
        CoachAct::Dismiss => dismiss_first(here),
        CoachAct::Next => next(here),
        CoachAct::Switch => switch(&here.desk, &here.ui),
    }
}

/// Says the factor in the words suggested.
pub fn take(desk: &Desk, factor: &FactorId, suggestion: &Label) {
    let reword = FactorCommand::Reword {
        id: factor.clone(),
        statement: suggestion.clone(),
    };
    if desk.act(reword) {
        desk.say(format!("Now says: “{suggestion}”"), true);
    }
}

/// Has the rule say nothing of the factor any more, on this device and every other.
pub fn dismiss(desk: &Desk, factor: &FactorId, finding: &Finding) {
    let Ok(rule) = finding.rule.parse() else {
        return;
    };
    if desk.act(FactorCommand::Dismiss(factor.clone(), rule)) {
        let what = finding.title.to_lowercase();
        desk.say(format!("Dismissed for this card: {what}."), true);
    }
}

/// Silences the coach, or has it speak again.
pub fn switch(desk: &Desk, ui: &UiContext) {
    let on = ui.coach_off;
    preference::set_flag(COACH_OFF, !on);
    ui.dispatch(UiAction::Coach(on));
    desk.say(
        if on {
            "The wording coach is on."
        } else {
            "The wording coach is off on this device. The list of commands (Ctrl+K) has it back."
        },
        false,
    );
}

/// The card chosen and what is said of it first.
fn chosen(here: &Here) -> Option<(&Factor, Option<Finding>)> {
    let incident = &here.shown.incident;
    let factor = incident.factors.get(here.ui.factor()?)?;
    let said = (!here.ui.coach_off).then(|| said::of_factor(factor, incident));
    Some((factor, said.and_then(said::first)))
}

fn take_first(here: &Here) {
    let Some((factor, said)) = chosen(here) else {
        return;
    };
    let suggestions = said.map(|finding| finding.suggestions);
    match suggestions.unwrap_or_default().first() {
        Some(suggestion) => take(&here.desk, &factor.id, suggestion),
        None => here.desk.say(
            "The coach has a question here and no words of its own. The details (D) show it.",
            false,
        ),
    }
}

fn dismiss_first(here: &Here) {
    let Some((factor, said)) = chosen(here) else {
        return;
    };
    match said {
        Some(finding) => dismiss(&here.desk, &factor.id, &finding),
        None => here
            .desk
            .say("The coach says nothing about this card.", false),
    }
}

fn next(here: &Here) {
    let worded = &here.ui.worded;
    let cards = here.shown.incident.factors_in_order();
    let marked: Vec<&FactorId> = cards
        .iter()
        .map(|factor| &factor.id)
        .filter(|id| worded.contains(*id))
        .collect();
    let at = here.ui.factor();
    let at = at.and_then(|at| marked.iter().position(|id| *id == at));
    let after = at.map_or(0, |at| at + 1);
    if let Some(next) = marked.get(after).or(marked.first()) {
        here.desk.select_factor(next);
        here.ui.dispatch(UiAction::Details(true));
    }
}
