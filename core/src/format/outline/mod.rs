//! A scribe's indented notes: what stands below is what caused what stands above.
//!
//! Reading takes Markdown as people type it in a meeting and turns each item into a factor, an action
//! or a note. Nothing is lost: what is not understood is kept as a note, and said with its line.
//!
//! Reading goes: split into lines → nest them into a tree → say what each line means → build the
//! incident. See `docs/file-format.md` for what is understood.

mod build;
mod clauses;
mod clock;
mod keep;
mod key;
mod lines;
mod nest;
mod numbers;
mod question;
mod reference;
mod relate;
mod remark;
mod section;
mod statement;
mod tree;
mod web;
mod write;

use crate::{
    format::limits::{LARGEST_FILE, MOST_PARTS},
    model::Incident,
};

pub use remark::{Remark, RemarkKind};
pub use write::write;

/// What was read from notes.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The incident.
    pub incident: Incident,
    /// What there is to say about some lines, in their order.
    pub remarks: Vec<Remark>,
}

/// Why notes were not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The text is larger than [`LARGEST_FILE`].
    #[error("the text has {0} bytes, and at most {LARGEST_FILE} are read; is it the right file?")]
    TooLarge(usize),
    /// More lines than [`MOST_PARTS`], blank ones not counted.
    #[error("line {line}: more than {MOST_PARTS} lines are not read; split the notes")]
    TooManyLines {
        /// The first line too many, counted from 1.
        line: usize,
    },
}

/// Reads notes.
///
/// `prefix` begins every id that is made, so that two imports into one team's store do not collide;
/// see [`FactorId::numbered`](crate::model::FactorId::numbered) for what is kept of it. The same text
/// and prefix always give the same incident.
///
/// # Errors
///
/// Only for a text beyond the limits.
pub fn read(text: &str, prefix: &str) -> Result<Reading, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge(text.len()));
    }
    let lines = lines::read(text);
    if let Some(line) = lines.get(MOST_PARTS) {
        return Err(ReadError::TooManyLines { line: line.number });
    }
    let outline = nest::nest(&lines);
    Ok(build::incident(&outline, prefix))
}

#[cfg(test)]
mod tests;
