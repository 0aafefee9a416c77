//! Hooks shared by components.

mod hash;
mod listener;

pub use hash::use_hash;
pub use listener::use_window_listener;
