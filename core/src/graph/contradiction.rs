//! Necessary links in a circle: a contradiction, for each factor would have to come before the
//! next. Reported, never refused.

use petgraph::{algo::tarjan_scc, visit::EdgeFiltered};

use crate::model::{FactorId, LinkTest};

use super::CausalGraph;

/// The circles of factors each *necessary* for the next: strongly connected sets of the graph of
/// necessary links alone. Each is in identity order, and so is the list.
///
/// O(F + L), by R. Tarjan, *Depth-first search and linear graph algorithms*, 1972.
pub fn necessary_cycles(graph: &CausalGraph) -> Vec<Vec<FactorId>> {
    let necessary = EdgeFiltered::from_fn(&graph.graph, |edge| {
        edge.weight().test == LinkTest::Necessary
    });
    let mut cycles: Vec<Vec<_>> = tarjan_scc(&necessary)
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
