//! What an action says in words of several lines, and who sees to it.

use whyweb_core::{
    command::ActionCommand,
    model::{Action, ActionId, Text},
};
use yew::prelude::*;

use crate::{components::primitives::TextField, drafts, state::Desk};

/// What of an action is put into words of several lines.
pub struct Words {
    /// What the words are called.
    pub label: &'static str,
    /// Whether the label is only for those who listen.
    pub label_hidden: bool,
    /// What stands there while there are none.
    pub placeholder: &'static str,
    /// What sets them.
    pub set: fn(ActionId, Option<Text>) -> ActionCommand,
}

impl Words {
    /// The field in which they are typed.
    pub fn view(self, id: &ActionId, text: Option<&Text>, desk: &Desk) -> Html {
        let (id, set) = (id.clone(), self.set);
        let on_done = desk.taking(drafts::text_or_none, move |text| set(id.clone(), text));
        html! {
            <TextField
                lines=true
                label={self.label}
                label_hidden={self.label_hidden}
                placeholder={self.placeholder}
                value={text.map(ToString::to_string).unwrap_or_default()}
                {on_done}
            />
        }
    }
}

/// The role that sees to an action.
pub fn owner(action: &Action, desk: &Desk) -> Html {
    let id = action.id.clone();
    let on_done = desk.taking(drafts::label_or_none, move |owner| {
        ActionCommand::SetOwner(id.clone(), owner)
    });
    html! {
        <TextField
            label="Owner"
            class="inline"
            placeholder="A role, not a name"
            value={action.owner.as_ref().map(ToString::to_string).unwrap_or_default()}
            {on_done}
        />
    }
}
