//! Hooks shared by components.

mod focus;
mod hash;
mod language;
mod later;
mod listener;
mod value;

pub use focus::{use_focus, use_focus_on};
pub use hash::use_hash;
pub use language::{Language, use_language};
pub use later::{Later, use_later};
pub use listener::{use_first_listener, use_window_listener};
pub use value::use_value;
