//! Generators for property tests, here and in other packages (feature `testing`).
//!
//! - [`incidents`]: anything the model can hold, sound or not: what formats must carry unchanged.
//! - [`webs`]: sound webs with plain statements, none twice: what a person would have typed.
//! - [`tested_webs`]: webs as they stand in the middle of a meeting: joins and link tests in part.

mod incident;
mod tested_web;
mod web;
mod words;

pub use incident::incidents;
pub use tested_web::tested_webs;
pub use web::webs;
