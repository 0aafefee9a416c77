//! Reusable parts that know nothing of incidents.

mod add_field;
mod button;
mod choice;
mod dialog;
mod field;
mod form_field;
pub mod glyph;
mod select;
mod switch;

pub use add_field::AddField;
pub use button::Button;
pub use choice::{Chips, Choice, Segmented};
pub use dialog::Modal;
pub use field::{AreaField, TextField};
pub use form_field::FormField;
pub use glyph::Glyph;
pub use select::SelectField;
pub use switch::Switch;
