//! Versions of the document's layout. A document from a later version is refused, not guessed at.

use yrs::{Map, MapRef, Out, ReadTxn};

use super::{DocumentError, fields::as_number, schema::VERSION};

/// The field of the head that holds the version.
pub(super) const FIELD: &str = "version";

/// Checks that this engine can read the document. A document without a version is a new one or
/// one whose head has not arrived yet.
pub(super) fn check_version<T: ReadTxn>(head: &MapRef, txn: &T) -> Result<(), DocumentError> {
    let stored = match head.get(txn, FIELD) {
        Some(Out::Any(version)) => as_number(&version),
        _ => None,
    };
    match stored {
        Some(version) if version > f64::from(VERSION) => Err(DocumentError::Later { version }),
        _ => Ok(()),
    }
}
