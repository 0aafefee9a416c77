//! When something was so: a calendar day, or a moment to the millisecond.

use std::{fmt, str::FromStr};

use time::{
    Date, OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339,
    macros::format_description,
};

/// Why a text is not a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Neither a day nor a moment.
    #[error("{0:?} is not a time; write 2017-01-31 or 2017-01-31T23:27:00Z")]
    Unreadable(String),
}

/// A calendar day with no hour and no zone, such as a due date. Years 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl FromStr for Day {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        Date::parse(text.trim(), format_description!("[year]-[month]-[day]"))
            .ok()
            .filter(|date| date.year() >= 0)
            .map(Self)
            .ok_or_else(|| TimeError::Unreadable(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            u8::from(self.0.month()),
            self.0.day()
        )
    }
}

/// When a factor was so or a piece of evidence was made.
///
/// Written as `2017-01-31` or, in UTC, `2017-01-31T23:27:00Z` with milliseconds only where there
/// are any. A moment in another zone is read and kept as UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Known to the day.
    Day(Day),
    /// Known to the moment, in UTC, whole milliseconds.
    Moment(Moment),
}

/// A moment in UTC, whole milliseconds, years 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// Milliseconds since 1970-01-01T00:00:00 UTC; negative before.
    pub fn unix_millis(self) -> i64 {
        self.0.unix_timestamp() * 1000 + i64::from(self.0.millisecond())
    }

    /// The moment so many milliseconds after 1970-01-01T00:00:00 UTC, where the calendar has one.
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        let moment = OffsetDateTime::from_unix_timestamp(millis.div_euclid(1000)).ok()?;
        let rest = u16::try_from(millis.rem_euclid(1000)).ok()?;
        let moment = moment.replace_millisecond(rest).ok()?;
        (0..=9999).contains(&moment.year()).then_some(Self(moment))
    }
}

impl FromStr for Moment {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        OffsetDateTime::parse(text.trim(), &Rfc3339)
            .ok()
            .and_then(|moment| moment.checked_to_offset(UtcOffset::UTC))
            .and_then(|moment| {
                let millis = moment.unix_timestamp() * 1000 + i64::from(moment.millisecond());
                Self::from_unix_millis(millis)
            })
            .ok_or_else(|| TimeError::Unreadable(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (day, (hour, minute, second)) = (Day(self.0.date()), self.0.to_hms());
        write!(f, "{day}T{hour:02}:{minute:02}:{second:02}")?;
        match self.0.millisecond() {
            0 => f.write_str("Z"),
            millis => write!(f, ".{millis:03}Z"),
        }
    }
}

impl When {
    /// Whether this lies wholly before the other: never true for a day and a moment in that day,
    /// because nobody knows which came first.
    pub fn is_before(self, other: Self) -> bool {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a < b,
            (Self::Moment(a), Self::Moment(b)) => a < b,
            (Self::Day(a), Self::Moment(b)) => a.0 < b.0.date(),
            (Self::Moment(a), Self::Day(b)) => a.0.date() < b.0,
        }
    }
}

impl FromStr for When {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        text.parse()
            .map(Self::Day)
            .or_else(|_| text.parse().map(Self::Moment))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_the_same() {
        for text in [
            "2017-01-31",
            "2017-01-31T23:27:00Z",
            "2017-01-31T23:27:00.042Z",
        ] {
            assert_eq!(text.parse::<When>().unwrap().to_string(), text);
        }
        let shifted: When = "2017-02-01T00:27:00+01:00".parse().unwrap();
        assert_eq!(shifted.to_string(), "2017-01-31T23:27:00Z");
        for bad in [
            "",
            "2017-02-30",
            "yesterday",
            "2017-01-31T25:00:00Z",
            "-0001-01-01",
        ] {
            assert!(bad.parse::<When>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_day_and_a_moment_in_it_have_no_order() {
        let when = |text: &str| text.parse::<When>().unwrap();
        assert!(when("2017-01-30").is_before(when("2017-01-31T00:00:00Z")));
        assert!(!when("2017-01-31").is_before(when("2017-01-31T12:00:00Z")));
        assert!(!when("2017-01-31T12:00:00Z").is_before(when("2017-01-31")));
    }
}
