//! JSON as text: two spaces deep, a line for each field and item.

use std::fmt::Write;

/// Writes values one after the other.
#[derive(Debug, Default)]
pub(super) struct Writer {
    text: String,
    depth: usize,
    /// The innermost list or object has nothing in it yet.
    is_empty: bool,
}

impl Writer {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// A number or a word of JSON itself.
    pub(super) fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Begins a list or an object by its bracket.
    pub(super) fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.is_empty = true;
    }

    /// Ends it.
    pub(super) fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.is_empty {
            self.line();
        }
        self.is_empty = false;
        self.text.push(bracket);
    }

    /// Begins an item of a list.
    pub(super) fn item(&mut self) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.line();
    }

    /// Begins a field, by its name.
    pub(super) fn field(&mut self, name: &str) {
        self.item();
        self.words(name);
        self.text.push_str(": ");
    }

    /// A string.
    pub(super) fn words(&mut self, words: &str) {
        self.text.push('"');
        for c in words.chars() {
            match c {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\0'..' ' => {
                    // Writing to memory cannot fail.
                    let _ = write!(self.text, "\\u{:04x}", u32::from(c));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn another_parser_reads_the_same_words(words in any::<String>()) {
            let mut out = Writer::default();
            out.words(&words);
            prop_assert_eq!(serde_json::from_str::<String>(&out.finish()).unwrap(), words);
        }
    }
}
