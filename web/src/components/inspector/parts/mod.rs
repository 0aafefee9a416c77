//! What the details of different things have in common.

mod details;
mod factor_line;
mod section;
mod when;

pub(super) use details::{Details, TITLE, use_details};
pub(super) use factor_line::factor_line;
pub(super) use section::section;
pub(super) use when::{day_field, when_field};
