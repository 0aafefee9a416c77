//! How the causes of a factor combine.

use std::sync::Arc;

use whyweb_core::{
    command::FactorCommand,
    model::{Factor, Join},
};
use yew::prelude::*;

use crate::{
    components::primitives::{Choice, Segmented},
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct JoinProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// How the causes of a factor combine.
#[component]
pub fn JoinChoice(props: &JoinProps) -> Html {
    let desk = use_desk();
    let id = props.factor.id.clone();
    let on_choose = desk.doing(move |place: usize| {
        let join = Join::ALL.get(place).copied().unwrap_or_default();
        FactorCommand::SetJoin(id.clone(), join)
    });
    html! {
        <Segmented
            label="Were all of these needed, or would any one have sufficed?"
            class="joins"
            choices={Join::ALL.into_iter().map(choice).collect::<Vec<_>>()}
            chosen={Join::ALL.iter().position(|join| *join == props.factor.join)}
            {on_choose}
        />
    }
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
        hint: Some(hint.into()),
        ..Choice::of(word)
    }
}
