//! How the causes of a factor combine.

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, Join},
};
use yew::prelude::*;

use crate::{
    components::primitives::{Choice, OneOf},
    state::Desk,
};

/// How the causes of a factor combine.
pub fn join_choice(factor: &Factor, desk: &Desk) -> Html {
    let id = factor.id.clone();
    let on_choose = desk.doing(move |place: usize| {
        let join = Join::ALL.get(place).copied().unwrap_or_default();
        FactorCommand::SetJoin(id.clone(), join)
    });
    OneOf::new(
        "Were all of these needed, or would any one have sufficed?",
        Join::ALL.into_iter().map(choice).collect::<Vec<_>>(),
        Join::ALL.iter().position(|join| *join == factor.join),
        on_choose,
    )
    .class("joins")
    .segmented()
}

fn choice(join: Join) -> Choice {
    let (word, hint) = match join {
        Join::Unknown => ("Unknown", "Nobody has said yet"),
        Join::All => (
            "All needed",
            "Without any one of them it would not have been so",
        ),
        Join::Any => ("Any sufficed", "Each alone would have been enough"),
    };
    Choice {
        hint: Some(hint),
        ..Choice::of(word)
    }
}
