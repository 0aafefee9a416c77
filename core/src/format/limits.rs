//! How much is read at most, so that no file can exhaust the memory of a browser tab.
//!
//! A very large real incident has some 500 factors; each bound leaves ample room above that.

/// The largest file read, in bytes: 20 MB.
pub const LARGEST_FILE: usize = 20_000_000;
/// The most factors, actions, notes and so on, each.
pub const MOST_PARTS: usize = 20_000;
/// The most links, and the most pieces of evidence.
pub const MOST_LINKS: usize = 100_000;
/// The most versions; each is a file of its own.
pub const MOST_VERSIONS: usize = 20;
