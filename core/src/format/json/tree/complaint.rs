//! What is said of a value that is not what it should be.

use super::{Node, Part};
use crate::format::json::error::{Misread, ReadErrorKind};

impl Node<'_> {
    /// Says that a field is missing, at the end of the object.
    pub(in crate::format::json) fn lacks(self, name: &str) -> Misread {
        self.misshapen_at(format!("missing field `{name}`"), self.part.end)
    }

    /// Says that the value is of another kind than expected.
    pub(super) fn unexpected(self, expected: &str) -> Misread {
        let raw = shortened(self.raw());
        let found = match self.first() {
            b'{' => "an object in { }".to_owned(),
            b'[' => "a list in [ ]".to_owned(),
            b'"' => format!("string {:?}", shortened(&self.unescaped())),
            b'n' => "null".to_owned(),
            b't' | b'f' => format!("boolean `{raw}`"),
            _ if raw.contains(['.', 'e', 'E']) => format!("number `{raw}`"),
            _ => format!("integer `{raw}`"),
        };
        self.misshapen(format!("found {found}, expected {expected}"))
    }

    /// Says what is wrong with the value.
    pub(in crate::format::json) fn misshapen(self, what: String) -> Misread {
        self.refused(ReadErrorKind::Misshapen(what))
    }

    /// Says what is wrong, at the byte before `end`.
    pub(super) fn misshapen_at(self, what: String, end: usize) -> Misread {
        let kind = ReadErrorKind::Misshapen(what);
        self.tree
            .error(kind, self.part.start, end.saturating_sub(1))
    }

    /// At its last byte, behind the words one may want to correct; at the first of a list or object,
    /// whose end may be far.
    pub(super) fn refused(self, kind: ReadErrorKind) -> Misread {
        let Part { start, end, .. } = self.part;
        let at = match self.first() {
            b'{' | b'[' => start,
            _ => end.saturating_sub(1),
        };
        self.tree.error(kind, start, at)
    }
}

pub(super) fn place_among(found: &str, known: &[&str]) -> Result<usize, String> {
    let place = known.iter().position(|known| *known == found);
    place.ok_or_else(|| {
        let found = shortened(found);
        format!("unknown word `{found}`, expected {}", one_of(known))
    })
}

pub(super) fn one_of(known: &[&str]) -> String {
    match known {
        [one, other] => format!("`{one}` or `{other}`"),
        _ => format!("one of `{}`", known.join("`, `")),
    }
}

/// As much of a stranger's words as fits into a message.
pub(in crate::format::json) fn shortened(words: &str) -> String {
    words.chars().take(40).collect()
}
