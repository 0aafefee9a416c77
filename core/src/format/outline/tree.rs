//! Notes as a tree: what each line is, before anybody asks what it means.

use super::section::Section;

/// Notes as a tree. Every line is in it once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Outline {
    /// What the incident is called.
    pub(super) title: Option<Words>,
    /// Words in which the day of the incident may stand, likeliest first.
    pub(super) dated: Vec<String>,
    /// Paragraphs of the summary.
    pub(super) summary: Vec<Words>,
    /// Outcomes in running words: "Impact: site down, data gone".
    pub(super) outcomes: Vec<Words>,
    /// Items of lists, each behind its parent.
    pub(super) items: Vec<Item>,
    /// Running words and headings that are none of the above.
    pub(super) paragraphs: Vec<Words>,
}

/// Words with the number of the line where they begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) line: usize,
    pub(super) words: String,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) line: usize,
    /// The index of the item it stands below.
    pub(super) parent: Option<usize>,
    pub(super) section: Section,
    pub(super) number: Option<String>,
    /// Whether a task box is ticked, where there is a box.
    pub(super) task: Option<bool>,
    /// Its words, over all lines it runs on.
    pub(super) words: String,
}
