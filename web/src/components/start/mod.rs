//! The start page.

use whyweb_core::engine::Engine;
use yew::prelude::*;

use crate::app::Storage;

#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The store of this device.
    pub storage: Storage,
    /// Told when an incident is open.
    pub on_open: Callback<Engine>,
}

/// The start page.
#[component]
pub fn Start(_props: &StartProps) -> Html {
    html! {}
}
