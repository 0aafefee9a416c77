//! What can reach a factor, and what it can reach.

use crate::{graph::Web, model::FactorId};

/// Which way to walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Towards {
    /// Against the links: what led to it.
    Causes,
    /// With the links: what follows from it.
    Effects,
}

/// Every factor that lies that way from one of these, with the fewest links between; a factor
/// asked about is there only where a loop leads back to it from another one asked about.
///
/// # Arguments
///
/// `from` are the factors asked about; those that are not in the web are passed over.
///
/// # Returns
///
/// Each factor reached with its distance in links, at least 1, in identity order. Refuted links are not walked. That a
/// factor is reached does *not* mean it was needed, nor that a near one mattered more.
///
/// # Complexity
///
/// O(F + L). Source: breadth-first search (E. F. Moore, 1959).
///
/// ```
/// use whyweb_core::{
///     analysis::{Towards, reach},
///     format::outline,
///     graph::Web,
/// };
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let web = Web::of(&incident);
/// let distances: Vec<_> = reach(&web, &web.outcomes(), Towards::Causes).into_iter().map(|(_, d)| d).collect();
/// assert_eq!(distances, [1, 2]);
/// ```
pub fn reach(web: &Web, from: &[FactorId], towards: Towards) -> Vec<(FactorId, usize)> {
    let from: Vec<usize> = from.iter().filter_map(|id| web.place(id)).collect();
    let distances = distances(web, &from, towards);
    let reached = distances.into_iter().enumerate();
    reached
        .filter_map(|(place, distance)| Some((web.id(place), distance.filter(|d| *d > 0)?)))
        .collect()
}

/// The fewest links between these places and each other one; 0 for themselves.
pub(super) fn distances(web: &Web, from: &[usize], towards: Towards) -> Vec<Option<usize>> {
    let mut distances = vec![None; web.factors.len()];
    let mut reached: Vec<usize> = Vec::new();
    for place in from {
        if distances[*place].is_none() {
            distances[*place] = Some(0);
            reached.push(*place);
        }
    }
    let mut next = 0;
    while let Some(place) = reached.get(next).copied() {
        next += 1;
        let farther = distances[place].map(|distance| distance + 1);
        let mut visit = |other: usize| {
            if distances[other].is_none() {
                distances[other] = farther;
                reached.push(other);
            }
        };
        match towards {
            Towards::Causes => web.causes_of(place).for_each(&mut visit),
            Towards::Effects => web.effects_of(place).for_each(&mut visit),
        }
    }
    distances
}

/// How many untested links lead into factors that are marked.
pub(super) fn untested_into(web: &Web, is_marked: impl Fn(usize) -> bool) -> usize {
    let untested = |strand: &&crate::graph::Strand| {
        strand.test == crate::model::LinkTest::Untested && is_marked(strand.effect)
    };
    web.strands.iter().filter(untested).count()
}
