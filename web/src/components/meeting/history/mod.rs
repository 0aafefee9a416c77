//! History: named versions, what changed between two of them, and a replay of how the map grew.

mod compare;
mod keep;
mod replay;
mod told;
mod versions;
mod window;

pub use window::Window;
