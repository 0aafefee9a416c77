//! The window: opening the votes, putting one's dots, showing everybody's.

use whyweb_core::{
    command::RoundCommand,
    model::{Round, RoundKind},
};
use yew::prelude::*;

use super::{ballot::BallotPaper, result::VotesResult};
use crate::{
    components::{
        meeting::gathering::{opening, revealing},
        primitives::{Button, Modal, SelectField},
    },
    hooks::use_value,
    platform::style,
    state::{Desk, use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    style::dress(include_str!("../../../../styles/rounds.css"));
    let (desk, shown) = (use_desk(), use_shown());
    let dots = use_value(Round::USUAL_DOTS);
    let round = shown.incident.rounds.get(RoundKind::Votes);
    let (purpose, body) = match round {
        None => (
            "Each puts a few dots on what could be changed and on what changing would matter. All are shown together, without names.",
            to_open(
                &desk,
                &dots,
                !shown.incident.ballots.is_empty(),
                &props.on_close,
            ),
        ),
        Some(round) if !round.revealed => (
            "Put your dots. Only you see them, on this device, until the votes are shown.",
            html! {
                <>
                    <BallotPaper round={Round::clone(round)} />
                    <div class="form-foot">
                        { Button::new("Close without showing", closing(&desk)).view() }
                        { Button::new("Show everybody’s dots", revealing(&desk, RoundKind::Votes)).primary().view() }
                    </div>
                </>
            },
        ),
        Some(_) => (
            "Everybody’s dots, without names. Choose a line to go to what it is about.",
            html! {
                <>
                    <VotesResult on_close={props.on_close.clone()} />
                    <div class="form-foot">{ Button::new("End the votes", closing(&desk)).primary().view() }</div>
                </>
            },
        ),
    };
    html! {
        <Modal title="Votes" {purpose} class="rounds" on_close={props.on_close.clone()}>{ body }</Modal>
    }
}

fn to_open(
    desk: &Desk,
    dots: &UseStateHandle<u32>,
    has_former: bool,
    on_close: &Callback<()>,
) -> Html {
    let numbers = || Round::FEWEST_DOTS..=Round::MOST_DOTS;
    let choose = {
        let dots = dots.setter();
        Callback::from(move |place| dots.set(numbers().nth(place).unwrap_or(Round::USUAL_DOTS)))
    };
    let chosen = numbers()
        .position(|number| number == **dots)
        .unwrap_or_default();
    let options = numbers().map(|number| AttrValue::from(number.to_string()));
    html! {
        <>
            if has_former { <VotesResult on_close={on_close.clone()} /> }
            <div class="round-options">
                { SelectField::new("Dots of each kind for each person", options.collect(), chosen, choose).view() }
            </div>
            if has_former { <p class="hint">{ "New votes take the dots above away." }</p> }
            <div class="form-foot">
                { Button::new("Open the votes", opening(desk, RoundKind::Votes, None, **dots)).primary().view() }
            </div>
        </>
    }
}

fn closing(desk: &Desk) -> Callback<()> {
    desk.doing(|()| RoundCommand::Close(RoundKind::Votes))
}
