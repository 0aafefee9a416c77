//! Votes: a budget of dots a person for what is feasible and for what would matter, shown together.

mod ballot;
mod dots;
mod result;
mod window;

pub use dots::publish;
pub use window::Window;
