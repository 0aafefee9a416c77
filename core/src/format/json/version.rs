//! Which version a text is in, and the way from there to the newest shape.

use super::{
    error::{Fault, Misread, Read, ReadError, ReadErrorKind},
    path::Path,
    tree::{Node, Tree},
    v0, v1,
    value::{Value, required},
};

/// The newest version, the one written.
pub const NEWEST: u64 = 1;

/// A file brought up to the newest shape.
pub(super) struct Upgraded {
    /// The version it was in.
    pub(super) version: u64,
    pub(super) file: v1::File,
    /// How a path in the newest shape is called in the text.
    pub(super) path_in_text: fn(Path) -> Path,
}

/// Reads a text in the shape of its version and brings it up to the newest shape.
pub(super) fn read(tree: &Tree) -> Read<Upgraded> {
    let Some(root) = tree.root() else {
        return Err(of_file(ReadErrorKind::Empty));
    };
    match recognise(root)? {
        None => Ok(Upgraded {
            version: 0,
            file: v1::File::from(v0::File::read(root)?),
            path_in_text: v0::path_in_text,
        }),
        Some(1) => Ok(Upgraded {
            version: 1,
            file: v1::File::read(root)?,
            path_in_text: |path| path,
        }),
        Some(0) => Err(at_version(tree, ReadErrorKind::NoSuchVersion(0))),
        Some(later) => Err(at_version(tree, ReadErrorKind::LaterVersion(later))),
    }
}

/// The version a file names; nothing for version 0, which had no name. Everything else is passed
/// over, so that a later version is recognised whatever else it may hold.
fn recognise(root: Node) -> Read<Option<u64>> {
    let format = root.field("format");
    match format.map(|format| format.words("the word \"whyweb\"")) {
        Some(Ok(format)) if format == "whyweb" => {}
        // Only version 0 has these at the top.
        None if root.field("factors").and(root.field("links")).is_some() => return Ok(None),
        _ => return Err(of_file(ReadErrorKind::NotWhyweb)),
    }
    if root.field("version").is_none() {
        let missing = "missing field `version`".to_owned();
        return Err(of_file(ReadErrorKind::Misshapen(missing)));
    }
    required(root, "version").map(Some)
}

fn of_file(kind: ReadErrorKind) -> Misread {
    ReadError::of_file(kind).into()
}

fn at_version(tree: &Tree, kind: ReadErrorKind) -> Misread {
    let path = Path::default().field("version");
    Fault { kind, path }.in_text(tree, |path| path).into()
}
