//! Tests that span the rooms of the house: corpora and import directions.

use std::path::PathBuf;

pub mod corpus;
pub mod shared;

/// The folder of the whole project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
