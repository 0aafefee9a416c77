//! What can be done with a link as a whole.

use whyweb_core::{
    command::LinkCommand,
    model::{Link, LinkKind},
};
use yew::prelude::*;

use crate::{
    components::{inspector::parts::Details, primitives::Button},
    state::{Dialog, Draft, Place, UiAction},
};

/// The commands at the foot.
pub fn foot(link: &Link, details: &Details) -> Html {
    let insert = details.doing(UiAction::Begin(Draft::New(Place::Inside(link.id.clone()))));
    let move_it = details.opening(Dialog::Move(link.id.clone()));
    let remove = {
        let (desk, id) = (details.desk.clone(), link.id.clone());
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
                { Button::new("Insert a factor", insert).key("I").says("Insert a factor").view() }
            }
            { Button::new("Move…", move_it).key("M").says("Move…").view() }
            { Button::new("Remove", remove).class("quiet").key("Del").says("Remove").view() }
        </footer>
    }
}
