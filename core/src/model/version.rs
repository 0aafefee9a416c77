//! Named versions: the incident as it was at a moment that somebody wants to come back to.

use std::sync::Arc;

use super::{Label, Moment, VersionId};

/// The most a version holds, in bytes.
pub const LARGEST_CONTENT: usize = 1 << 20;

/// What a version holds: an incident in the words of a file. It is read only when somebody looks, so
/// it may be one that this version of the program cannot read.
///
/// 1 to [`LARGEST_CONTENT`] bytes. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content(Arc<str>);

impl Content {
    /// Nothing where there is nothing in it, or too much.
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=LARGEST_CONTENT).contains(&text.len());
        fits.then(|| Self(text.into()))
    }

    /// The words of the file.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The incident as it was, under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its identity.
    pub id: VersionId,
    /// What it is called.
    pub name: Label,
    /// When it was kept.
    pub at: Moment,
    /// The incident, without its versions, comments, ballots and rounds.
    pub content: Content,
}
