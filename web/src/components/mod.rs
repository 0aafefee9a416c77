//! What people see, a folder a feature.

pub mod ask;
pub mod bar;
pub mod canvas;
pub mod coach;
pub mod dialogs;
pub mod filter;
pub mod inspector;
pub mod intake;
pub mod legend;
pub mod meeting;
pub mod notice;
pub mod outline;
pub mod picker;
pub mod primitives;
pub mod query;
pub mod room;
pub mod start;
pub mod testing;
pub mod together;
