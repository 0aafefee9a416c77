//! Dates and times of day in a scribe's words.
//!
//! A scribe's words are never changed for a time found in them; where there is doubt about the zone
//! or the day, no time is taken from them.

use crate::model::When;

/// A calendar day found in words, as `2017-01-31`.
///
/// Takes `2017-01-31`, `2017/01/31`, `31 January 2017` and `January 31, 2017`, months in English
/// and at least three letters long. `01.02.2017` is left alone: it means two days.
pub(super) fn find_date(words: &str) -> Option<String> {
    let parts: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || "(),;".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let iso = parts.iter().find_map(|part| iso_date(part));
    iso.or_else(|| {
        parts.windows(3).find_map(|three| match three {
            [a, b, c] => written_date(a, b, c).or_else(|| written_date(b, a, c)),
            _ => None,
        })
    })
}

fn iso_date(part: &str) -> Option<String> {
    let part = part.trim_end_matches(['.', ':']);
    let fields: Vec<&str> = part.split(['-', '/']).collect();
    let [year, month, day] = fields.as_slice() else {
        return None;
    };
    let widths = (year.len(), month.len(), day.len());
    (widths == (4, 2, 2))
        .then(|| valid(year, month, day))
        .flatten()
}

fn written_date(day: &str, month: &str, year: &str) -> Option<String> {
    let day = ["st", "nd", "rd", "th", "."]
        .into_iter()
        .find_map(|end| day.strip_suffix(end))
        .unwrap_or(day);
    let year = year.trim_end_matches(['.', ':']);
    if day.is_empty() || day.len() > 2 || year.len() != 4 {
        return None;
    }
    let month = month_number(month.trim_end_matches('.'))?;
    valid(year, &format!("{month:02}"), &format!("{day:0>2}"))
}

fn month_number(word: &str) -> Option<usize> {
    let lower = word.to_lowercase();
    let months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let found = months
        .into_iter()
        .position(|month| lower.len() >= 3 && (month.starts_with(&lower) || lower == "sept"));
    match lower.as_str() {
        "sept" => Some(9),
        _ => found.map(|index| index + 1),
    }
}

/// Whether these digits are a day is for the model to say; here they are only put together.
fn valid(year: &str, month: &str, day: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year) && digits(month) && digits(day)).then(|| format!("{year}-{month}-{day}"))
}

/// The time of day a statement tells of itself, as `23:27:00`, in UTC.
///
/// A time in brackets counts when nothing else is in them ("(23:27 UTC)"), else one outside of
/// brackets counts ("at 14:07"). A time with another zone than UTC or GMT does not.
pub(super) fn find_time(words: &str) -> Option<String> {
    let (outside, inside) = split_brackets(words);
    let alone = inside.into_iter().find_map(|group| {
        let times = times_in(&group);
        let only = group.split_whitespace().all(|word| {
            word.starts_with(|c: char| c.is_ascii_digit() || "~@≈".contains(c))
                || ["at", "around", "ca.", "utc", "gmt", "am", "pm"]
                    .contains(&word.to_lowercase().as_str())
        });
        times.filter(|_| only)
    });
    alone.or_else(|| times_in(&outside))
}

/// The moment of a time such as `23:27:00` in UTC on a day.
pub(super) fn on_day(date: When, time_of_day: &str) -> Option<When> {
    let date = date.to_string();
    format!("{}T{time_of_day}Z", date.get(..10)?).parse().ok()
}

/// The statement without a time of its own in brackets, for finding the same statement again.
pub(super) fn without_time(words: &str) -> String {
    let (outside, inside) = split_brackets(words);
    if inside
        .iter()
        .any(|group| find_time(&format!("({group})")).is_none())
    {
        return words.to_owned();
    }
    outside
}

/// The words outside of round brackets, and each group inside.
fn split_brackets(words: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside) = (String::new(), Vec::new());
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once('(') {
        let Some((group, after)) = behind.split_once(')') else {
            break;
        };
        outside.push_str(before);
        outside.push(' ');
        inside.push(group.to_owned());
        rest = after;
    }
    outside.push_str(rest);
    (outside, inside)
}

/// The first time in words outside of brackets.
fn times_in(words: &str) -> Option<String> {
    let parts: Vec<&str> = words
        .split(|c: char| c.is_whitespace() || ",;".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    parts.iter().enumerate().find_map(|(at, part)| {
        let next = parts.get(at + 1).map(|next| next.to_lowercase());
        // "22:00-23:10" began at 22:00.
        let start = part.split(['-', '–']).next()?;
        time(start, next.as_deref().unwrap_or_default())
    })
}

/// Zones other than UTC that people write behind a time.
const OTHER_ZONES: [&str; 22] = [
    "pst", "pdt", "pt", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "cet", "cest",
    "bst", "ist", "jst", "eet", "eest", "aest", "aedt", "local",
];

fn time(part: &str, next: &str) -> Option<String> {
    let part = part.trim_start_matches(['~', '≈', '@', '[', '"']);
    let lower = part.to_lowercase();
    let lower = lower.trim_end_matches(['.', ':', ']', '!', '?', '"']);
    let (digits, half) = match ["am", "pm"].into_iter().find(|half| lower.ends_with(half)) {
        Some(half) => (lower.trim_end_matches(half), Some(half)),
        None => (lower, Some(next).filter(|next| ["am", "pm"].contains(next))),
    };
    let zone_free = digits
        .strip_suffix("utc")
        .or_else(|| digits.strip_suffix('z'))
        .unwrap_or(digits);
    let next_word = next.trim_matches(|c: char| !c.is_alphanumeric());
    if OTHER_ZONES.contains(&next_word) {
        return None;
    }
    let fields: Vec<&str> = zone_free.split(':').collect();
    let (hour, minute, second) = match fields.as_slice() {
        [hour, minute] => (*hour, *minute, "00"),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    // A single digit may be a ratio such as 1:10.
    let sure = hour.len() == 2 || half.is_some() || next_word == "utc" || zone_free != digits;
    let hour = on_the_clock(number(hour, 23)?, half)?;
    let widths = minute.len() == 2 && second.len() == 2;
    let (minute, second) = (number(minute, 59)?, number(second, 59)?);
    (sure && widths).then(|| format!("{hour:02}:{minute:02}:{second:02}"))
}

fn number(digits: &str, most: u32) -> Option<u32> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|number| *number <= most)
}

/// From a clock of 12 hours to one of 24.
fn on_the_clock(hour: u32, half: Option<&str>) -> Option<u32> {
    match half {
        None => Some(hour),
        Some(_) if !(1..=12).contains(&hour) => None,
        Some("pm") => Some(hour % 12 + 12),
        Some(_) => Some(hour % 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_mean_one_day() {
        let date = |words| find_date(words);
        let day = |text: &str| Some(text.to_owned());
        assert_eq!(
            date("GitLab.com DB outage 2017-01-31 - rough notes"),
            day("2017-01-31")
        );
        assert_eq!(date("2 July 2019 / WAF rule outage"), day("2019-07-02"));
        assert_eq!(date("on Sept. 3rd, 2020"), day("2020-09-03"));
        assert_eq!(date("(October 21, 2018)"), day("2018-10-21"));
        assert_eq!(date("01.02.2017"), None);
        assert_eq!(date("may 2019"), None);
        assert_eq!(date("ab-cd-efgh 12-34"), None);
    }

    #[test]
    fn times_a_statement_tells_of_itself() {
        let time = |words| find_time(words);
        let at = |text: &str| Some(text.to_owned());
        assert_eq!(
            time("live data dir got deleted (23:27 UTC)"),
            at("23:27:00")
        );
        assert_eq!(
            time("rule was on all machines at once 13:42"),
            at("13:42:00")
        );
        assert_eq!(time("kill switch only at 14:07, then"), at("14:07:00"));
        assert_eq!(time("page at 3:15 pm"), at("15:15:00"));
        assert_eq!(time("12:05am it stopped"), at("00:05:00"));
        assert_eq!(time("22:00-23:10 high load"), at("22:00:00"));
        assert_eq!(time("at 9:05Z"), at("09:05:00"));
        // The snapshot, not the statement.
        assert_eq!(time("copy was 6h old (lucky manual snapshot 17:20)"), None);
        assert_eq!(time("at 10:00 PST"), None);
        assert_eq!(time("ratio 1:10"), None);
        assert_eq!(time("25:00 and 12:61 and ::1 and host:8080"), None);
    }

    #[test]
    fn only_its_own_time_is_left_out() {
        assert_eq!(
            without_time("replication stopped (22:00)").trim(),
            "replication stopped"
        );
        assert_eq!(without_time("a (b)"), "a (b)");
    }
}
