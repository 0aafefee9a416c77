//! Where one's own dots are put: everything one can vote on, with as many dots of each kind as lie there.

use whyweb_core::model::{Choice, Incident, Role, Round, VoteKind};
use yew::prelude::*;

use super::dots::Dots;
use crate::{
    components::{meeting::device::STORES_NOTHING, primitives::Button},
    hooks::use_value,
    state::use_shown,
};

#[derive(Properties, PartialEq)]
pub struct BallotProps {
    /// The open round.
    pub round: Round,
}

/// The dots of this person.
#[component]
pub fn BallotPaper(props: &BallotProps) -> Html {
    let shown = use_shown();
    let round = &props.round;
    let dots = use_value(Dots::stored(&shown.incident, round));
    let is_stored = use_value(true);
    let put = {
        let (dots, is_stored) = (dots.clone(), is_stored.setter());
        let (round, shown) = (round.clone(), shown.clone());
        Callback::from(move |(kind, choice, more): (VoteKind, Choice, bool)| {
            let moved = dots.moved(kind, &choice, more, &round);
            is_stored.set(moved.store(&shown.incident, &round));
            dots.set(moved);
        })
    };
    let left =
        VoteKind::ALL.map(|kind| format!("{} for “{}”", dots.left(kind, round), kind.word()));
    let choices = choices(&shown.incident);
    let row = |(choice, words): &(Choice, String)| {
        html! {
            <tr key={words.as_str()}>
                <th scope="row">{ words }</th>
                { for VoteKind::ALL.into_iter().map(|kind| cell(kind, choice, words, &dots, round, &put)) }
            </tr>
        }
    };
    html! {
        <>
            <p role="status">{ format!("Left: {}.", left.join(", ")) }</p>
            if !*is_stored { <p class="field-error" role="alert">{ STORES_NOTHING }</p> }
            <div class="votes-scroll" tabindex="0" role="region" aria-label="What to vote on">
                <table class="votes">
                    <thead><tr><th scope="col">{ "What" }</th>{ for VoteKind::ALL.map(|kind| html! { <th scope="col">{ kind.word() }</th> }) }</tr></thead>
                    <tbody>{ for choices.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn cell(
    kind: VoteKind,
    choice: &Choice,
    words: &str,
    dots: &Dots,
    round: &Round,
    put: &Callback<(VoteKind, Choice, bool)>,
) -> Html {
    let on = dots.on(kind, choice);
    let drawn: String = (0..on).map(|_| '●').collect();
    let doing = |more| {
        let (put, choice) = (put.clone(), choice.clone());
        Callback::from(move |()| put.emit((kind, choice.clone(), more)))
    };
    let called = |does: &str| format!("{does} {}: {words}", kind.word());
    html! {
        <td class="dots-cell">
            { Button::new(called("A dot less for"), doing(false)).class("quiet small").disabled(on == 0).says("−").view() }
            <span class="dots" role="img" aria-label={format!("{on} for {}", kind.word())}>{ drawn }</span>
            { Button::new(called("A dot for"), doing(true)).class("quiet small").disabled(dots.left(kind, round) == 0).says("+").view() }
        </td>
    }
}

/// What one can vote on: what somebody could change, then what the team will do.
fn choices(incident: &Incident) -> Vec<(Choice, String)> {
    let factors = incident
        .factors_in_order()
        .into_iter()
        .filter(|factor| matches!(factor.role, Role::Event | Role::Condition) && !factor.given);
    let factors = factors.map(|f| (Choice::Factor(f.id.clone()), f.statement.to_string()));
    let actions = incident.actions_in_order().into_iter();
    let actions = actions.map(|action| {
        let words = format!("{} {}", action.kind.word(), action.statement);
        (Choice::Action(action.id.clone()), words)
    });
    factors.chain(actions).collect()
}
