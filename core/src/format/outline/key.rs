//! When two statements are the same, and when a question speaks of one.

use std::collections::BTreeSet;

/// What a statement says apart from case, punctuation and white space: its words and the signs that
/// carry meaning (`< 5` is not `> 5`). Nothing where there is no word.
pub(super) fn key(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let mut parts: Vec<String> = vec![String::new()];
    let mut chars = lower.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let is_minus =
            c == '-' && before.is_whitespace() && chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_alphanumeric() {
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
        } else if is_minus || "+<>=%&$€£@#*/^|~".contains(c) {
            parts.push(c.to_string());
            parts.push(String::new());
        } else if !matches!(c, '\'' | '’') {
            parts.push(String::new());
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    let has_word = parts
        .iter()
        .any(|part| part.contains(char::is_alphanumeric));
    has_word.then(|| parts.join(" "))
}

/// How many telling words of a question a statement has too.
pub(super) fn echo(question: &BTreeSet<String>, statement: &str) -> usize {
    telling(statement).intersection(question).count()
}

/// Words that tell nothing about what a question is about.
const FILLERS: [&str; 42] = [
    "a", "all", "an", "and", "are", "at", "be", "been", "by", "come", "could", "did", "do", "does",
    "for", "from", "had", "has", "have", "how", "in", "is", "it", "long", "not", "of", "on", "or",
    "our", "so", "that", "the", "then", "this", "to", "was", "we", "were", "what", "why", "with",
    "you",
];

/// The words that tell what a line is about.
pub(super) fn telling(words: &str) -> BTreeSet<String> {
    let lower = words.to_lowercase();
    let mut telling = BTreeSet::new();
    for word in lower.split(|c: char| !c.is_alphanumeric()) {
        // A plural is the same word.
        let word = if word.len() > 3 {
            word.trim_end_matches('s')
        } else {
            word
        };
        if !word.is_empty() && FILLERS.binary_search(&word).is_err() {
            telling.insert(word.to_owned());
        }
    }
    telling
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_punctuation_and_space_do_not_matter() {
        assert_eq!(key("No owner!"), key("no  OWNER"));
        assert_eq!(
            key("\"other backups will do\""),
            key("Other backups will do.")
        );
        assert_eq!(key("can't"), key("can’t"));
        assert_ne!(key("load < 5"), key("load > 5"));
        assert_ne!(key("traffic -80%"), key("traffic 80%"));
        assert_ne!(key("C crash"), key("C++ crash"));
        assert_eq!(key("?!"), None);
        assert_eq!(key(">>"), None);
    }

    #[test]
    fn a_question_echoes_what_it_asks_about() {
        assert!(FILLERS.is_sorted());
        let echo = |question, statement| echo(&telling(question), statement);
        assert_eq!(echo("why down so long?", "site down ~18h"), 1);
        assert_eq!(echo("why data lost?", "~6h of data gone"), 1);
        assert_eq!(echo("Why 502s?", "502s everywhere"), 1);
        assert_eq!(echo("Why so long?", "so long was it not on"), 0);
    }
}
