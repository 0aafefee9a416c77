//! What happens outside the page's memory: storing, opening, files that come in and go out.

pub mod autosave;
pub mod begin;
pub mod examples;
pub mod export;
pub mod import;
pub mod library;
pub mod theme;
pub mod together;
