//! Saved queries: what somebody wrote to ask of the web, kept with the incident under a name.

use super::{Label, QueryId, Text};

/// A written query that is kept. It is read only when it runs, so it may be one that this version
/// cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedQuery {
    /// Its identity.
    pub id: QueryId,
    /// What it is called.
    pub name: Label,
    /// The query.
    pub text: Text,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}
