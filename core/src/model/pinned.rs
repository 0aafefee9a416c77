//! Pinned answers: questions kept with the incident, to be asked again whenever they are looked at.

use std::collections::BTreeSet;

use super::{FactorId, PinnedId, QuestionName};

/// An answer that somebody pinned. What is kept is the question and what it is about, never the
/// words of the answer: asked again, they are true of the web as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pinned {
    /// Its identity.
    pub id: PinnedId,
    /// The question. It may be one that this version does not know.
    pub question: QuestionName,
    /// The factor it is about. What a merge deleted meanwhile may still be named here.
    pub factor: Option<FactorId>,
    /// The factors it switches off.
    pub without: BTreeSet<FactorId>,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}
