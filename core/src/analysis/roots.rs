//! Where did we stop asking?

use crate::{graph::Web, model::FactorId};

/// Where a web begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roots {
    /// The factors without a cause that lead to one asked about, in identity order.
    pub roots: Vec<FactorId>,
    /// The loops that nothing outside enters and that lead there: they have no root, and nobody
    /// has asked yet what began them.
    pub loops: Vec<Vec<FactorId>>,
}

/// The places where the team stopped asking why.
///
/// # Arguments
///
/// `to` are the factors the roots must lead to; where it is empty, all of the web is looked at.
///
/// # Returns
///
/// The roots and the loops that nothing enters. A root is *not* the cause of the incident, nor the
/// first thing that happened: it is where the next question was not asked, or not answered.
///
/// # Complexity
///
/// O(F + L).
///
/// ```
/// use whyweb_core::{analysis::roots, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// assert_eq!(roots(&Web::of(&incident), &[]).roots.len(), 1);
/// ```
pub fn roots(web: &Web, to: &[FactorId]) -> Roots {
    let targets: Vec<usize> = to.iter().filter_map(|id| web.place(id)).collect();
    let before = super::reach::distances(web, &targets, super::Towards::Causes);
    let leads_there = |place: &usize| targets.is_empty() || before[*place].is_some();
    let roots = web.root_places().into_iter().filter(leads_there);
    let loops = (0..web.components.len())
        .filter(|component| web.is_loop(*component) && !web.is_entered(*component))
        .map(|component| &web.components[component])
        .filter(|members| members.iter().any(leads_there));
    let mut loops: Vec<Vec<FactorId>> = loops
        .map(|members| web.ids(members.iter().copied()))
        .collect();
    loops.sort();
    Roots {
        roots: web.ids(roots),
        loops,
    }
}
