//! The words and icons that cards and the legend are put together from.

use crate::{
    layout::Point,
    model::Colour,
    scene::{Icon, TextStyle},
};

/// Which of the theme's colours something has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// What is to be read first.
    Ink,
    /// What stands back.
    Muted,
    /// A category's colour.
    Category(Colour),
}

/// One line of words at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedText {
    /// The words.
    pub text: String,
    /// Their size and weight.
    pub style: TextStyle,
    /// Their colour.
    pub tone: Tone,
    /// Where their baseline starts.
    pub at: Point,
}

/// An icon at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedIcon {
    /// Which.
    pub icon: Icon,
    /// Its colour.
    pub tone: Tone,
    /// The top left corner of its square.
    pub at: Point,
}

/// One of our own words, which are ASCII, with its first letter in upper case.
pub(super) fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}
