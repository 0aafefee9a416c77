//! Times as people type them in a meeting.

use super::{Day, TimeError, When};

/// Why what was typed is not a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypedTimeError {
    /// Neither a day, a moment nor a time of day.
    #[error("{0:?} is not a time; write 2017-01-31, 2017-01-31 23:27 or 23:27")]
    Unreadable(String),
    /// A time of day where nobody has said yet which day.
    #[error("a time of day needs a day; write 2017-01-31 {0}, or give the incident its date")]
    NoDay(String),
}

/// Reads what [`When`] writes, and what people type besides: `2017-01-31 23:27`, with seconds or
/// `UTC` after it if they like, and `23:27` on the incident's own day. No zone means UTC.
///
/// ```
/// use whyweb_core::model::{read_time, time_as_typed};
/// let incident = "2017-01-31".parse().ok();
/// let when = read_time("23:27", incident).unwrap();
/// assert_eq!(when.to_string(), "2017-01-31T23:27:00Z");
/// assert_eq!(time_as_typed(when), "2017-01-31 23:27 UTC");
/// ```
pub fn read_time(typed: &str, incident: Option<When>) -> Result<When, TypedTimeError> {
    let typed = typed.trim();
    if let Ok(when) = typed.parse() {
        return Ok(when);
    }
    let unreadable = || TypedTimeError::Unreadable(typed.chars().take(40).collect());
    let local = without_utc(typed);
    let (day, clock) = match local.split_once([' ', 'T', 't']) {
        Some((day, clock)) => (day.parse::<Day>().ok(), clock),
        None => (incident.and_then(day_of), local),
    };
    let clock = whole_clock(clock.trim()).ok_or_else(unreadable)?;
    match day {
        Some(day) => format!("{day}T{clock}Z")
            .parse()
            .map_err(|_: TimeError| unreadable()),
        None if local.contains(' ') => Err(unreadable()),
        None => Err(TypedTimeError::NoDay(local.to_owned())),
    }
}

/// A time as [`read_time`] reads it back: `2017-01-31`, or `2017-01-31 23:27 UTC` with seconds
/// only where there are any.
pub fn time_as_typed(when: When) -> String {
    let written = when.to_string();
    match written.trim_end_matches('Z').split_once('T') {
        Some((day, clock)) => {
            let clock = clock.strip_suffix(":00").unwrap_or(clock);
            format!("{day} {clock} UTC")
        }
        None => written,
    }
}

fn without_utc(typed: &str) -> &str {
    let cut = typed.len().saturating_sub(3);
    match typed.split_at_checked(cut) {
        Some((before, zone)) if zone.eq_ignore_ascii_case("utc") => before.trim_end(),
        _ => typed.trim_end_matches(['Z', 'z']),
    }
}

fn day_of(when: When) -> Option<Day> {
    when.to_string().get(..10)?.parse().ok()
}

/// `9:05` as `09:05:00`; what is no time of day comes back as none or is found out later.
fn whole_clock(clock: &str) -> Option<String> {
    let (hour, rest) = clock.split_once(':')?;
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let looks_right = matches!(hour.len(), 1 | 2) && is_number(hour);
    let rest = match rest.len() {
        2 => format!("{rest}:00"),
        _ => rest.to_owned(),
    };
    looks_right.then(|| format!("{hour:0>2}:{rest}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::incidents;

    fn read(typed: &str) -> Result<String, TypedTimeError> {
        read_time(typed, "2017-01-31T18:00:00Z".parse().ok()).map(|when| when.to_string())
    }

    #[test]
    fn reads_what_people_type() {
        for (typed, when) in [
            ("2017-01-31", "2017-01-31"),
            (" 2017-01-31 23:27 ", "2017-01-31T23:27:00Z"),
            ("2017-01-31 23:27:05 utc", "2017-01-31T23:27:05Z"),
            ("2017-01-31T23:27Z", "2017-01-31T23:27:00Z"),
            ("2017-02-01T00:27:00+01:00", "2017-01-31T23:27:00Z"),
            ("23:27", "2017-01-31T23:27:00Z"),
            ("9:05 UTC", "2017-01-31T09:05:00Z"),
        ] {
            assert_eq!(read(typed).as_deref(), Ok(when), "{typed}");
        }
    }

    #[test]
    fn says_why_something_is_no_time() {
        for typed in [
            "",
            "noon",
            "25:00",
            "23:7",
            "2017-02-30 10:00",
            "31.1. 10:00",
            "é:é",
            "1:é",
        ] {
            assert_eq!(
                read(typed),
                Err(TypedTimeError::Unreadable(typed.to_owned())),
                "{typed}"
            );
        }
        assert_eq!(
            read_time("23:27", None),
            Err(TypedTimeError::NoDay("23:27".to_owned()))
        );
    }

    proptest! {
        #[test]
        fn reads_back_what_it_wrote(incident in incidents()) {
            let times = incident.factors.values().filter_map(|factor| factor.time);
            for time in times.chain(incident.date) {
                prop_assert_eq!(read_time(&time_as_typed(time), None), Ok(time));
            }
        }

        #[test]
        fn never_panics(typed in "\\PC{0,20}") {
            let _ = read_time(&typed, None);
        }
    }
}
