//! The silent round: each writes alone, then all of it is shown at once and nothing says who wrote what.

mod file;
mod mine;
mod twins;
mod window;

pub use mine::publish;
pub use window::Window;
