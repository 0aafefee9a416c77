//! A statement as words and signs, each with its place in it.

/// A word or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// In lower case, with a straight apostrophe: what rules are compared with.
    pub(super) plain: String,
    /// Where it begins, in bytes.
    pub(super) start: usize,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a word: a sign is what is left.
    pub(super) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphanumeric)
    }

    /// Whether it is written with a capital first and small letters after it, as names are.
    pub(super) fn is_capitalised(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
    }
}

/// An apostrophe, straight or curly.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

/// A mark that belongs to the letter before it: an accent written as a character of its own.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The words and signs of a statement. A word is a run of letters and digits; an apostrophe between two
/// letters belongs to it. White space and hyphens part words and are no signs. Linear in the text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}') {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, next)) = rest.peek().copied() {
                let after = text.get(at + next.len_utf8()..).unwrap_or_default();
                let joins = is_apostrophe(next) && after.starts_with(char::is_alphabetic);
                if !(next.is_alphanumeric() || is_mark(next) || joins) {
                    break;
                }
                end = at + next.len_utf8();
                rest.next();
            }
        }
        let text = text.get(start..end).unwrap_or_default();
        let plain = text.to_lowercase().replace('\u{2019}', "'");
        found.push(Token { text, plain, start });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.plain).collect()
    }

    #[test]
    fn words_are_parted_by_hyphens_and_keep_their_apostrophes() {
        assert_eq!(plain("Just-in-time"), ["just", "in", "time"]);
        assert_eq!(
            plain("We DIDN’T, 'really'"),
            ["we", "didn't", ",", "'", "really", "'"]
        );
        assert_eq!(plain("hosts' É\u{301}te"), ["hosts", "'", "é\u{301}te"]);
        assert_eq!(plain(" "), Vec::<String>::new());
    }

    #[test]
    fn a_name_has_a_capital_and_small_letters() {
        let capitals: Vec<bool> = tokens("Priya DBA ops Émile 7B")
            .iter()
            .map(Token::is_capitalised)
            .collect();
        assert_eq!(capitals, [true, false, false, true, false]);
    }
}
