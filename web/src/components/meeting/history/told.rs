//! Moments in words.

use whyweb_core::model::Moment;

use crate::platform::clock;

/// A day and a time of day, as this person's browser writes them.
pub fn when(at: Moment) -> String {
    clock::words(u64::try_from(at.unix_millis()).unwrap_or_default())
}
