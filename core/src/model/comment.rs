//! Review comments: what somebody wants looked at before a report goes out.

use super::{CommentId, Label, Moment, Subject, Text};

/// A remark on a factor, a link or the incident, until somebody has seen to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its identity.
    pub id: CommentId,
    /// What it is about.
    pub about: Subject,
    /// The words.
    pub text: Text,
    /// Whose it is, where they say: a role or a name.
    pub by: Option<Label>,
    /// When it was written.
    pub at: Moment,
    /// Whether somebody has seen to it.
    pub resolved: bool,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}
