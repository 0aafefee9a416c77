//! Where do several causes meet?

use crate::{graph::Web, model::FactorId};

/// The factors with two or more causes, those with most first, ties by identity.
///
/// # Returns
///
/// Each with how many causes it has. Many causes do *not* make a factor the one that mattered: it
/// may be the one the team talked about longest.
///
/// # Complexity
///
/// O(F log F).
///
/// ```
/// use whyweb_core::{analysis::junctions, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n- slow disk\n", "").unwrap().incident;
/// let counts: Vec<_> = junctions(&Web::of(&incident)).into_iter().map(|(_, n)| n).collect();
/// assert_eq!(counts, [2]);
/// ```
pub fn junctions(web: &Web) -> Vec<(FactorId, usize)> {
    let counts = web.causes.iter().map(Vec::len).enumerate();
    let mut meeting: Vec<(usize, usize)> = counts.filter(|(_, count)| *count > 1).collect();
    meeting.sort_by_key(|(place, count)| (std::cmp::Reverse(*count), *place));
    meeting
        .into_iter()
        .map(|(place, count)| (web.id(place), count))
        .collect()
}
