//! Reusable parts that know nothing of incidents.

mod button;
mod dialog;
mod field;

pub use button::Button;
pub use dialog::Modal;
pub use field::{AreaField, TextField};
