//! Long searches in slices: one runs for so many steps, says how far it is, and can be dropped.

/// How a search stands after a slice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do: call `advance` again, or drop the search to cancel it.
    Working,
    /// Nothing is left to do.
    Finished,
}
