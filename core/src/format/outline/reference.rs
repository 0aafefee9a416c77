//! "See 3" and "see: statement": lines that mean a factor told elsewhere.

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference<'a> {
    /// An item by its number.
    Number(&'a str),
    /// A statement; surely one, because of the colon.
    Statement(&'a str),
    /// A statement, if there is one of these words; else the line says what it says.
    Perhaps(&'a str),
}

/// Reads a line as a reference, if it may be one.
pub(super) fn read(words: &str) -> Option<Reference<'_>> {
    let lower = words.to_ascii_lowercase();
    let opening = ["see also", "same as", "see", "cf."]
        .into_iter()
        .find(|opening| lower.starts_with(opening))?;
    let rest = words.get(opening.len()..)?;
    let has_colon = rest.trim_start().starts_with(':');
    if !has_colon && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let rest = rest.trim_start().trim_start_matches(':').trim();
    if let Some(number) = number(rest) {
        return Some(Reference::Number(number));
    }
    match (rest.is_empty(), has_colon) {
        (true, _) => None,
        (false, true) => Some(Reference::Statement(rest)),
        (false, false) => Some(Reference::Perhaps(rest)),
    }
}

/// `3`, `#3`, `(3)`, `no. 3`, `item 3`, `1.2`.
fn number(words: &str) -> Option<&str> {
    let lower = words.to_ascii_lowercase();
    let opening = ["no. ", "number ", "item ", "point "]
        .into_iter()
        .find(|opening| lower.starts_with(opening))
        .unwrap_or_default();
    let digits = words
        .get(opening.len()..)?
        .trim_matches(|c: char| c.is_whitespace() || "#().[]".contains(c));
    let is_number = !digits.is_empty()
        && digits.len() <= 12
        && digits
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    is_number.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_refers_and_what_does_not() {
        for three in [
            "see 3",
            "See #3",
            "see (3).",
            "see item 3",
            "cf. 3",
            "same as no. 3",
        ] {
            assert_eq!(read(three), Some(Reference::Number("3")), "{three}");
        }
        assert_eq!(read("see also 1.2"), Some(Reference::Number("1.2")));
        assert_eq!(
            read("see: disk full"),
            Some(Reference::Statement("disk full"))
        );
        assert_eq!(read("see disk full"), Some(Reference::Perhaps("disk full")));
        for statement in [
            "seen 3 times",
            "see",
            "see:",
            "logs not archived -> can't catch up",
        ] {
            assert_eq!(read(statement), None, "{statement}");
        }
    }
}
