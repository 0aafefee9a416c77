//! The way from one thing in the details to another.

use whyweb_core::document::Selection;
use yew::prelude::*;

use crate::{platform::dom, state::use_desk};

/// The element that says what the details are about.
pub(in super::super) const TITLE: &str = "details-title";

/// Selects something, and keeps the focus in the details: what had it is about to go.
#[hook]
pub(in super::super) fn use_go() -> Callback<Selection> {
    let desk = use_desk();
    Callback::from(move |selection| {
        dom::focus(TITLE);
        desk.select(selection);
    })
}
