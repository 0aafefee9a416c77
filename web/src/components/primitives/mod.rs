//! Reusable parts that know nothing of incidents.

mod add_field;
mod button;
mod choice;
mod dialog;
mod field;
mod form_field;
pub mod glyph;
mod narrowed;
mod select;
mod switch;

pub use add_field::AddField;
pub use button::Button;
pub use choice::{Choice, OneOf};
pub use dialog::Modal;
pub use field::TextField;
pub use form_field::FormField;
pub use glyph::glyph;
pub use narrowed::{NarrowedList, NarrowedRow};
pub use select::SelectField;
pub use switch::switch;
