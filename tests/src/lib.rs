//! Tests that span the rooms of the house: corpora and import directions.

use std::path::PathBuf;

/// The folder of the whole project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
