//! What the reader of notes has to say about them: nothing is an error, and nothing is lost.

use std::fmt;

/// Something about a line that a person may want to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, counted from 1.
    pub line: usize,
    /// What there is to say.
    pub kind: RemarkKind,
}

/// What there is to say about a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RemarkKind {
    /// Words that are no item of a list and no known heading.
    #[error("this is no item of a list; it is kept as a note")]
    KeptAsNote,
    /// A question with nothing below it.
    #[error("nothing answers this question; it is kept as a note")]
    Unanswered,
    /// "See …" of something that is not there.
    #[error("nothing is called {0:?}; the line is kept as a note")]
    SeesNothing(String),
    /// "See 3" where no item has a number.
    #[error(
        "no item has the number {number}, so it is taken for the item of that turn: {statement}"
    )]
    SeenByTurn {
        /// The number named.
        number: String,
        /// The statement it is taken for.
        statement: String,
    },
    /// A factor below itself.
    #[error("a factor cannot contribute to itself; the link is left out")]
    CausesItself,
    /// A statement longer than a card can hold.
    #[error("the statement is too long for a card; the whole of it is in the factor's note")]
    Shortened,
    /// Characters that nobody can see.
    #[error("invisible control characters are taken out")]
    Cleaned,
    /// No outcome is named, so the title is taken.
    #[error("the notes name no outcome; the title stands for it")]
    TitleAsOutcome,
    /// No outcome is named and there is no title, so a question is taken.
    #[error("the notes name no outcome; what this question asks about stands for it")]
    QuestionAsOutcome,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.kind)
    }
}
