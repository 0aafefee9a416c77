//! Working on the incident together: who is here, the ways to them, and the map shown to a room.

use std::cell::Cell;

use yew::prelude::*;

use crate::{platform::style, state::Desk};

mod copy;
mod direct;
mod here;
mod overlay;
mod people;
mod qr;
mod server;
mod watch;
mod window;

use here::Here;

/// Those who work on the incident together.
pub fn people(desk: &Desk) -> Html {
    dress();
    html! { <Here desk={desk.clone()} /> }
}

/// Has the page look as this does, once.
fn dress() {
    thread_local! {
        static IS_DRESSED: Cell<bool> = const { Cell::new(false) };
    }
    if !IS_DRESSED.replace(true) {
        style::adopt(include_str!("../../../styles/together.css"));
    }
}
