//! What one line of words says.

use std::borrow::Cow;

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

/// The most bytes that are looked into. A longer line is no statement that a card could show; it is
/// taken as it stands, so that a hostile one cannot take long.
pub(super) const LONGEST_READ: usize = 2_000;

/// Before words that are to be taken as they stand, whatever they look like.
pub(super) const AS_IT_STANDS: char = '\\';

/// Reads the words of one line; see [`Meaning`].
pub(super) fn read(words: &str) -> Meaning<'_> {
    if words.starts_with(AS_IT_STANDS) || words.len() > LONGEST_READ {
        return Meaning::Statement(statement(words));
    }
    match question::asks(&without_emphasis(words)) {
        Some(Asks::Barely) => Meaning::Nothing,
        Some(Asks::InWords) => Meaning::Question(words),
        None if words.trim().is_empty() => Meaning::Nothing,
        None => match reference::read(words) {
            Some(reference) => Meaning::Reference(reference),
            None => Meaning::Statement(statement(words)),
        },
    }
}

/// Reads words as a statement, whatever else they could be.
pub(super) fn statement(words: &str) -> Statement {
    let (held_back_as, rest) = held_back(words.trim());
    let as_it_stands = rest.strip_prefix(AS_IT_STANDS);
    if let Some(words) = as_it_stands.or(Some(rest).filter(|rest| rest.len() > LONGEST_READ)) {
        return Statement {
            words: words.to_owned(),
            unverified: false,
            held_back_as,
            stamp: None,
            time_of_day: None,
        };
    }
    let (rest, stamp) = stamp(rest);
    let plain = without_emphasis(rest);
    let rest = question::without_why(&plain);
    let bare_end = rest.trim_end_matches(|c: char| c.is_whitespace() || "!)\"'”".contains(c));
    Statement {
        words: rest.to_owned(),
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

/// The words without the signs that make some of them bold or slanted.
///
/// A sign counts where it stands at the beginning of a word and its twin at the end of one: `*.log`,
/// `snake_case` and `2 * 3` stay.
pub(super) fn without_emphasis(words: &str) -> Cow<'_, str> {
    let mut plain = Cow::Borrowed(words.trim());
    if plain.len() > LONGEST_READ {
        return plain;
    }
    for sign in ["**", "__", "*", "_"] {
        while let Some((before, inside, after)) = emphasised(&plain, sign) {
            plain = Cow::Owned(format!("{before}{inside}{after}"));
        }
    }
    plain
}

/// The words before, inside and after the first pair of these signs.
fn emphasised<'a>(words: &'a str, sign: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let opens = |at: usize| {
        let before = words.get(..at).unwrap_or_default();
        let behind = words.get(at + sign.len()..).unwrap_or_default();
        let starts_word = |c: char| c.is_whitespace() || "(\"'".contains(c);
        (before.is_empty() || before.ends_with(starts_word)) && starts_with_word(behind, sign)
    };
    let closes = |at: usize| {
        let before = words.get(..at).unwrap_or_default();
        let behind = words.get(at + sign.len()..).unwrap_or_default();
        let ends_word = |c: char| c.is_whitespace() || ".,;:!?)\"'".contains(c);
        (behind.is_empty() || behind.starts_with(ends_word))
            && !before.ends_with(char::is_whitespace)
    };
    let signs = || words.match_indices(sign).map(|(at, _)| at);
    signs().filter(|at| opens(*at)).find_map(|open| {
        let start = open + sign.len();
        let close = signs().find(|at| *at > start && closes(*at))?;
        let (before, behind) = (words.get(..open)?, words.get(close + sign.len()..)?);
        Some((before, words.get(start..close)?, behind))
    })
}

fn starts_with_word(words: &str, sign: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || sign.contains(c);
    !words.is_empty() && !words.starts_with(is_mark)
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
        assert_eq!(said("**disk** was _so_ full").words, "disk was so full");
        assert_eq!(said("2 ** 3 ** 4 grew").words, "2 ** 3 ** 4 grew");
        assert_eq!(said("*.log and *.tmp stay").words, "*.log and *.tmp stay");
        assert_eq!(said("snake_case and _x").words, "snake_case and _x");
        assert_eq!(said("**why?** wrong *host*").words, "wrong host");
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
