//! An action in a list.

use std::sync::Arc;

use whyweb_core::{document::Selectable, model::Action};
use yew::prelude::*;

use crate::components::inspector::parts::use_go;

#[derive(Properties, PartialEq)]
pub struct ActionLineProps {
    /// Which action.
    pub action: Arc<Action>,
    /// What can be done with it here.
    #[prop_or_default]
    pub children: Html,
}

/// An action in a list: its words select it.
#[component]
pub fn ActionLine(props: &ActionLineProps) -> Html {
    let go = use_go();
    let action = &props.action;
    let id = action.id.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| go.emit(vec![Selectable::Action(id.clone())]));
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
        <li class="ref">
            <button type="button" class="ref-words" title="Select this action" {onclick}>
                <span>{ action.statement.to_string() }</span>
            </button>
            <span class="ref-tools">{ props.children.clone() }</span>
            <span class="ref-aside">{ about }</span>
        </li>
    }
}
