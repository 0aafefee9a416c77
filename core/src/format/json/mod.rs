//! The native format, `.whyweb.json`: everything an incident holds, readable by people.
//!
//! `docs/file-format.md` describes it for people, `docs/schema/` for machines. A file looks like
//! `{"format": "whyweb", "version": 1, "incident": {…}}`.
//!
//! Reading goes: parse the text into a tree of places → recognise the version → read that version's shape → bring it up, version by
//! version, to the newest shape → check what the parts say of each other → build the incident.
//! A new version is one new shape and one new step in [`version::read`].

mod check;
mod decode;
mod encode;
mod error;
mod field;
mod parse;
mod path;
mod place;
#[cfg(feature = "schema")]
mod schema;
mod text;
mod tree;
mod v0;
mod v1;
mod value;
mod version;

use crate::model::{Incident, Problem, problems};

pub use error::{ReadError, ReadErrorKind};
pub use place::Place;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use version::NEWEST;

use tree::Tree;
use value::Value;

/// What was read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The incident, as the readable part of the file tells it.
    pub incident: Incident,
    /// The bytes of the shared document, if the file carries them. They are a stranger's until the
    /// document room has read them.
    pub document: Option<Vec<u8>>,
    /// What is unfinished or contradicts itself; the incident can be worked on all the same.
    pub problems: Vec<Problem>,
    /// The version the file was written in, at most [`NEWEST`]. Version 0 held no identity, so the
    /// incident's is made from its title.
    pub version: u64,
}

/// Reads a file of any version up to [`NEWEST`].
///
/// # Errors
///
/// What cannot be read, where it stands and what to do about it. Nothing is read in part.
pub fn read(text: &str) -> Result<Reading, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    error::refuse_larger(text)?;
    let tree = Tree::of(text)?;
    let upgraded = version::read(&tree)?;
    let file = upgraded.file;
    check::counts(&file.incident)
        .and_then(|()| check::soundness(&file.incident))
        .map_err(|fault| fault.in_text(&tree, upgraded.path_in_text))?;
    let incident = decode::incident(file.incident);
    Ok(Reading {
        problems: problems(&incident),
        document: file.document.map(|bytes| bytes.into_inner().0),
        incident,
        version: upgraded.version,
    })
}

/// Writes an incident in the newest version: two spaces deep, parts by their turn, a line end at
/// the end. The same incident always gives the same bytes.
///
/// `document` is the state of the shared document, to be kept beside the readable part so that
/// merging two copies of the file is a true merge. Leave it out of anything redacted: it still holds
/// deleted words.
///
/// Positions of cards that are not there any more are the one thing not written.
pub fn write(incident: &Incident, document: Option<&[u8]>) -> String {
    let mut file = encode::file(incident, document);
    check::mark_loose(&mut file.incident);
    let mut out = text::Writer::default();
    file.write(&mut out);
    out.finish() + "\n"
}

/// Where a problem's part stands in a text that was read, so that a person finds it.
///
/// Nothing for a problem of the incident as a whole. Reads the text anew: linear in its length.
pub fn place(text: &str, problem: &Problem) -> Option<Place> {
    let tree = Tree::of(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    let upgraded = version::read(&tree).ok()?;
    let path = path::Path::of_problem(&upgraded.file.incident, problem)?;
    tree.place(&(upgraded.path_in_text)(path))
}

#[cfg(test)]
mod tests;
