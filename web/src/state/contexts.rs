//! The contexts that components read, and the hooks that read them.

use std::rc::Rc;

use whyweb_core::engine::Snapshot;
use yew::prelude::*;

use super::{Desk, Ui, Viewport};

/// The snapshot on screen; equal only to itself, so that each edit is shown.
#[derive(Clone, Debug)]
pub struct Shown(pub Rc<Snapshot>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Shown {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.0
    }
}

/// What is selected, edited and opened, and the way to change it.
pub type UiContext = UseReducerHandle<Ui>;

/// The way to change the open incident. Never changes while one is open.
#[hook]
pub fn use_desk() -> Desk {
    #[expect(
        clippy::expect_used,
        reason = "a component outside its provider is a bug of ours"
    )]
    use_context().expect("the desk is provided around an open incident")
}

/// The snapshot on screen. Changes with each edit.
#[hook]
pub fn use_shown() -> Shown {
    #[expect(
        clippy::expect_used,
        reason = "a component outside its provider is a bug of ours"
    )]
    use_context().expect("a snapshot is provided around an open incident")
}

/// What is selected, edited and opened. Changes with each click.
#[hook]
pub fn use_ui() -> UiContext {
    #[expect(
        clippy::expect_used,
        reason = "a component outside its provider is a bug of ours"
    )]
    use_context().expect("the interface's state is provided around an open incident")
}

/// The way to move and zoom the map. Never changes while an incident is open.
#[hook]
pub fn use_viewport() -> Viewport {
    #[expect(
        clippy::expect_used,
        reason = "a component outside its provider is a bug of ours"
    )]
    use_context().expect("the viewport is provided around an open incident")
}
