//! The engine alone as WebAssembly, for measuring its layout beside others in the same browser, and
//! how fast it answers questions and queries there.
//!
//! It holds no algorithm. A script hands over a graph, asks for layouts as often as it likes, and
//! reads the drawing when the clock no longer runs.

mod bench;
mod drawing;
mod graph;
mod incident;
mod queries;
mod questions;

pub use bench::{Bench, incident_graph};
pub use queries::Queries;
pub use questions::Questions;
