//! What the details of different things have in common.

mod factor_line;
mod go;
mod section;
mod when;

pub(super) use factor_line::FactorLine;
pub(super) use go::{TITLE, use_go};
pub(super) use section::Section;
pub(super) use when::{DayField, WhenField};
