//! Versions of the document's layout. A document from a later version is refused, not guessed at.

use yrs::{Any, Map, MapRef, ReadTxn};

use super::{DocumentError, schema::VERSION};

/// The field of the head that holds the version.
pub(super) const FIELD: &str = "version";

/// Checks that this engine can read the document. A document without a version is a new one or
/// one whose head has not arrived yet.
pub(super) fn check_version<T: ReadTxn>(head: &MapRef, txn: &T) -> Result<(), DocumentError> {
    let stored = head
        .get_as::<_, Any>(txn, FIELD)
        .ok()
        .and_then(|value| value.cast::<f64>().ok());
    match stored {
        Some(version) if version > f64::from(VERSION) => Err(DocumentError::Later { version }),
        _ => Ok(()),
    }
}
