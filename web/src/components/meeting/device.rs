//! What one person writes for themselves while a round is open: kept on this device only, as one text
//! in the browser's storage, so that a reload loses nothing.
//!
//! Statements and identities hold no control characters, so the separators made for this (ASCII 30
//! and 31) part them.

use crate::platform::preference;

const RECORD: char = '\u{1e}';
const UNIT: char = '\u{1f}';

/// What is said where this browser stores nothing.
pub const STORES_NOTHING: &str =
    "This browser stores nothing for the page, so this is lost when the page is left.";

/// All records stored under a name, each as its units.
pub fn read(name: &str) -> Vec<Vec<String>> {
    let stored = preference::get(name).unwrap_or_default();
    let records = stored.split(RECORD).filter(|record| !record.is_empty());
    records
        .map(|record| record.split(UNIT).map(str::to_owned).collect())
        .collect()
}

/// Stores records in place of those before; tells whether they are stored.
pub fn write(name: &str, records: impl IntoIterator<Item = Vec<String>>) -> bool {
    let records = records
        .into_iter()
        .map(|units| units.join(&UNIT.to_string()));
    let stored = records.collect::<Vec<_>>().join(&RECORD.to_string());
    preference::keep(name, &stored)
}

/// Forgets what is stored under a name.
pub fn forget(name: &str) {
    preference::forget(name);
}
