//! The three phases in the bar: which one is open, its clock, and how many remedies are parked.

use whyweb_core::{
    command::{ClockCommand, Command, IncidentCommand},
    model::{Incident, Phase},
};
use yew::prelude::*;

use super::{clock::ClockView, meet::beside, parking};
use crate::{
    components::primitives::Button,
    platform::clock,
    state::{Board, Desk, Shown, UiAction, UiContext, use_desk, use_shown, use_ui},
};

/// Opens a phase. What the one before has taken is written down with it.
pub fn open(desk: &Desk, phase: Phase) {
    if desk.snapshot().incident.phase == phase {
        return;
    }
    let book = clock::moment().map(|now| Command::from(ClockCommand::Book(now)));
    let open = Command::from(IncidentCommand::SetPhase(phase));
    desk.act_all(book.into_iter().chain([open]).collect(), None);
}

/// Opens the phase so many places on, where there is one.
pub fn step(desk: &Desk, steps: isize) {
    if let Some(phase) = beside(desk.snapshot().incident.phase, steps) {
        open(desk, phase);
    }
}

/// What the bar calls a phase.
pub fn name(phase: Phase) -> &'static str {
    match phase {
        Phase::Facts => "Facts",
        Phase::Causes => "Causes",
        Phase::Actions => "Actions",
    }
}

/// What a phase is for.
fn purpose(phase: Phase) -> &'static str {
    match phase {
        Phase::Facts => "what happened",
        Phase::Causes => "what contributed to it",
        Phase::Actions => "what to change",
    }
}

/// What a phase opens at the foot of the map. Causes needs all the room there is.
pub fn board_of(phase: Phase) -> Option<Board> {
    match phase {
        Phase::Facts => Some(Board::Timeline),
        Phase::Causes => None,
        Phase::Actions => Some(Board::Actions),
    }
}

/// The phases in the bar.
#[component]
pub fn Phases() -> Html {
    let (desk, shown, ui) = (use_desk(), use_shown(), use_ui());
    use_following(&shown, &ui);
    let open = shown.incident.phase;
    let parked = parking::parked(&shown.incident).len();
    let enter_parking = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Enter(Board::Parking)))
    };
    html! {
        <nav class="phases" aria-label="Phases">
            <ol class="phases-list">{ for Phase::ALL.map(|phase| word(phase, open, &desk, &ui)) }</ol>
            <span class="heard-only" role="status">{ format!("{}: {}", name(open), purpose(open)) }</span>
            <ClockView />
            if parked > 0 {
                { Button::new(format!("Parking lot: {}", parking::counted(parked)), enter_parking).key("Y").class("quiet parked-count").shows(html! { <>{ "Parked " }<b>{ parked }</b></> }).view() }
            }
        </nav>
    }
}

fn word(phase: Phase, open: Phase, desk: &Desk, ui: &UiContext) -> Html {
    let (name, purpose) = (name(phase), purpose(phase));
    let is_open = phase == open;
    let onclick = {
        let (desk, ui) = (desk.clone(), ui.dispatcher());
        Callback::from(move |_: MouseEvent| {
            if is_open {
                ui.dispatch(UiAction::Board(board_of(phase)));
            } else {
                self::open(&desk, phase);
            }
        })
    };
    let keys = [(-1, ","), (1, ".")];
    let key = keys
        .into_iter()
        .find(|(steps, _)| beside(open, *steps) == Some(phase));
    let title = match key {
        Some((_, key)) => format!("{name}: {purpose} ({key})"),
        None => format!("{name}: {purpose}"),
    };
    html! {
        <li key={name}>
            <button type="button" class="phase" aria-current={is_open.then_some("step")} {title} {onclick}>{ name }</button>
        </li>
    }
}

/// Opens what fits a phase whenever another is opened, here or by somebody else; and when an incident
/// is opened in the middle of a meeting. A new incident begins with the ground rules.
#[hook]
fn use_following(shown: &Shown, ui: &UiContext) {
    let has_begun = use_mut_ref(bool::default);
    let (shown, ui) = (shown.clone(), ui.clone());
    use_effect_with(shown.incident.phase, move |phase| {
        let is_another = std::mem::replace(&mut *has_begun.borrow_mut(), true);
        let incident = &shown.incident;
        if is_another || incident.clock.has_begun() {
            ui.dispatch(UiAction::Board(board_of(*phase)));
        } else if is_new(incident) && ui.draft.is_none() {
            ui.dispatch(UiAction::Rules(true));
        }
    });
}

/// Whether nobody has done more than say what happened.
fn is_new(incident: &Incident) -> bool {
    let is_small = incident.factors.len() <= 1 && incident.actions.is_empty();
    is_small && incident.phase == Phase::Facts && incident.notes.is_empty()
}
