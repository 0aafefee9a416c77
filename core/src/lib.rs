//! The engine of Whyweb: incidents as webs of factors, without a screen, a clock or a network.
//!
//! See `docs/ARCHITECTURE.md` for the way data takes through these modules.

#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

pub mod analysis;
pub mod command;
pub mod document;
pub mod engine;
pub mod format;
pub mod graph;
pub mod history;
pub mod layout;
pub mod model;
pub mod query;
pub mod scene;
pub mod svg;
pub mod sync;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod wording;
