//! What goes on in the background of a round: an open one is said above the map, and when one is
//! revealed, by whomever, this device writes its own part down.

use whyweb_core::{
    command::RoundCommand,
    model::{FactorId, Moment, Round, RoundKind},
};
use yew::prelude::*;

use super::{silent, votes};
use crate::{
    components::primitives::Button,
    platform::{clock, style},
    state::{Desk, Dialog, Shown, UiAction, UiContext},
};

/// The line above the map while a round is open.
pub fn gathering(desk: &Desk, shown: &Shown, ui: &UiContext) -> Html {
    let rounds = &shown.incident.rounds;
    if rounds.is_empty() {
        return html! {};
    }
    style::dress(include_str!("../../../styles/rounds.css"));
    let line = |round: &Round| {
        let (words, does, dialog) = match round.id {
            RoundKind::Silent => (
                "A silent round is open.",
                "Write your notes",
                Dialog::Silent,
            ),
            RoundKind::Votes => ("Votes are open.", "Put your dots", Dialog::Votes),
        };
        let ui = ui.dispatcher();
        let open = Callback::from(move |()| ui.dispatch(UiAction::Open(dialog.clone())));
        html! {
            <p class="round-line" key={round.id.word()}>
                <span>{ words }</span>{ Button::new(does, open).class("small").view() }
            </p>
        }
    };
    let open = rounds.values().filter(|round| !round.revealed);
    let revealed: Vec<Round> = rounds
        .values()
        .filter(|round| round.revealed)
        .map(|round| Round::clone(round))
        .collect();
    html! {
        <>
            <Publishing desk={desk.clone()} {revealed} />
            <div class="round-lines" role="status">{ for open.map(|round| line(round)) }</div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct PublishingProps {
    desk: Desk,
    revealed: Vec<Round>,
}

/// Writes down what this device gathered, as soon as a round is revealed.
#[component]
fn Publishing(props: &PublishingProps) -> Html {
    let desk = props.desk.clone();
    use_effect_with(props.revealed.clone(), move |revealed| {
        for round in revealed {
            let said = match round.id {
                RoundKind::Silent => match silent::publish(&desk) {
                    0 => None,
                    1 => Some("Your note is on the map, without your name.".to_owned()),
                    many => Some(format!(
                        "Your {many} notes are on the map, without your name."
                    )),
                },
                RoundKind::Votes => match votes::publish(&desk, round) {
                    0 => None,
                    many => Some(format!("Your dots are shown, without your name: {many}.")),
                },
            };
            if let Some(words) = said {
                desk.say(words, false);
            }
        }
    });
    html! {}
}

/// Opens a round.
pub fn opening(desk: &Desk, id: RoundKind, about: Option<FactorId>, dots: u32) -> Callback<()> {
    let desk = desk.clone();
    Callback::from(move |()| {
        let now = i64::try_from(clock::now()).ok();
        let Some(opened) = now.and_then(Moment::from_unix_millis) else {
            desk.warn("The clock of this device is not set");
            return;
        };
        desk.act(RoundCommand::Open(Round {
            id,
            revealed: false,
            opened,
            about: about.clone(),
            turn: 0,
            dots,
        }));
    })
}

/// Shows everybody's part of a round.
pub fn revealing(desk: &Desk, id: RoundKind) -> Callback<()> {
    desk.doing(move |()| RoundCommand::Reveal(id))
}
