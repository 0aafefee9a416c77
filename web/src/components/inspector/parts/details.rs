//! What the parts of the details read and act on.

use whyweb_core::document::{Selectable, Selection};
use yew::prelude::*;

use crate::{
    platform::dom,
    state::{Desk, Dialog, Shown, UiAction, UiContext, use_desk, use_shown, use_ui},
};

/// The element that says what the details are about.
pub(in super::super) const TITLE: &str = "details-title";

/// Handed from part to part: a part with no state of its own is a plain function.
pub(in super::super) struct Details {
    pub(in super::super) desk: Desk,
    pub(in super::super) shown: Shown,
    pub(in super::super) ui: UiContext,
}

#[hook]
pub(in super::super) fn use_details() -> Details {
    Details {
        desk: use_desk(),
        shown: use_shown(),
        ui: use_ui(),
    }
}

impl Details {
    /// Selects something, and keeps the focus in the details: what had it is about to go.
    pub(in super::super) fn going(&self, to: Selection) -> Callback<MouseEvent> {
        let desk = self.desk.clone();
        Callback::from(move |_: MouseEvent| {
            dom::focus(TITLE);
            desk.select(to.clone());
        })
    }

    /// Selects one thing when it is clicked.
    pub(in super::super) fn going_to(&self, one: Selectable) -> Callback<MouseEvent> {
        self.going(vec![one])
    }

    /// Does something to the interface.
    pub(in super::super) fn doing(&self, action: UiAction) -> Callback<()> {
        let ui = self.ui.dispatcher();
        Callback::from(move |()| ui.dispatch(action.clone()))
    }

    /// Opens a window.
    pub(in super::super) fn opening(&self, dialog: Dialog) -> Callback<()> {
        self.doing(UiAction::Open(dialog))
    }
}
