//! How an incident came to be what it is: what a version keeps of it, what changed between two of
//! them, what it takes to go back to one, and the order in which the web grew.
//!
//! Nothing here reads a file or the document: whoever asks brings both incidents along.

mod difference;
mod growth;
mod kept;
mod restore;

pub use difference::{Change, Changes, Difference, Field, difference};
pub use growth::{Growth, growth};
pub use kept::kept;
pub use restore::restoring;

#[cfg(test)]
mod tests;
