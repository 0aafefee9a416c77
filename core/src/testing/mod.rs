//! Generators for property tests, here and in other packages (feature `testing`).
//!
//! - [`incidents`]: anything the model can hold, sound or not: what formats must carry unchanged.
//! - [`webs`]: sound webs with plain statements, none twice: what a person would have typed.

mod incident;
mod web;
mod words;

pub use incident::incidents;
pub use web::webs;
