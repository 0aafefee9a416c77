//! What can be done with a factor as a whole.

use std::sync::Arc;

use whyweb_core::{command::FactorCommand, model::Factor};
use yew::prelude::*;

use crate::{
    components::primitives::Button,
    state::{Dialog, UiAction, use_desk, use_ui},
};

#[derive(Properties, PartialEq)]
pub struct FootProps {
    /// Which factor.
    pub factor: Arc<Factor>,
}

/// The commands at the foot.
#[component]
pub fn Foot(props: &FootProps) -> Html {
    let (desk, ui) = (use_desk(), use_ui());
    let id = &props.factor.id;
    let open = |dialog: Dialog| {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::Open(dialog.clone())))
    };
    let delete = {
        let factor = props.factor.clone();
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
            <Button label="Split…" key_hint="S" on_press={open(Dialog::Split(id.clone()))}>{ "Split…" }</Button>
            <Button label="Merge into…" key_hint="M" on_press={open(Dialog::Merge(id.clone()))}>{ "Merge into…" }</Button>
            <Button label="Delete" key_hint="Del" class="quiet" on_press={delete}>{ "Delete" }</Button>
        </footer>
    }
}
