//! What a text holds outside its strings and comments.

use crate::case::Case;

const TEMPORAL: [&str; 6] = [
    "date",
    "time",
    "localtime",
    "datetime",
    "localdatetime",
    "duration",
];
const WRITES: [&str; 7] = [
    "CREATE", "MERGE", "SET", "DELETE", "REMOVE", "DETACH", "FOREACH",
];

/// Whether the case calls a function of temporal types.
pub(crate) fn is_temporal(case: &Case) -> bool {
    if case.name.starts_with("expressions/temporal") {
        return true;
    }
    let mut texts = case.setup.iter().chain([&case.query]);
    texts.any(|text| {
        let words = words(text);
        let mut called = words.windows(2).filter(|pair| pair[1].1 == "(");
        called.any(|pair| {
            let name = pair[0].1.to_ascii_lowercase();
            let first = name.split('.').next().unwrap_or_default();
            TEMPORAL.contains(&first)
        })
    })
}

/// Whether the query would change the graph.
pub(crate) fn writes(query: &str) -> bool {
    words(query)
        .iter()
        .any(|(_, word)| is_one_of(word, &WRITES))
}

pub(crate) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// The words and signs of a text and where they begin; names keep their dots.
pub(crate) fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c == '\'' || c == '"' || c == '`' {
            while let Some((_, inner)) = rest.next() {
                if inner == '\\' && c != '`' {
                    rest.next();
                } else if inner == c {
                    break;
                }
            }
            let end = rest.peek().map_or(text.len(), |(at, _)| *at);
            words.push((start, &text[start..end]));
        } else if text[start..].starts_with("//") {
            while rest.peek().is_some_and(|(_, c)| *c != '\n') {
                rest.next();
            }
        } else if c.is_alphanumeric() || c == '_' {
            while rest
                .peek()
                .is_some_and(|(_, c)| c.is_alphanumeric() || matches!(c, '_' | '.'))
            {
                rest.next();
            }
            let end = rest.peek().map_or(text.len(), |(at, _)| *at);
            words.push((start, &text[start..end]));
        } else if !c.is_whitespace() {
            words.push((start, &text[start..start + c.len_utf8()]));
        }
    }
    words
}
