//! The actions that address a factor or a link.

use std::{collections::BTreeSet, sync::Arc};

use whyweb_core::{
    command::ActionCommand,
    model::{Action, Target},
};
use yew::prelude::*;

use super::ActionLine;
use crate::{
    components::{
        inspector::parts::Section,
        primitives::{AddField, Button, Glyph, SelectField, glyph::REMOVE},
    },
    drafts,
    platform::random,
    state::{use_desk, use_shown},
};

#[derive(Properties, PartialEq)]
pub struct AddressedProps {
    /// What is addressed.
    pub target: Target,
}

/// The actions that address something.
#[component]
pub fn AddressedBy(props: &AddressedProps) -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let target = &props.target;
    let actions = shown.incident.actions_in_order();
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
        .then(|| AttrValue::from("No action yet. What could be done about it?"));
    html! {
        <Section title="Addressed by" count={addressing.len()} {hint}>
            <ul class="refs">
                { for addressing.iter().map(|action| html! {
                    <ActionLine key={action.id.as_str()} action={action.clone()}>
                        <Button label={format!("{} does not address this", action.statement)} class="quiet small" on_press={release(action)}>
                            <Glyph path={REMOVE} />
                        </Button>
                    </ActionLine>
                }) }
            </ul>
            <AddField label="Add an action" {on_add} />
            if !is_alone {
                <SelectField label="An action there is" label_hidden={true} class="quiet" {options} chosen={0} {on_choose} />
            }
        </Section>
    }
}
