//! What an action says in words of several lines, and who sees to it.

use std::sync::Arc;

use whyweb_core::{
    command::ActionCommand,
    model::{Action, ActionId, Text},
};
use yew::prelude::*;

use crate::{
    components::primitives::{AreaField, TextField},
    drafts,
    state::use_desk,
};

#[derive(Properties, PartialEq)]
pub struct WordsProps {
    /// Which action.
    pub id: ActionId,
    /// What the words are called.
    pub label: AttrValue,
    /// Whether the label is only for those who listen.
    #[prop_or_default]
    pub label_hidden: bool,
    /// What stands there while there are none.
    pub placeholder: AttrValue,
    /// The words.
    pub text: Option<Text>,
    /// What sets them.
    pub on_set: Callback<(ActionId, Option<Text>), ActionCommand>,
}

/// Words of an action.
#[component]
pub fn Words(props: &WordsProps) -> Html {
    let desk = use_desk();
    let (id, on_set) = (props.id.clone(), props.on_set.clone());
    let on_done = desk.taking(drafts::text_or_none, move |text| {
        on_set.emit((id.clone(), text))
    });
    html! {
        <AreaField
            label={props.label.clone()}
            label_hidden={props.label_hidden}
            placeholder={props.placeholder.clone()}
            value={props.text.as_ref().map(ToString::to_string).unwrap_or_default()}
            {on_done}
        />
    }
}

#[derive(Properties, PartialEq)]
pub struct OwnerProps {
    /// Which action.
    pub action: Arc<Action>,
}

/// The role that sees to an action.
#[component]
pub fn Owner(props: &OwnerProps) -> Html {
    let (desk, id) = (use_desk(), props.action.id.clone());
    let on_done = desk.taking(drafts::label_or_none, move |owner| {
        ActionCommand::SetOwner(id.clone(), owner)
    });
    html! {
        <TextField
            label="Owner"
            class="inline"
            placeholder="A role, not a name"
            value={props.action.owner.as_ref().map(ToString::to_string).unwrap_or_default()}
            {on_done}
        />
    }
}
