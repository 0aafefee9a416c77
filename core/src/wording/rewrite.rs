//! A statement with the marked words replaced, so that it still reads as a sentence.

use std::ops::Range;

use crate::model::Label;

use super::rule::Language;

/// The statement with these bytes of it said in other words; nothing where that leaves no statement.
///
/// The first letter keeps its size, what is taken out takes its white space along, and an article before
/// it is made to fit what then follows.
pub(super) fn rewritten(
    text: &str,
    span: &Range<usize>,
    say: &str,
    language: &Language,
) -> Option<Label> {
    let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
    let (before, after) = if say.is_empty() {
        let after = after.trim_start_matches([',', ' ']);
        (fitted(before, after, language), after)
    } else {
        (before.to_owned(), after)
    };
    let joined = format!("{before}{say}{after}");
    let is_upper = text.chars().next().is_some_and(char::is_uppercase);
    Label::new(&with_first(&joined, is_upper && span.start == 0)).ok()
}

/// The words with the first letter as large as it was.
fn with_first(words: &str, upper: bool) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if upper => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// What stands before, its last word an article that fits what comes next.
fn fitted(before: &str, after: &str, language: &Language) -> String {
    let Some((plain, vowel)) = language.articles else {
        return before.to_owned();
    };
    let trimmed = before.trim_end();
    let (rest, last) = trimmed
        .rsplit_once(' ')
        .map_or(("", trimmed), |(rest, last)| (rest, last));
    let lower = last.to_lowercase();
    if lower != plain && lower != vowel {
        return before.to_owned();
    }
    let starts_with_vowel = after.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']);
    let article = if starts_with_vowel { vowel } else { plain };
    let article = with_first(article, last.starts_with(char::is_uppercase));
    let gap = if rest.is_empty() { "" } else { " " };
    format!("{rest}{gap}{article} ")
}
