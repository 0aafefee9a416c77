//! What can be done with a factor as a whole.

use std::sync::Arc;

use whyweb_core::{command::FactorCommand, model::Factor};
use yew::prelude::*;

use crate::{
    components::{inspector::parts::Details, primitives::Button},
    state::Dialog,
};

/// The commands at the foot.
pub fn foot(factor: &Arc<Factor>, details: &Details) -> Html {
    let id = &factor.id;
    let delete = {
        let (desk, factor) = (details.desk.clone(), factor.clone());
        Callback::from(move |()| {
            let remove = FactorCommand::Remove(factor.id.clone()).into();
            if desk.act_all(vec![remove], Some(Vec::new())) {
                desk.say(
                    format!("Deleted “{}” and its links.", factor.statement),
                    true,
                );
            }
        })
    };
    html! {
        <footer class="details-foot">
            { Button::new("Split…", details.opening(Dialog::Split(id.clone()))).key("S").says("Split…").view() }
            { Button::new("Merge into…", details.opening(Dialog::Merge(id.clone()))).key("M").says("Merge into…").view() }
            { Button::new("Delete", delete).class("quiet").key("Del").says("Delete").view() }
        </footer>
    }
}
