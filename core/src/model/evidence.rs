//! Evidence: what backs a claim, or speaks against it.

use super::{AccountId, EvidenceId, FactorId, Label, LinkId, Text, WebAddress, When};

/// What a piece of evidence or a note is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The incident as a whole.
    Incident,
    /// One factor.
    Factor(FactorId),
    /// One link.
    Link(LinkId),
    /// One account of a link.
    Account(AccountId),
}

/// Whether evidence speaks for its subject or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Stance {
    /// Speaks for it.
    #[default]
    Supports,
    /// Speaks against it.
    Disputes,
}

impl Stance {
    /// Both stances.
    pub const ALL: [Self; 2] = [Self::Supports, Self::Disputes];

    /// The word files and screens use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Disputes => "disputes",
        }
    }
}

/// What a piece of evidence consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceBody {
    /// Somebody's words about it.
    Note(Text),
    /// Words taken from the source as they stand.
    Quotation(Text),
    /// Where it can be seen.
    Address(WebAddress),
}

/// A note, a quotation or a web address that backs a factor, a link or the whole incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its identity.
    pub id: EvidenceId,
    /// What it is about.
    pub about: Subject,
    /// Whether it speaks for or against.
    pub stance: Stance,
    /// What it consists of.
    pub body: EvidenceBody,
    /// Where it comes from: a log, a chat, a document.
    pub source: Option<Label>,
    /// When it was made.
    pub time: Option<When>,
    /// Its turn among the evidence of its subject: lower comes first, ties by identity.
    pub order: u32,
}
