//! An action in a list.

use whyweb_core::{document::Selectable, model::Action};
use yew::prelude::*;

use crate::components::inspector::parts::Details;

/// An action in a list: its words select it, and the tools are what can be done with it here.
pub fn action_line(action: &Action, details: &Details, tools: Html) -> Html {
    let onclick = details.going_to(Selectable::Action(action.id.clone()));
    let owner = action.owner.as_ref().map(ToString::to_string);
    let due = action.due.map(|due| format!("due {due}"));
    let aim = action.aim.map(|aim| aim.word().to_owned());
    let result = action.result.map(|result| result.word().to_owned());
    let unaddressed = action
        .addresses
        .is_empty()
        .then(|| "addresses nothing yet".to_owned());
    let about = [
        Some(action.kind.word().to_owned()),
        aim,
        owner,
        due,
        result,
        unaddressed,
    ];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    html! {
        <li key={action.id.as_str()} class="ref">
            <button type="button" class="ref-words" title="Select this action" {onclick}>
                <span>{ action.statement.to_string() }</span>
            </button>
            <span class="ref-tools">{ tools }</span>
            <span class="ref-aside">{ about }</span>
        </li>
    }
}
