//! The laws of every drawing, and the worst cases.

mod geometry;
mod laws;
mod oddities;
mod webs;
mod worst_cases;
