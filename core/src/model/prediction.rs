//! Predictions: guesses sealed before the causes are opened, read again at the review.

use super::{Moment, PredictionId, Text};

/// The SHA-256 of a prediction's words and its salt, as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seal(String);

impl Seal {
    /// Takes 64 lower-case hexadecimal digits; nothing else is a seal.
    pub fn new(text: &str) -> Option<Self> {
        let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        (text.len() == 64 && text.chars().all(hex)).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A guess recorded before the causes are opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prediction {
    /// Its identity.
    pub id: PredictionId,
    /// What its words, once opened, must hash to.
    pub seal: Seal,
    /// When it was sealed, as the one who sealed it says.
    pub sealed_at: Moment,
    /// The words, once opened.
    pub opened: Option<Text>,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}
