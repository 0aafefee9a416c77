//! Splits "site down ~18h, ~6h of data gone" into the outcomes it lists.

/// Longer lines are sentences, not lists.
const LONGEST_LIST: usize = 120;

/// Beginnings that carry a sentence on, so that the comma before them lists nothing.
const CARRIES_ON: [&str; 28] = [
    "after",
    "although",
    "and",
    "as",
    "because",
    "before",
    "but",
    "due",
    "except",
    "for",
    "however",
    "including",
    "nor",
    "or",
    "since",
    "so",
    "than",
    "that",
    "then",
    "until",
    "was",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "with",
];

/// The clauses of a line, where it is clearly a list; else the line as it stands.
///
/// A list is one short line of at least two words between any two commas or semicolons, none of which
/// carries on the one before.
pub(super) fn split(words: &str) -> Vec<&str> {
    let clauses: Vec<&str> = separate(words);
    let is_list = words.chars().count() <= LONGEST_LIST
        && !words.contains(". ")
        && clauses.len() > 1
        && clauses.iter().all(|clause| is_clause(clause));
    if is_list { clauses } else { vec![words.trim()] }
}

/// Splits at commas and semicolons outside of brackets and quotes, and not inside numbers.
fn separate(words: &str) -> Vec<&str> {
    let (mut clauses, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0_usize, false);
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '"' => quoted = !quoted,
            ',' | ';' if depth == 0 && !quoted => {
                let ends_word = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
                if ends_word {
                    clauses.push(words.get(start..at).unwrap_or_default().trim());
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    clauses.push(words.get(start..).unwrap_or_default().trim());
    clauses.retain(|clause| !clause.is_empty());
    clauses
}

fn is_clause(clause: &str) -> bool {
    let mut parts = clause.split_whitespace();
    let first = parts.next().unwrap_or_default().to_lowercase();
    parts.next().is_some() && !CARRIES_ON.contains(&first.as_str())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn lists_are_split_and_sentences_are_not() {
        assert_eq!(
            split("site down ~18h, ~6h of data gone"),
            ["site down ~18h", "~6h of data gone"]
        );
        assert_eq!(
            split("502s everywhere, traffic -80%"),
            ["502s everywhere", "traffic -80%"]
        );
        assert_eq!(split("a b; c d;"), ["a b", "c d"]);
        for whole in [
            "The site, which serves all, was down",
            "1,000 users hit",
            "down, slow",
            "site down (a b, c d)",
            "the site was down, and so was the API",
            "",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }
}
