//! What can be done with a link as a whole.

use std::sync::Arc;

use whyweb_core::{
    command::LinkCommand,
    model::{Link, LinkKind},
};
use yew::prelude::*;

use crate::{
    components::primitives::Button,
    state::{Dialog, Draft, Place, UiAction, use_desk, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// Which link.
    pub link: Arc<Link>,
}

/// The commands at the foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let (desk, ui) = (use_desk(), use_ui());
    let link = &props.link;
    let does = |action: UiAction| {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(action.clone()))
    };
    let insert = does(UiAction::Begin(Draft::New(Place::Inside(link.id.clone()))));
    let move_it = does(UiAction::Open(Dialog::Move(link.id.clone())));
    let remove = {
        let id = link.id.clone();
        Callback::from(move |()| {
            if desk.act_all(
                vec![LinkCommand::Remove(id.clone()).into()],
                Some(Vec::new()),
            ) {
                desk.say("Removed the link.", true);
            }
        })
    };
    html! {
        <footer class="details-foot">
            if link.kind == LinkKind::ContributedTo {
                <Button label="Insert a factor" key_hint="I" on_press={insert}>{ "Insert a factor" }</Button>
            }
            <Button label="Move…" key_hint="M" on_press={move_it}>{ "Move…" }</Button>
            <Button label="Remove" key_hint="Del" class="quiet" on_press={remove}>{ "Remove" }</Button>
        </footer>
    }
}
