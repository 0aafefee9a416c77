//! Places in a text, as people see them.

use std::fmt;

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

/// The place of the character that a byte belongs to.
pub(super) fn place_of(text: &str, byte: usize) -> Place {
    let mut place = Place { line: 1, column: 1 };
    for (at, c) in text.char_indices() {
        if at + c.len_utf8() > byte {
            break;
        }
        if c == '\n' {
            place.line += 1;
            place.column = 1;
        } else {
            place.column += 1;
        }
    }
    place
}
