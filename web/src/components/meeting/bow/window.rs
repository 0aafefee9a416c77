//! The window: first the choice of a route, then the stage.

use yew::prelude::*;

use super::{Walk, setup::Setup, stage::Stage};
use crate::{components::primitives::Modal, hooks::use_value, platform::style};

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    style::dress(include_str!("../../../../styles/bow.css"));
    let walk = use_value(None::<Walk>);
    let on_close = props.on_close.clone();
    let Some(chosen) = (*walk).clone() else {
        let on_begin = {
            let walk = walk.setter();
            Callback::from(move |chosen| walk.set(Some(chosen)))
        };
        let purpose = "Tell others what went wrong, along one route and in a few minutes: what happened, what led to it, what you learned. Choose the route and begin.";
        return html! {
            <Modal key="setup" title="Failure bow" {purpose} class="bow-setup" {on_close}>
                <Setup {on_begin} />
            </Modal>
        };
    };
    html! {
        <Modal key="stage" title="Failure bow" class="bow" {on_close}><Stage walk={chosen} /></Modal>
    }
}
