//! Which version a text is in, and the way from there to the newest shape.

use serde::{
    Deserialize,
    de::{DeserializeOwned, IgnoredAny},
};

use super::{
    error::{Fault, ReadError, ReadErrorKind},
    path::Path,
    v0, v1,
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
pub(super) fn read(text: &str) -> Result<Upgraded, ReadError> {
    match recognise(text)? {
        0 => Ok(Upgraded {
            version: 0,
            file: v1::File::from(parse::<v0::File>(text)?),
            path_in_text: v0::path_in_text,
        }),
        1 => Ok(Upgraded {
            version: 1,
            file: parse(text)?,
            path_in_text: |path| path,
        }),
        later => Err(at_version(text, ReadErrorKind::LaterVersion(later))),
    }
}

/// What tells the version; everything else is passed over, so that a later version is recognised
/// whatever else it may hold.
#[derive(Deserialize)]
struct Header {
    format: Option<String>,
    version: Option<u64>,
    // Only version 0 has these at the top.
    factors: Option<IgnoredAny>,
    links: Option<IgnoredAny>,
}

fn recognise(text: &str) -> Result<u64, ReadError> {
    let header = match parse::<Header>(text) {
        Ok(header) => header,
        // A list, say: JSON, and not ours.
        Err(error) if is_misshapen(&error) && !text.trim_start().starts_with('{') => {
            return Err(ReadError::of_file(ReadErrorKind::NotWhyweb));
        }
        Err(error) => return Err(error),
    };
    match (header.format.as_deref(), header.version) {
        (Some("whyweb"), Some(0)) => Err(at_version(text, ReadErrorKind::NoSuchVersion(0))),
        (Some("whyweb"), Some(version)) => Ok(version),
        (Some("whyweb"), None) => {
            let missing = "missing field `version`".to_owned();
            Err(ReadError::of_file(ReadErrorKind::Misshapen(missing)))
        }
        (None, _) if header.factors.is_some() && header.links.is_some() => Ok(0),
        _ => Err(ReadError::of_file(ReadErrorKind::NotWhyweb)),
    }
}

fn at_version(text: &str, kind: ReadErrorKind) -> ReadError {
    let path = Path::default().field("version");
    Fault { kind, path }.in_text(text, |path| path)
}

fn is_misshapen(error: &ReadError) -> bool {
    matches!(error.kind(), ReadErrorKind::Misshapen(_))
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        ReadError::from_parser(error.inner(), &path, text)
    })?;
    json.end()
        .map_err(|error| ReadError::from_parser(&error, "", text))?;
    Ok(value)
}
