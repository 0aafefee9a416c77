//! The grammar of JSON (RFC 8259), read once from front to back.

use std::borrow::Cow;

use super::tree::{OPEN, Part};

/// How deep lists and objects may be inside each other; a file of ours goes seven deep.
const DEEPEST: usize = 127;

/// Where a text stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flaw {
    /// The byte.
    pub(super) at: usize,
    /// What is wrong; nothing where the text just ends.
    pub(super) what: Option<&'static str>,
}

/// The parts of a text up to its end or its first flaw.
pub(super) fn parts(text: &str) -> (Vec<Part>, Option<Flaw>) {
    let mut parser = Parser {
        text,
        at: 0,
        depth: 0,
        parts: Vec::new(),
    };
    let flaw = parser.file().err();
    (parser.parts, flaw)
}

/// The words of a string in its quotes.
pub(super) fn unescaped(raw: &str) -> Cow<'_, str> {
    let inner = raw.strip_prefix('"').unwrap_or(raw);
    let mut rest = inner.strip_suffix('"').unwrap_or(inner);
    let mut words = String::new();
    while let Some((before, _)) = rest.split_once('\\') {
        words.push_str(before);
        rest = rest.get(before.len()..).unwrap_or_default();
        // The parser has been here: every escape is one.
        let Some((c, length)) = escape(rest) else {
            break;
        };
        words.push(c);
        rest = rest.get(length..).unwrap_or_default();
    }
    if words.is_empty() {
        return Cow::Borrowed(rest);
    }
    words.push_str(rest);
    Cow::Owned(words)
}

/// The character an escape stands for, and its length in bytes.
fn escape(text: &str) -> Option<(char, usize)> {
    let c = match text.as_bytes().get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return code(text),
        c @ (b'"' | b'\\' | b'/') => char::from(*c),
        _ => return None,
    };
    Some((c, 2))
}

/// An escape of one UTF-16 code unit, or of the two of a surrogate pair.
fn code(text: &str) -> Option<(char, usize)> {
    let first = unit(text)?;
    if let Some(c) = char::from_u32(first) {
        return Some((c, 6));
    }
    let second = unit(text.get(6..)?)?;
    if first >= 0xDC00 || !(0xDC00..0xE000).contains(&second) {
        return None;
    }
    let c = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    Some((char::from_u32(c)?, 12))
}

fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let mut unit = 0;
    for digit in digits.chars() {
        unit = unit * 16 + digit.to_digit(16)?;
    }
    Some(unit)
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    parts: Vec<Part>,
}

impl Parser<'_> {
    fn file(&mut self) -> Result<(), Flaw> {
        self.value()?;
        match self.next() {
            None => Ok(()),
            Some(_) => Err(self.flaw("trailing characters")),
        }
    }

    fn value(&mut self) -> Result<(), Flaw> {
        let first = self.next();
        let index = self.open();
        match first {
            Some(b'{') => self.inside(b'}', Self::field)?,
            Some(b'[') => self.inside(b']', Self::value)?,
            Some(b'"') => self.string()?,
            Some(b't') => self.word("true")?,
            Some(b'f') => self.word("false")?,
            Some(b'n') => self.word("null")?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(self.flaw("expected value")),
        }
        self.close(index);
        Ok(())
    }

    /// What stands in an object or a list, up to the bracket that closes it.
    fn inside(&mut self, closing: u8, part: fn(&mut Self) -> Result<(), Flaw>) -> Result<(), Flaw> {
        if self.depth >= DEEPEST {
            return Err(self.flaw("lists and objects are too deep inside each other"));
        }
        self.depth += 1;
        self.at += 1;
        if self.next() != Some(closing) {
            loop {
                part(self)?;
                match self.next() {
                    Some(b',') => self.at += 1,
                    Some(found) if found == closing => break,
                    _ if closing == b'}' => return Err(self.flaw("expected `,` or `}`")),
                    _ => return Err(self.flaw("expected `,` or `]`")),
                }
                if self.next() == Some(closing) {
                    return Err(self.flaw("trailing comma"));
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    fn field(&mut self) -> Result<(), Flaw> {
        if self.next() != Some(b'"') {
            return Err(self.flaw("expected a field's name in quotes"));
        }
        let name = self.open();
        self.string()?;
        self.close(name);
        if self.next() != Some(b':') {
            return Err(self.flaw("expected `:`"));
        }
        self.at += 1;
        self.value()
    }

    fn string(&mut self) -> Result<(), Flaw> {
        self.at += 1;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    match escape(rest) {
                        Some((_, length)) => self.at += length,
                        // Cut off in the middle of an escape.
                        None if !rest.contains('"') => return Err(self.cut_off()),
                        None => return Err(self.flaw("invalid escape")),
                    }
                }
                Some(0x20..) => self.at += 1,
                _ => {
                    return Err(self
                        .flaw("control character (\\u0000-\\u001F) found while parsing a string"));
                }
            }
        }
        self.at += 1;
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), Flaw> {
        for byte in word.bytes() {
            if self.peek() != Some(byte) {
                return Err(self.flaw("expected value"));
            }
            self.at += 1;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Flaw> {
        self.skip(b"-");
        // No digit follows a leading zero.
        if !self.skip(b"0") {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        match self.peek() {
            Some(b'0'..=b'9') => Err(self.flaw("invalid number")),
            _ => Ok(()),
        }
    }

    fn digits(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        while self.skip(b"0123456789") {}
        if self.at == start {
            return Err(self.flaw("invalid number"));
        }
        Ok(())
    }

    /// Passes over one of these bytes, if one is next.
    fn skip(&mut self, bytes: &[u8]) -> bool {
        let is_next = self.peek().is_some_and(|byte| bytes.contains(&byte));
        self.at += usize::from(is_next);
        is_next
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        while self.skip(b" \n\r\t") {}
        self.peek()
    }

    fn open(&mut self) -> usize {
        self.parts.push(Part {
            start: self.at,
            end: OPEN,
            after: OPEN,
        });
        self.parts.len() - 1
    }

    fn close(&mut self, index: usize) {
        let after = self.parts.len();
        if let Some(part) = self.parts.get_mut(index) {
            part.end = self.at;
            part.after = after;
        }
    }

    /// A flaw here; at the end of the text it is that the text ends.
    fn flaw(&self, what: &'static str) -> Flaw {
        match self.peek() {
            None => self.cut_off(),
            Some(_) => Flaw {
                at: self.at,
                what: Some(what),
            },
        }
    }

    /// At the last character, or on the empty line behind it.
    fn cut_off(&self) -> Flaw {
        let line = self.text.rsplit('\n').next().unwrap_or_default();
        let last = line.chars().next_back().map_or(0, char::len_utf8);
        Flaw {
            at: self.text.len() - last,
            what: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts of JSON's own signs are right, or nearly right, far more often than any text.
    fn texts() -> impl Strategy<Value = String> {
        let signs = [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"a\"",
            "\"b\":",
            "1",
            "0",
            "-",
            ".",
            "e",
            "+",
            "true",
            "null",
            "\\",
            "\\n",
            "\\u",
            "00e9",
            "\\ud83d\\ude00",
            "\\udc00",
            " ",
            "é",
            "\t",
        ];
        prop::collection::vec(prop::sample::select(signs.to_vec()), 0..12)
            .prop_map(|signs| signs.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn reads_what_another_parser_reads(text in texts()) {
            let other = serde_json::from_str::<serde_json::Value>(&text);
            let (_, flaw) = parts(&text);
            // Numbers too large for a float are for the reader of the number to refuse.
            let is_large = other.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
            prop_assert!(other.is_ok() == flaw.is_none() || is_large, "{:?} {:?}", other, flaw);
        }

        #[test]
        fn strings_say_what_another_parser_says(text in texts()) {
            let raw = format!("\"{text}\"");
            if let Ok(words) = serde_json::from_str::<String>(&raw) {
                prop_assert_eq!(unescaped(&raw), words);
            }
        }
    }
}
