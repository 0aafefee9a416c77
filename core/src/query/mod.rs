//! Ways to look at a part of a web: the questions that its test still asks, what words and a
//! filter let through, what lies around a card or folds behind it.
//!
//! Everything is a pure function of the incident; nothing is moved, so that what is hidden comes
//! back where it was.

mod coverage;
mod filter;
mod fold;
mod matching;
mod round;
mod surroundings;

pub use coverage::Covered;
pub use filter::{Coded, Filter, Sieved};
pub use fold::{folded, more_causes};
pub use matching::matches;
pub use round::{Round, Step};
pub use surroundings::surroundings;
