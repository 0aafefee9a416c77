//! A value that a part keeps.

use yew::prelude::*;

/// A value that a part keeps from one drawing to the next, and its first; setting what it is already
/// draws nothing anew. Unlike yew's own hook it takes no closure, of which each would be compiled on
/// its own.
#[hook]
pub fn use_value<T: PartialEq + 'static>(first: T) -> UseStateHandle<T> {
    use_state_eq(move || first)
}
