//! Finds the line and column of a value in JSON text.
//!
//! The parser tells places only while it reads; what parts say of each other is checked afterwards,
//! and its complaint needs a place too. So the text, known to be well formed by then, is walked once
//! more along the path.

use std::fmt;

use super::path::{Path, Step};

/// A place in a text, as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Where the value at the end of `path` begins; nothing where `text` has no such value.
///
/// Linear in the length of the text. Of a field given twice the first counts.
pub(super) fn locate(text: &str, path: &Path) -> Option<Place> {
    let mut scanner = Scanner { text, at: 0 };
    for step in &path.0 {
        scanner.skip_space();
        match step {
            Step::Field(name) => scanner.enter_field(name)?,
            Step::Index(index) => scanner.enter_index(*index)?,
        }
    }
    scanner.skip_space();
    place_of(text, scanner.at)
}

/// The place the parser means, which counts the columns of a line in bytes.
pub(super) fn from_parser(text: &str, line: usize, column: usize) -> Option<Place> {
    let before = column.checked_sub(1)?;
    let line_before = text.split('\n').nth(line.checked_sub(1)?)?;
    let characters = line_before.char_indices().filter(|(at, _)| *at < before);
    Some(Place {
        line,
        column: characters.count() + 1,
    })
}

/// The place of a byte, where a character begins there.
fn place_of(text: &str, byte: usize) -> Option<Place> {
    let before = text.get(..byte)?;
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Some(Place {
        line: before.matches('\n').count() + 1,
        column: before.get(line_start..)?.chars().count() + 1,
    })
}

/// Walks well-formed JSON; on any other text it stops early, and never panics.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, wanted: u8) -> Option<()> {
        self.skip_space();
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    /// From an object's brace to the value of the field of this name.
    fn enter_field(&mut self, name: &str) -> Option<()> {
        self.take(b'{')?;
        loop {
            self.skip_space();
            let start = self.at + 1;
            self.skip_string()?;
            // Names of our fields are written without escapes by every known writer.
            let found = self.text.get(start..self.at.checked_sub(1)?)?;
            let wanted = found == name;
            self.take(b':')?;
            if wanted {
                return Some(());
            }
            self.skip_value()?;
            self.take(b',')?;
        }
    }

    /// From a list's bracket to the value of this index.
    fn enter_index(&mut self, index: usize) -> Option<()> {
        self.take(b'[')?;
        for _ in 0..index {
            self.skip_value()?;
            self.take(b',')?;
        }
        Some(())
    }

    /// Past one value, however deep.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.skip_space();
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                _ => self.skip_word()?,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Past a number, `true`, `false` or `null`.
    fn skip_word(&mut self) -> Option<()> {
        let start = self.at;
        while self
            .peek()
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    /// Past a string, from its opening to behind its closing quote.
    fn skip_string(&mut self) -> Option<()> {
        self.take(b'"')?;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a\": [1, {\"x\\\"\": [[]], \"é\": \"ü\", \"b\": true}],\n  \"c\": null\n}";

    fn found(path: Vec<Step>) -> Option<(usize, usize)> {
        locate(TEXT, &Path(path)).map(|place| (place.line, place.column))
    }

    #[test]
    fn finds_values_as_an_editor_counts() {
        use Step::{Field, Index};
        assert_eq!(found(vec![]), Some((1, 1)));
        assert_eq!(found(vec![Field("a")]), Some((2, 8)));
        assert_eq!(found(vec![Field("a"), Index(0)]), Some((2, 9)));
        assert_eq!(found(vec![Field("a"), Index(1)]), Some((2, 12)));
        // Behind é and ü, which are two bytes each.
        assert_eq!(found(vec![Field("a"), Index(1), Field("b")]), Some((2, 41)));
        assert_eq!(found(vec![Field("c")]), Some((3, 8)));
    }

    #[test]
    fn finds_nothing_where_there_is_nothing() {
        use Step::{Field, Index};
        assert_eq!(found(vec![Field("d")]), None);
        assert_eq!(found(vec![Field("a"), Index(2)]), None);
        assert_eq!(found(vec![Index(0)]), None);
    }

    #[test]
    fn a_text_cut_anywhere_is_searched_as_far_as_it_goes() {
        let behind_colon = TEXT.find("\"c\":").unwrap() + 4;
        for end in (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)) {
            let found = locate(&TEXT[..end], &Path(vec![Step::Field("c")]));
            assert_eq!(found.is_some(), end >= behind_colon, "{end}");
        }
    }
}
