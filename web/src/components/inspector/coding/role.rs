//! The role of one factor or of several.

use std::sync::Arc;

use whyweb_core::{
    command::{Command, FactorCommand, Refusal, plan_all},
    model::{Factor, Incident, Role},
    scene::Icon,
};
use yew::prelude::*;

use super::shared;
use crate::{
    components::inspector::parts::Details,
    components::primitives::{Button, Choice, OneOf},
    drafts::sentence,
};

/// A card with nothing about it: a condition has no icon on the map.
const PLAIN: &str = "M2.5 5.5a1.5 1.5 0 0 1 1.5-1.5h8a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H4a1.5 1.5 0 0 1-1.5-1.5z";

/// A role that was wanted and would break links.
#[derive(Debug, Clone, PartialEq)]
struct Refused {
    role: Role,
    why: String,
    /// Whether turning the links would make it fit.
    can_turn: bool,
}

/// The role of one factor or of several.
#[hook]
pub fn use_role_choice(factors: &[Arc<Factor>], details: &Details) -> Html {
    let Details { desk, shown, .. } = details;
    let refused = use_state_eq(|| None::<Refused>);
    {
        // An answer from before is no answer to how things stand now.
        let refused = refused.setter();
        use_effect_with(shown.revision, move |_| refused.set(None));
    }
    let on_choose = {
        let (desk, shown, refused) = (desk.clone(), shown.clone(), refused.setter());
        let factors = factors.to_vec();
        Callback::from(move |place: usize| {
            let Some(role) = Role::ALL.get(place).copied() else {
                return;
            };
            let commands = commands(&factors, role, false);
            match plan_all(&commands, &shown.incident) {
                Err(Refusal::RoleBreaksLinks(_)) => {
                    refused.set(Some(refusal(&factors, role, &shown.incident)));
                }
                _ => {
                    desk.act_all(commands, None);
                }
            }
        })
    };
    let turn = {
        let (desk, factors) = (desk.clone(), factors.to_vec());
        Callback::from(move |role| {
            desk.act_all(commands(&factors, role, true), None);
        })
    };
    let leave = {
        let refused = refused.setter();
        Callback::from(move |()| refused.set(None))
    };
    let role = shared(factors, |factor| factor.role);
    html! {
        <>
            { OneOf::new("Role", Role::ALL.into_iter().map(choice).collect::<Vec<_>>(), role.and_then(|role| Role::ALL.iter().position(|other| *other == role)), on_choose).class("roles").segmented() }
            if let Some(refused) = &*refused { { offer(refused, &turn, leave) } }
        </>
    }
}

fn choice(role: Role) -> Choice {
    let hint = match role {
        Role::Outcome => "The harm or impact",
        Role::Event => "Happened at a time",
        Role::Condition => "Was so",
        Role::Safeguard => "Held: kept it from being worse by design",
        Role::Luck => "Held by chance",
    };
    Choice {
        hint: Some(hint),
        icon: Some(Icon::of_role(role).map_or(PLAIN, Icon::path)),
        ..Choice::of(role.word())
    }
}

fn commands(factors: &[Arc<Factor>], role: Role, turn_links: bool) -> Vec<Command> {
    let set = |factor: &Arc<Factor>| {
        FactorCommand::SetRole {
            id: factor.id.clone(),
            role,
            turn_links,
        }
        .into()
    };
    factors.iter().map(set).collect()
}

fn refusal(factors: &[Arc<Factor>], role: Role, incident: &Incident) -> Refused {
    let can_turn = plan_all(&commands(factors, role, true), incident).is_ok();
    let word = role.word();
    let why = match (can_turn, role.holds_back()) {
        (true, true) => sentence(format!(
            "as {} {word}, its links would say that it held something back, not that it \
             contributed",
            article(role)
        )),
        (true, false) => sentence(format!(
            "as {} {word}, its links would say that it contributed, not that it held something \
             back",
            article(role)
        )),
        (false, _) => sentence(format!(
            "{} {word} has no causes on the map, and this has some: remove those links first, \
             and say why it held in the note",
            article(role)
        )),
    };
    Refused {
        role,
        why,
        can_turn,
    }
}

fn article(role: Role) -> &'static str {
    match role {
        Role::Outcome | Role::Event => "an",
        Role::Condition | Role::Safeguard => "a",
        Role::Luck => "a stroke of",
    }
}

fn offer(refused: &Refused, turn: &Callback<Role>, leave: Callback<()>) -> Html {
    let role = refused.role;
    let turned = if role.holds_back() {
        "Turn its links into “held back”"
    } else {
        "Turn its links into “contributed to”"
    };
    html! {
        <div class="offer" role="alert">
            <p>{ &refused.why }</p>
            <div class="offer-foot">
                if refused.can_turn { { Button::new(turned, turn.reform(move |()| role)).view() } }
                { Button::new("Leave it", leave).class("quiet").view() }
            </div>
        </div>
    }
}
