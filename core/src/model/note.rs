//! Notes: words that are no factor, yet not lost.

use super::{NoteId, Subject, Text};

/// Where a note is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum NoteKind {
    /// Came in with an import that could not place it.
    #[default]
    Imported,
    /// A remedy spoken too early, held for the Actions phase.
    ParkingLot,
    /// What the team learned, as it says at the end of a failure bow.
    Lessons,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Imported, Self::ParkingLot, Self::Lessons];

    /// The word files and screens use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::ParkingLot => "parking lot",
            Self::Lessons => "lessons",
        }
    }
}

/// Words kept beside the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its identity.
    pub id: NoteId,
    /// Where it is kept.
    pub kind: NoteKind,
    /// The words.
    pub text: Text,
    /// What it is about.
    pub about: Subject,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}
