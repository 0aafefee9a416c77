//! The queries kept on this device, as one text in the browser's storage.
//!
//! Names and queries hold no control characters but tabs and line ends, so the separators made for
//! this (ASCII 30 and 31) part them.

use super::kept::{Home, Kept};
use crate::{drafts, platform::preference};

const NAME: &str = "queries";
const RECORD: char = '\u{1e}';
const UNIT: char = '\u{1f}';

/// All of them; what cannot be read is none.
pub fn read() -> Vec<Kept> {
    let stored = preference::get(NAME).unwrap_or_default();
    stored.split(RECORD).filter_map(record).collect()
}

/// Stores all of them in place of those before.
pub fn write(all: &[Kept]) -> Result<(), String> {
    let records = all.iter().map(|kept| {
        [kept.id.as_str(), kept.name.as_str(), kept.text.as_str()].join(&UNIT.to_string())
    });
    let stored = records.collect::<Vec<_>>().join(&RECORD.to_string());
    if preference::keep(NAME, &stored) {
        return Ok(());
    }
    Err("This browser stores nothing for the page: keep it with the incident.".to_owned())
}

fn record(stored: &str) -> Option<Kept> {
    let mut units = stored.split(UNIT);
    Some(Kept {
        id: units.next()?.parse().ok()?,
        name: drafts::label(units.next()?).ok()?,
        text: drafts::text(units.next()?).ok()?,
        home: Home::Device,
    })
}
