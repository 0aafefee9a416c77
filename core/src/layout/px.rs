//! Whole px inside, real px outside: whole numbers make every sum exact, so that a drawing fed
//! back in comes out the same.

/// The largest coordinate or size taken from outside, in px; more is cut to it.
const LARGEST: f64 = 10_000_000.0;

/// The nearest whole px; a number that is none becomes 0.
#[allow(
    clippy::cast_possible_truncation,
    reason = "cut to LARGEST before, which fits"
)]
pub(super) fn nearest(px: f64) -> i64 {
    sane(px).round() as i64
}

/// The least whole px that is no less.
#[allow(
    clippy::cast_possible_truncation,
    reason = "cut to LARGEST before, which fits"
)]
pub(super) fn at_least(px: f64) -> i64 {
    sane(px).ceil() as i64
}

/// A size or coordinate from outside made harmless: cut to what is drawable, 0 if it is no number.
pub(super) fn sane(px: f64) -> f64 {
    if px.is_finite() {
        px.clamp(-LARGEST, LARGEST)
    } else {
        0.0
    }
}

/// The same number as real px.
#[allow(
    clippy::cast_precision_loss,
    reason = "coordinates stay far below 2^52"
)]
pub(super) fn real(px: i64) -> f64 {
    px as f64
}

/// A count as a real number.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
pub(super) fn count(many: usize) -> f64 {
    many as f64
}

/// A count as a whole number that can be taken from another.
pub(super) fn signed(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}
