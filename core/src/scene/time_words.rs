//! A factor's time in the few letters a card has room for.

use crate::model::When;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A moment on the incident's own day as "23:27 UTC", on another as "1 Feb 00:05 UTC"; a day as
/// "31 Jan". The year is added where it is not the incident's, or where the incident has no date.
pub fn time_words(when: When, incident: Option<When>) -> String {
    let (written, known) = (when.to_string(), incident.map(|date| date.to_string()));
    let known = known.as_deref().unwrap_or_default();
    let clock = written.get(11..16).map(|clock| format!("{clock} UTC"));
    match clock {
        Some(clock) if same(&written, known, 10) => clock,
        Some(clock) => format!("{} {clock}", day(&written, known)),
        None => day(&written, known),
    }
}

/// Whether two dates written as ISO 8601 agree in so many letters from the start.
fn same(one: &str, other: &str, letters: usize) -> bool {
    one.get(..letters)
        .is_some_and(|start| other.starts_with(start))
}

fn day(written: &str, known: &str) -> String {
    let number = |from: usize, to: usize| written.get(from..to)?.parse::<usize>().ok();
    let month = number(5, 7).and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let (Some(day), Some(month)) = (number(8, 10), month) else {
        return written.to_owned();
    };
    match written.get(..4) {
        Some(year) if !same(written, known, 4) => format!("{day} {month} {year}"),
        _ => format!("{day} {month}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_no_more_than_is_needed() {
        let words = |when: &str, incident: Option<&str>| {
            let incident = incident.map(|date| date.parse().unwrap());
            time_words(when.parse().unwrap(), incident)
        };
        let incident = Some("2017-01-31");
        assert_eq!(words("2017-01-31T23:27:00Z", incident), "23:27 UTC");
        assert_eq!(words("2017-02-01T00:05:00Z", incident), "1 Feb 00:05 UTC");
        assert_eq!(words("2017-02-01", incident), "1 Feb");
        assert_eq!(words("2016-12-24", incident), "24 Dec 2016");
        assert_eq!(words("2017-02-01", None), "1 Feb 2017");
        assert_eq!(
            words("2017-01-31T23:27:00Z", Some("2017-01-31T22:00:00Z")),
            "23:27 UTC"
        );
    }
}
