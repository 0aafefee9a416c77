//! What went wrong, where, and what to do: the one sort of error here.

use std::fmt;

use whyweb_core::format::{json, outline};

/// Shown as `file:line:column: what; what to do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    /// The file, with the line and column where there is one.
    place: String,
    what: String,
}

impl Failure {
    pub(crate) fn new(file: &str, what: impl fmt::Display) -> Self {
        Self {
            place: file.to_owned(),
            what: what.to_string(),
        }
    }

    pub(crate) fn at(file: &str, place: json::Place, what: impl fmt::Display) -> Self {
        Self {
            place: format!("{file}:{}:{}", place.line, place.column),
            what: what.to_string(),
        }
    }

    pub(crate) fn of_json(file: &str, error: &json::ReadError) -> Self {
        let what = match error.path() {
            "" => error.kind().to_string(),
            path => format!("{} (at {path})", error.kind()),
        };
        match error.place() {
            Some(place) => Self::at(file, place, what),
            None => Self::new(file, what),
        }
    }

    pub(crate) fn of_remark(file: &str, remark: &outline::Remark) -> Self {
        Self {
            place: format!("{file}:{}", remark.line),
            what: remark.kind.to_string(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}
