//! What one line of words says.

use super::{
    clock,
    question::{self, Asks},
    reference::{self, Reference},
};
use crate::model::{Role, When};

/// What a line of words says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning<'a> {
    /// Nothing, or only "why?".
    Nothing,
    /// A question for causes; the words as they stand.
    Question(&'a str),
    /// A factor told elsewhere.
    Reference(Reference<'a>),
    /// A factor.
    Statement(Statement),
}

/// A factor as a line tells it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
    /// What was so or happened.
    pub(super) words: String,
    /// It ends in a question mark.
    pub(super) unverified: bool,
    /// It held something back, and in which role.
    pub(super) held_back_as: Option<Role>,
    /// The stamp behind it, such as `(2017-01-31T23:27:00Z)`; it is no part of the words.
    pub(super) stamp: Option<When>,
    /// The time of day in its words, such as `23:27:00`.
    pub(super) time_of_day: Option<String>,
}

/// Before words that are to be taken as they stand, whatever they look like.
pub(super) const AS_IT_STANDS: char = '\\';

/// Reads the words of one line; see [`Meaning`].
pub(super) fn read(words: &str) -> Meaning<'_> {
    if words.starts_with(AS_IT_STANDS) {
        return Meaning::Statement(statement(words));
    }
    let words = without_emphasis(words);
    match question::asks(words) {
        Some(Asks::Barely) => return Meaning::Nothing,
        Some(Asks::InWords) => return Meaning::Question(words),
        None if words.is_empty() => return Meaning::Nothing,
        None => {}
    }
    if let Some(reference) = reference::read(words) {
        return Meaning::Reference(reference);
    }
    Meaning::Statement(statement(words))
}

/// Reads words as a statement, whatever else they could be.
pub(super) fn statement(words: &str) -> Statement {
    let (held_back_as, rest) = held_back(without_emphasis(words));
    if let Some(words) = rest.strip_prefix(AS_IT_STANDS) {
        return Statement {
            words: words.to_owned(),
            unverified: false,
            held_back_as,
            stamp: None,
            time_of_day: None,
        };
    }
    let (rest, stamp) = stamp(rest);
    let rest = question::without_why(rest);
    let bare_end = rest.trim_end_matches(|c: char| c.is_whitespace() || "!)\"'”".contains(c));
    Statement {
        words: bold_removed(rest),
        unverified: bare_end.ends_with('?'),
        held_back_as,
        stamp,
        time_of_day: clock::find_time(rest),
    }
}

/// How the two roles that hold back are written before a statement.
pub(super) const HELD_BACK: [(&str, Role); 2] = [
    ("held back by luck:", Role::Luck),
    ("held back by a safeguard:", Role::Safeguard),
];

fn held_back(words: &str) -> (Option<Role>, &str) {
    HELD_BACK
        .into_iter()
        .find_map(|(prefix, role)| {
            let start = words.get(..prefix.len())?;
            let rest = words.get(prefix.len()..)?.trim_start();
            let is_one = start.eq_ignore_ascii_case(prefix) && !rest.is_empty();
            is_one.then_some((Some(role), rest))
        })
        .unwrap_or((None, words))
}

/// A whole day or moment in brackets at the end, as the outline is written by this program.
fn stamp(words: &str) -> (&str, Option<When>) {
    let found = words
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .and_then(|(before, stamp)| Some((before.trim_end(), stamp.parse().ok()?)));
    match found {
        Some((before, stamp)) if !before.is_empty() => (before, Some(stamp)),
        _ => (words, None),
    }
}

/// The words without the signs around all of them that make them bold or slanted.
pub(super) fn without_emphasis(words: &str) -> &str {
    let mut words = words.trim();
    for sign in ["**", "__", "*", "_"] {
        let inside = words
            .strip_prefix(sign)
            .and_then(|rest| rest.strip_suffix(sign))
            .filter(|inside| !inside.trim().is_empty() && !inside.contains(sign));
        words = inside.map_or(words, str::trim);
    }
    words
}

/// The words without `**` around some of them.
pub(super) fn bold_removed(words: &str) -> String {
    let pairs = words.matches("**").count();
    if pairs == 0 || pairs % 2 == 1 {
        return words.to_owned();
    }
    match words.replace("**", "").trim() {
        "" => words.to_owned(),
        plain => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> Statement {
        match read(words) {
            Meaning::Statement(statement) => statement,
            other => panic!("{words:?} reads as {other:?}"),
        }
    }

    #[test]
    fn emphasis_and_whys_go_and_words_stay() {
        assert_eq!(said("**disk full**").words, "disk full");
        assert_eq!(said("**disk** was _so_ full").words, "disk was _so_ full");
        assert_eq!(said("2 ** 3 grew").words, "2 ** 3 grew");
        assert_eq!(said("why? wrong *host*").words, "wrong *host*");
        assert_eq!(
            said("logs not archived -> can't catch up").words,
            "logs not archived -> can't catch up"
        );
        assert_eq!(
            said("\"other backups will do\"").words,
            "\"other backups will do\""
        );
        assert_eq!(said("\\why?").words, "why?");
        assert_eq!(said("****").words, "****");
    }

    #[test]
    fn a_question_mark_leaves_a_statement_unverified() {
        assert!(said("flag = hard delete?!").unverified);
        assert!(said("first thought: attack?").unverified);
        assert!(!said("hard delete").unverified);
    }

    #[test]
    fn stamps_leave_the_words_and_times_of_day_stay() {
        let stamped = said("disk full (2017-01-31T23:27:00Z)");
        assert_eq!(stamped.words, "disk full");
        assert_eq!(stamped.stamp.unwrap().to_string(), "2017-01-31T23:27:00Z");
        let told = said("disk full (23:27 UTC)");
        assert_eq!(told.words, "disk full (23:27 UTC)");
        assert_eq!(told.time_of_day.as_deref(), Some("23:27:00"));
    }

    #[test]
    fn what_held_back_is_told_by_its_opening() {
        let luck = said("Held back by luck: a snapshot was at hand");
        assert_eq!(luck.held_back_as, Some(Role::Luck));
        assert_eq!(luck.words, "a snapshot was at hand");
    }
}
