//! When something was so: a calendar day, or a moment to the millisecond.

use std::{fmt, str::FromStr};

use super::calendar;

/// Why a text is not a time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Neither a day nor a moment.
    #[error("{0:?} is not a time; write 2017-01-31 or 2017-01-31T23:27:00Z")]
    Unreadable(String),
}

/// A calendar day with no hour and no zone, such as a due date. Years 0 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Since 1970-01-01.
    days: i64,
}

impl FromStr for Day {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let day = calendar::read_day(text.trim());
        day.map(|days| Self { days })
            .ok_or_else(|| unreadable(text))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = calendar::date_of(self.days);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn unreadable(text: &str) -> TimeError {
    TimeError::Unreadable(text.chars().take(40).collect())
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
pub struct Moment {
    /// Since 1970-01-01T00:00:00 UTC.
    millis: i64,
}

impl Moment {
    /// Milliseconds since 1970-01-01T00:00:00 UTC; negative before.
    pub fn unix_millis(self) -> i64 {
        self.millis
    }

    /// The moment so many milliseconds after 1970-01-01T00:00:00 UTC, where the calendar has one.
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        let days = millis.div_euclid(calendar::MILLIS_A_DAY);
        calendar::DAYS.contains(&days).then_some(Self { millis })
    }

    fn day(self) -> Day {
        Day {
            days: self.millis.div_euclid(calendar::MILLIS_A_DAY),
        }
    }
}

impl FromStr for Moment {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        calendar::read_moment(text.trim())
            .and_then(Self::from_unix_millis)
            .ok_or_else(|| unreadable(text))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_day = self.millis.rem_euclid(calendar::MILLIS_A_DAY);
        let (seconds, millis) = (in_day / 1000, in_day % 1000);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.day())?;
        match millis {
            0 => f.write_str("Z"),
            millis => write!(f, ".{millis:03}Z"),
        }
    }
}

impl When {
    /// The first and the last millisecond it may mean, since 1970-01-01T00:00:00 UTC: a whole day,
    /// or one and the same moment.
    pub fn span(self) -> (i64, i64) {
        match self {
            Self::Day(Day { days }) => {
                let first = days * calendar::MILLIS_A_DAY;
                (first, first + calendar::MILLIS_A_DAY - 1)
            }
            Self::Moment(moment) => (moment.millis, moment.millis),
        }
    }

    /// Whether this lies wholly before the other: never true for a day and a moment in that day,
    /// because nobody knows which came first.
    pub fn is_before(self, other: Self) -> bool {
        match (self, other) {
            (Self::Day(a), Self::Day(b)) => a < b,
            (Self::Moment(a), Self::Moment(b)) => a < b,
            (Self::Day(a), Self::Moment(b)) => a < b.day(),
            (Self::Moment(a), Self::Day(b)) => a.day() < b,
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

    #[test]
    fn what_is_before_ends_before() {
        let times = [
            "2017-01-30",
            "2017-01-30T23:59:59.999Z",
            "2017-01-31T00:00:00Z",
            "2017-01-31",
            "1969-12-31",
            "1970-01-01T00:00:00Z",
        ];
        for (a, b) in times.iter().flat_map(|a| times.map(|b| (a, b))) {
            let (a, b): (When, When) = (a.parse().unwrap(), b.parse().unwrap());
            assert_eq!(a.is_before(b), a.span().1 < b.span().0, "{a} and {b}");
        }
    }
}
