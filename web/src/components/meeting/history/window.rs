//! The window: versions, and the replay.

use yew::prelude::*;

use super::{replay::Replay, versions::Versions};
use crate::{
    components::primitives::{Choice, Modal, OneOf},
    hooks::use_value,
    platform::style,
};

#[derive(Properties, PartialEq)]
pub struct WindowProps {
    /// Told when it is to close.
    pub on_close: Callback<()>,
}

/// The window.
#[component]
pub fn Window(props: &WindowProps) -> Html {
    style::dress(include_str!("../../../../styles/history.css"));
    let tab = use_value(0_usize);
    let choices = vec![Choice::of("Versions"), Choice::of("How the map grew")];
    let on_choose = {
        let tab = tab.setter();
        Callback::from(move |place| tab.set(place))
    };
    let purpose = match *tab {
        0 => {
            "Keep the incident as it is under a name, see what changed since, and go back if you must."
        }
        _ => "Every factor and link in the order it came. Press Play, or move step by step.",
    };
    let class = classes!("history", (*tab == 1).then_some("wide"));
    html! {
        <Modal title="History" {purpose} {class} on_close={props.on_close.clone()}>
            { OneOf::new("Show", choices, Some(*tab), on_choose).label_hidden().segmented() }
            if *tab == 0 { <Versions on_close={props.on_close.clone()} /> } else { <Replay /> }
        </Modal>
    }
}
