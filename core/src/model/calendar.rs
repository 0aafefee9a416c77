//! Days and moments of the proleptic Gregorian calendar as numbers, and their reading.
//!
//! A package for dates would be as large on the page as the whole of `model`; this is all of it that
//! an incident needs. The tests compare it with such a package.

use std::ops::Range;

pub(super) const MILLIS_A_DAY: i64 = 24 * 60 * 60 * 1000;

/// The days of the years 0 to 9999, since 1970-01-01.
pub(super) const DAYS: Range<i64> = -719_528..2_932_897;

/// The days from 1970-01-01 to this date, where the calendar has it. Source: Howard Hinnant,
/// <https://howardhinnant.github.io/date_algorithms.html#days_from_civil>.
fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // The year begins in March, so that the day that comes and goes is its last.
    let (year_of_march, months) = match month {
        1 | 2 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    let era = year_of_march.div_euclid(400);
    let year_of_era = year_of_march.rem_euclid(400);
    let day_of_year = (153 * months + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    let days = era * 146_097 + day_of_era - 719_468;
    (DAYS.contains(&days) && date_of(days) == (year, month, day)).then_some(days)
}

/// The year, the month and the day so many days after 1970-01-01. Source: as above,
/// `civil_from_days`.
pub(super) fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let months = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * months + 2) / 5 + 1;
    let month = if months < 10 { months + 3 } else { months - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, day)
}

/// Reads `2017-01-31` as days since 1970-01-01.
pub(super) fn read_day(text: &str) -> Option<i64> {
    let mut rest = Rest(text);
    let days = rest.day()?;
    rest.0.is_empty().then_some(days)
}

/// Reads what RFC 3339 calls a date and time, such as `2017-01-31T23:27:00.5+01:00`, as milliseconds
/// since 1970-01-01T00:00:00 UTC. What is finer than a millisecond is cut off. A leap second, which
/// comes at the end of a month only, counts as the last millisecond before it.
pub(super) fn read_moment(text: &str) -> Option<i64> {
    let mut rest = Rest(text);
    let days = rest.day()?;
    // Any sign may part the day from the hour.
    rest.0 = rest.0.get(1..)?;
    let (hour, minute) = rest.clock()?;
    rest.sign(':')?;
    let second = rest.number(2)?;
    let millis = if rest.sign('.').is_some() {
        rest.fraction()?
    } else {
        0
    };
    let ahead = rest.zone()?;
    if !rest.0.is_empty() || second > 60 {
        return None;
    }
    let minutes = days * 24 * 60 + hour * 60 + minute - ahead;
    if second < 60 {
        return Some((minutes * 60 + second) * 1000 + millis);
    }
    let end = (minutes + 1) * 60 * 1000;
    let ends_month = end % MILLIS_A_DAY == 0 && date_of(end / MILLIS_A_DAY).2 == 1;
    ends_month.then_some(end - 1)
}

/// What is left to read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn day(&mut self) -> Option<i64> {
        let year = self.number(4)?;
        self.sign('-')?;
        let month = self.number(2)?;
        self.sign('-')?;
        days_of(year, month, self.number(2)?)
    }

    fn clock(&mut self) -> Option<(i64, i64)> {
        let hour = self.number(2)?;
        self.sign(':')?;
        let minute = self.number(2)?;
        (hour < 24 && minute < 60).then_some((hour, minute))
    }

    /// How many minutes a zone is ahead of UTC.
    fn zone(&mut self) -> Option<i64> {
        if self.sign('Z').or_else(|| self.sign('z')).is_some() {
            return Some(0);
        }
        let is_ahead = self.sign('+').is_some();
        if !is_ahead {
            self.sign('-')?;
        }
        let (hour, minute) = self.clock()?;
        let minutes = hour * 60 + minute;
        Some(if is_ahead { minutes } else { -minutes })
    }

    /// The milliseconds of a fraction of a second, of which there may be any number of digits.
    fn fraction(&mut self) -> Option<i64> {
        let end = self.0.find(|c: char| !c.is_ascii_digit());
        let (digits, rest) = self.0.split_at_checked(end.unwrap_or(self.0.len()))?;
        self.0 = rest;
        if digits.is_empty() {
            return None;
        }
        let millis = format!("{digits:0<3.3}");
        millis.parse().ok()
    }

    /// A number of exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| number.parse().ok())?
    }

    fn sign(&mut self, sign: char) -> Option<()> {
        self.0 = self.0.strip_prefix(sign)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::{
        Date, OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description,
    };

    use super::*;

    fn theirs(text: &str) -> Option<i64> {
        let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
        i64::try_from(moment.unix_timestamp_nanos().div_euclid(1_000_000)).ok()
    }

    #[test]
    fn every_day_is_read_back() {
        for days in DAYS {
            let (year, month, day) = date_of(days);
            assert_eq!(days_of(year, month, day), Some(days));
        }
        assert_eq!(date_of(DAYS.start), (0, 1, 1));
        assert_eq!(date_of(DAYS.end - 1), (9999, 12, 31));
    }

    #[test]
    fn leap_seconds_end_a_month() {
        for text in [
            "2016-12-31T23:59:60Z",
            "2017-01-01T00:59:60.5+01:00",
            "2016-12-30T23:59:60Z",
            "2016-12-31T23:58:60Z",
            "2016-12-31T23:59:61Z",
        ] {
            assert_eq!(read_moment(text), theirs(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_the_days_that_a_package_for_dates_reads(
            text in "(19|20|0|9)[0-9]{2,3}-[0-9]{2}-[0-9]{2}",
        ) {
            let theirs = Date::parse(&text, format_description!("[year]-[month]-[day]")).ok();
            let theirs = theirs.map(|date| i64::from(date.to_julian_day()) - 2_440_588);
            prop_assert_eq!(read_day(&text), theirs);
        }

        #[test]
        fn reads_the_moments_that_a_package_for_dates_reads(
            text in "20[0-2][0-9]-[01][0-9]-[0-3][0-9][Tt_ ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,11})?(Z|z|[+-][0-2][0-9]:[0-6][0-9]|)",
        ) {
            prop_assert_eq!(read_moment(&text), theirs(&text));
        }

        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            let _ = (read_day(&text), read_moment(&text));
        }
    }
}
