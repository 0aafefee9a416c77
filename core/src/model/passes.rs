//! Where a long link is drawn.

/// How far across the flow a link was last drawn past each rank between its cards, in whole px, in
/// the order of the flow: a hint, so that it is drawn there again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passes(Vec<i32>);

impl Passes {
    /// So many at most: no drawing passes more ranks.
    pub const MOST: usize = 20_000;

    /// The heights, if there are any and not more than [`Passes::MOST`].
    pub fn new(heights: Vec<i32>) -> Option<Self> {
        (1..=Self::MOST)
            .contains(&heights.len())
            .then_some(Self(heights))
    }

    /// The heights; at least one.
    pub fn heights(&self) -> &[i32] {
        &self.0
    }
}
