//! Necessary links in a circle: a contradiction, for each factor would have to come before the
//! next. Reported, never refused.

use petgraph::{algo::kosaraju_scc, visit::EdgeFiltered};

use crate::model::{FactorId, LinkKind, LinkTest};

use super::CausalGraph;

/// The circles of factors each *necessary* for the next: strongly connected sets of the graph of
/// necessary links alone. Each is in identity order, and so is the list.
///
/// O(F + L), by S. R. Kosaraju and M. Sharir (1981): petgraph's version of R. Tarjan's algorithm calls
/// itself once for each link of a chain, and a long one would end the page.
pub fn necessary_cycles(graph: &CausalGraph) -> Vec<Vec<FactorId>> {
    let necessary = EdgeFiltered::from_fn(&graph.graph, |edge| {
        edge.weight().kind == LinkKind::ContributedTo
            && edge.weight().counts_as == LinkTest::Necessary
    });
    let mut cycles: Vec<Vec<_>> = kosaraju_scc(&necessary)
        .into_iter()
        .filter(|component| component.len() > 1)
        .map(|component| {
            let mut ids: Vec<_> = component
                .into_iter()
                .filter_map(|node| graph.graph.node_weight(node).cloned())
                .collect();
            ids.sort();
            ids
        })
        .collect();
    cycles.sort();
    cycles
}
