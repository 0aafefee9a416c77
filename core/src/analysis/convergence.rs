//! What lies on every route?

use petgraph::{algo::dominators::simple_fast, graph::NodeIndex};

use crate::{graph::Web, model::FactorId};

use super::reach::{Towards, distances};

/// The convergence points of an outcome: the factors on every route from a root to it, from the
/// one nearest the roots to the one nearest the outcome.
///
/// # Arguments
///
/// `outcome` is the factor the routes lead to, of any role.
///
/// # Returns
///
/// The factors, without the outcome itself; none where no root leads to it, for then there is no
/// route. Joins are not looked at: that a factor lies on every route does *not* mean that it was
/// necessary, nor that whoever worked there was at fault. What a loop that nothing enters leads to
/// is not counted as a route: nobody has asked yet where it began.
///
/// # Complexity
///
/// O(F²) at worst and near linear in practice, over what lies upstream of the outcome.
///
/// # Source
///
/// The dominators of the outcome seen from a node before all roots: K. D. Cooper, T. J. Harvey and
/// K. Kennedy, *A simple, fast dominance algorithm*, 2001, as petgraph has it.
///
/// ```
/// use whyweb_core::{analysis::convergence, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full\n  - no alert\n  - logs kept\n";
/// let web = Web::of(&outline::read(notes, "").unwrap().incident);
/// assert_eq!(convergence(&web, &web.outcomes()[0]).len(), 1);
/// ```
pub fn convergence(web: &Web, outcome: &FactorId) -> Vec<FactorId> {
    let Some(target) = web.place(outcome) else {
        return Vec::new();
    };
    let before = distances(web, &[target], Towards::Causes);
    let roots = web.root_places().into_iter();
    let roots: Vec<usize> = roots.filter(|root| before[*root].is_some()).collect();
    if roots.is_empty() || roots == [target] {
        return Vec::new();
    }
    let mut graph = web.as_petgraph();
    let start = graph.add_node(());
    for root in roots {
        graph.add_edge(start, NodeIndex::new(root), ());
    }
    let dominators = simple_fast(&graph, start);
    let Some(above) = dominators.strict_dominators(NodeIndex::new(target)) else {
        return Vec::new();
    };
    let mut points: Vec<usize> = above
        .filter(|node| *node != start)
        .map(NodeIndex::index)
        .collect();
    points.reverse();
    web.ids(points)
}
