//! Why a file could not be read: where, what was found, what to do.

use std::fmt;

use super::{path::Path, place::Place, tree::Tree, version::NEWEST};
use crate::format::limits::LARGEST_FILE;

/// Why a file could not be read.
///
/// Shown as one sentence for a person: the place, what is wrong, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    kind: ReadErrorKind,
    place: Option<Place>,
    path: String,
}

impl ReadError {
    /// What is wrong; shown as a sentence without the place.
    pub fn kind(&self) -> &ReadErrorKind {
        &self.kind
    }

    /// Where it stands, if it stands anywhere.
    pub fn place(&self) -> Option<Place> {
        self.place
    }

    /// The way to it, such as `incident.links[3].effect`; empty for the file as a whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn of_file(kind: ReadErrorKind) -> Self {
        Self {
            kind,
            place: None,
            path: String::new(),
        }
    }

    /// Something wrong at a place of the text.
    pub(super) fn new(kind: ReadErrorKind, place: Option<Place>, path: String) -> Self {
        Self { kind, place, path }
    }
}

/// An error on its way through many small readers, for which it is made small.
#[derive(Debug)]
pub(super) struct Misread(Box<ReadError>);

impl From<ReadError> for Misread {
    fn from(error: ReadError) -> Self {
        Self(Box::new(error))
    }
}

impl From<Misread> for ReadError {
    fn from(misread: Misread) -> Self {
        *misread.0
    }
}

/// What reading gives.
pub(super) type Read<T> = Result<T, Misread>;

impl std::error::Error for ReadError {}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, self.path.as_str()) {
            (Some(place), "") => write!(f, "{place}: {}", self.kind),
            (Some(place), path) => write!(f, "{place} ({path}): {}", self.kind),
            (None, "") => self.kind.fmt(f),
            (None, path) => write!(f, "{path}: {}", self.kind),
        }
    }
}

/// What can be wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The file is larger than [`LARGEST_FILE`].
    #[error("the file has {0} bytes, and at most {LARGEST_FILE} are read; is it the right file?")]
    TooLarge(usize),
    /// More parts of a sort than are read.
    #[error("the file has {found} {what}, and at most {most} are read; split the incident")]
    TooMany {
        /// The parts, in the plural.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many may be.
        most: usize,
    },
    /// There is no text.
    #[error("the file is empty; fetch or save it again")]
    Empty,
    /// The text ends too early.
    #[error("the file ends in the middle; it was cut off on its way, so fetch or save it again")]
    CutOff,
    /// The text is no JSON.
    #[error("this is not JSON: {0}; correct it here, or save the file again")]
    NotJson(String),
    /// JSON, but of something else.
    #[error(
        "this is not a Whyweb file: it lacks \"format\": \"whyweb\"; open a file whose name ends in .whyweb.json"
    )]
    NotWhyweb,
    /// A version this program does not know.
    #[error(
        "the file was made by a newer Whyweb (version {0} of the format, this one reads up to {NEWEST}); reload the page or update the program, and open it again"
    )]
    LaterVersion(u64),
    /// A version that never was.
    #[error("there is no version {0} of the format; write 1")]
    NoSuchVersion(u64),
    /// A field nobody knows here.
    #[error("{0}; correct its name or remove it")]
    UnknownField(String),
    /// The wrong type, a missing field, or words that are not allowed there.
    #[error("{0}; correct it here")]
    Misshapen(String),
    /// Two parts of one sort with one identity.
    #[error("there is another {what} with the id {id:?} before it; give one of them a new id")]
    IdTwice {
        /// The sort of part.
        what: &'static str,
        /// The identity.
        id: String,
    },
    /// A part names another that is not there.
    #[error("there is no {what} with the id {id:?}; add it, or correct the id")]
    NamesNothing {
        /// The sort of part named.
        what: &'static str,
        /// The identity named.
        id: String,
    },
    /// A link from a factor to itself.
    #[error(
        "the link leads from {0:?} to itself; a factor cannot contribute to itself, so remove the link or correct an end"
    )]
    SelfLink(String),
    /// Two links with the same ends.
    #[error(
        "the link repeats the link {0:?}, which has the same cause and effect; remove one of them"
    )]
    RepeatedLink(String),
}

pub(super) fn refuse_larger(text: &str) -> Result<(), ReadError> {
    if text.len() > LARGEST_FILE {
        return Err(ReadError::of_file(ReadErrorKind::TooLarge(text.len())));
    }
    Ok(())
}

/// Something wrong at the end of a path, not yet placed in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) kind: ReadErrorKind,
    pub(super) path: Path,
}

impl Fault {
    /// Finds the place. `rename` turns a path in the newest shape into the same in the text's.
    pub(super) fn in_text(self, tree: &Tree, rename: fn(Path) -> Path) -> ReadError {
        let path = rename(self.path);
        ReadError::new(self.kind, tree.place(&path), path.to_string())
    }
}
