//! Numbers as SVG needs them: short, and the same everywhere.

/// At most two decimals, no exponent, no "-0"; 0 for what is no number.
pub(super) fn short(number: f64) -> String {
    if !number.is_finite() {
        return "0".to_owned();
    }
    let rounded = (number * 100.0).round() / 100.0;
    // Adding zero turns -0 into 0.
    let mut written = format!("{:.2}", rounded + 0.0);
    let kept = written.trim_end_matches('0').trim_end_matches('.').len();
    written.truncate(kept);
    written
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn numbers_are_short() {
        for (number, expected) in [
            (0.0, "0"),
            (-0.001, "0"),
            (100.0, "100"),
            (1.5, "1.5"),
            (-2.346, "-2.35"),
            (1e6, "1000000"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
        ] {
            assert_eq!(short(number), expected);
        }
    }
}
