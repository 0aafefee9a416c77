//! The laws of every drawing, and the worst cases.

mod by_time;
mod density;
mod geometry;
mod laws;
mod oddities;
mod webs;
mod worst_cases;
