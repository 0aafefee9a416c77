//! The list of all actions.

use whyweb_core::{command::ActionCommand, model::Action};
use yew::prelude::*;

use crate::{
    components::{
        inspector::{
            action::action_line,
            parts::{Details, section},
        },
        primitives::AddField,
    },
    drafts,
    platform::random,
};

/// The list of all actions.
pub fn actions(details: &Details) -> Html {
    let actions = details.shown.incident.actions_in_order();
    let on_add = details.desk.taking(drafts::label, |statement| {
        ActionCommand::Add(Box::new(Action::new(random::id(), statement)))
    });
    let hint = actions
        .is_empty()
        .then_some("None yet. Add one here, or from the factor it addresses.");
    let inside = html! {
        <>
            <ul class="refs">
                { for actions.iter().copied().map(|action| action_line(action, details, html! {})) }
            </ul>
            <AddField label="Add an action" {on_add} />
        </>
    };
    section("Actions", actions.len(), hint, inside)
}
