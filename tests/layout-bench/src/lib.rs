//! The layout engine alone as WebAssembly, for measuring it beside others in the same browser.
//!
//! It holds no algorithm. A script hands over a graph, asks for layouts as often as it likes, and
//! reads the drawing when the clock no longer runs.

mod bench;
mod drawing;
mod graph;
mod incident;

pub use bench::{Bench, incident_graph};
