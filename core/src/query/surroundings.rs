//! What lies around a card.

use std::collections::BTreeSet;

use crate::{graph::CausalGraph, model::FactorId};

/// The factors at most so many links away from these, in either direction and through links of
/// every kind and test, with these themselves. O((F + L) log F) for F factors and L links.
pub fn surroundings(graph: &CausalGraph, of: &[FactorId], steps: usize) -> BTreeSet<FactorId> {
    let mut found: BTreeSet<FactorId> = of.iter().cloned().collect();
    let mut rim = of.to_vec();
    for _ in 0..steps {
        let beside = rim.iter().flat_map(|id| {
            let linked = [
                graph.causes(id),
                graph.effects(id),
                graph.held_back_by(id),
                graph.holding_back(id),
            ];
            linked.into_iter().flatten().map(|(other, _)| other.clone())
        });
        let beside: Vec<FactorId> = beside.collect();
        rim = beside
            .into_iter()
            .filter(|id| found.insert(id.clone()))
            .collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::outline;

    #[test]
    fn each_step_goes_one_link_farther_both_ways() {
        let notes = "Impact: down\n\n- a\n  - b\n    - c\n- d\n";
        let incident = outline::read(notes, "").unwrap().incident;
        let graph = CausalGraph::of(&incident);
        let id_of = |words: &str| {
            let mut factors = incident.factors.values();
            factors
                .find(|f| f.statement.as_str() == words)
                .unwrap()
                .id
                .clone()
        };
        let around = |words: &str, steps: usize| {
            let found = surroundings(&graph, &[id_of(words)], steps);
            let words = found
                .iter()
                .map(|id| incident.factors[id].statement.to_string());
            let mut words: Vec<String> = words.collect();
            words.sort();
            words.join(" ")
        };
        assert_eq!(around("b", 0), "b");
        assert_eq!(around("b", 1), "a b c");
        assert_eq!(around("b", 2), "a b c down");
        assert_eq!(around("b", 9), "a b c d down");
    }
}
