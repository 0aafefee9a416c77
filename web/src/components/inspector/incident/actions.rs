//! The list of all actions.

use whyweb_core::{command::ActionCommand, model::Action};
use yew::prelude::*;

use crate::{
    components::{
        inspector::{action::ActionLine, parts::Section},
        primitives::AddField,
    },
    drafts,
    platform::random,
    state::{use_desk, use_shown},
};

/// The list of all actions.
#[component]
pub fn Actions() -> Html {
    let (desk, shown) = (use_desk(), use_shown());
    let actions = shown.incident.actions_in_order();
    let on_add = desk.taking(drafts::label, |statement| {
        ActionCommand::Add(Box::new(Action::new(random::id(), statement)))
    });
    let hint = actions
        .is_empty()
        .then(|| AttrValue::from("None yet. Add one here, or from the factor it addresses."));
    html! {
        <Section title="Actions" count={actions.len()} {hint}>
            <ul class="refs">
                { for actions.iter().copied().map(|action| html! {
                    <ActionLine key={action.id.as_str()} action={action.clone()} />
                }) }
            </ul>
            <AddField label="Add an action" {on_add} />
        </Section>
    }
}
