//! The actions that address a factor or a link.

use std::{collections::BTreeSet, sync::Arc};

use whyweb_core::{
    command::ActionCommand,
    model::{Action, Incident, Phase, Target},
};
use yew::prelude::*;

use super::action_line;
use crate::{
    components::{
        inspector::parts::{Details, section},
        primitives::{AddField, Button, SelectField, glyph::REMOVE},
    },
    drafts,
    platform::random,
};

/// Whether it is too early for actions: remedies wait in the parking lot while the team finds out what
/// happened, unless some action is there already.
pub fn waits_for_actions(incident: &Incident) -> bool {
    incident.phase == Phase::Facts && incident.actions.is_empty()
}

/// The actions that address something.
pub fn addressed_by(target: &Target, details: &Details) -> Html {
    let desk = &details.desk;
    let incident = &details.shown.incident;
    if waits_for_actions(incident) {
        return html! {};
    }
    let actions = incident.actions_in_order();
    let (addressing, others): (Vec<_>, Vec<_>) = actions
        .into_iter()
        .cloned()
        .partition(|action| action.addresses.contains(target));
    let on_add = {
        let target = target.clone();
        desk.taking(drafts::label, move |statement| {
            let addresses = BTreeSet::from([target.clone()]);
            let action = Action::new(random::id(), statement);
            ActionCommand::Add(Box::new(Action {
                addresses,
                ..action
            }))
        })
    };
    let release = |action: &Arc<Action>| {
        let (id, target) = (action.id.clone(), target.clone());
        desk.doing(move |()| ActionCommand::Release(id.clone(), target.clone()))
    };
    let options: Vec<AttrValue> = ["Choose an action there is…".into()]
        .into_iter()
        .chain(
            others
                .iter()
                .map(|action| action.statement.to_string().into()),
        )
        .collect();
    let is_alone = others.is_empty();
    let on_choose = {
        let (desk, target) = (desk.clone(), target.clone());
        Callback::from(move |place: usize| {
            if let Some(action) = place.checked_sub(1).and_then(|place| others.get(place)) {
                desk.act(ActionCommand::Address(action.id.clone(), target.clone()));
            }
        })
    };
    let hint = addressing
        .is_empty()
        .then_some("No action yet. What could be done about it?");
    let inside = html! {
        <>
            <ul class="refs">
                { for addressing.iter().map(|action| action_line(action, details, Button::new(format!("{} does not address this", action.statement), release(action)).class("quiet small").glyph(REMOVE).view())) }
            </ul>
            <AddField label="Add an action" {on_add} />
            if !is_alone {
                { SelectField::new("An action there is", options, 0, on_choose).label_hidden().class("quiet").view() }
            }
        </>
    };
    section("Addressed by", addressing.len(), hint, inside)
}
