//! The formats an incident is read from and written to, one file or folder each.
//!
//! Every byte that arrives here is a stranger's: sizes are bounded, nothing panics, and what is
//! wrong is said with its place.

pub mod json;
pub mod limits;
pub mod outline;
mod recognise;
pub mod svg_map;

pub use recognise::{Readable, recognise};
