//! What lies upstream of a card, folded away into a count.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::CausalGraph,
    model::{FactorId, Incident},
};

/// The factors that are folded away where what lies upstream of these is: those from which every
/// way on leads through a folded card. What leads elsewhere too stays, and so does a folded card
/// that no other hides. Safeguards and luck go with all that they held back.
///
/// O(C (F + L) log F) for C folded cards, F factors and L links.
pub fn folded(
    incident: &Incident,
    graph: &CausalGraph,
    folds: &BTreeSet<FactorId>,
) -> BTreeSet<FactorId> {
    let nowhere = BTreeSet::new();
    let behind: BTreeMap<&FactorId, BTreeSet<FactorId>> = folds
        .iter()
        .map(|fold| (fold, upstream(graph, [fold], &nowhere)))
        .collect();
    let is_behind = |id: &FactorId| {
        behind
            .iter()
            .any(|(fold, all)| *fold != id && all.contains(id))
    };
    let open = |id: &&FactorId| !folds.contains(*id) && !is_behind(id);
    let ends: BTreeSet<&FactorId> = incident.factors.keys().filter(open).collect();
    let mut seen = upstream(graph, ends.iter().copied(), folds);
    seen.extend(ends.into_iter().cloned());
    for fold in folds {
        // Of folded cards in a loop that leads nowhere else, the first stays.
        let is_hidden_by = |other: &FactorId| {
            other != fold
                && seen.contains(other)
                && behind.get(other).is_some_and(|all| all.contains(fold))
        };
        if !folds.iter().any(is_hidden_by) {
            seen.insert(fold.clone());
        }
    }
    let factors = incident.factors.keys();
    let mut hidden: BTreeSet<FactorId> =
        factors.filter(|id| !seen.contains(*id)).cloned().collect();
    for (id, factor) in &incident.factors {
        let held = graph.held_back_by(id);
        if factor.role.holds_back()
            && !held.is_empty()
            && held.iter().all(|(id, _)| hidden.contains(*id))
        {
            hidden.insert(id.clone());
        }
    }
    hidden
}

/// How many causes of each factor are not to be seen though it is: the hidden ones that lead to it
/// through hidden ones only. Factors with none are not listed.
pub fn more_causes(
    graph: &CausalGraph,
    incident: &Incident,
    hidden: &BTreeSet<FactorId>,
) -> BTreeMap<FactorId, usize> {
    let seen: BTreeSet<FactorId> = incident
        .factors
        .keys()
        .filter(|id| !hidden.contains(*id))
        .cloned()
        .collect();
    let counted = seen.iter().map(|id| {
        let behind = upstream(graph, [id], &seen);
        (id.clone(), behind.intersection(hidden).count())
    });
    counted.filter(|(_, count)| *count > 0).collect()
}

/// What leads to these; the way back ends at each of the stops.
fn upstream<'a>(
    graph: &'a CausalGraph,
    of: impl IntoIterator<Item = &'a FactorId>,
    stops: &BTreeSet<FactorId>,
) -> BTreeSet<FactorId> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&FactorId> = of.into_iter().collect();
    while let Some(effect) = waiting.pop() {
        for (cause, _) in graph.causes(effect) {
            if found.insert(cause.clone()) && !stops.contains(cause) {
                waiting.push(cause);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{format::outline, model::LinkKind, testing::tested_webs};

    fn id_of(incident: &Incident, words: &str) -> FactorId {
        let mut factors = incident.factors.values();
        factors
            .find(|f| f.statement.as_str() == words)
            .unwrap()
            .id
            .clone()
    }

    #[test]
    fn what_leads_elsewhere_too_stays() {
        let notes = "Impact: down\n\n- a\n  - b\n    - c\n- d\n  - e\n";
        let mut incident = outline::read(notes, "").unwrap().incident;
        let [a, b, c, e] = ["a", "b", "c", "e"].map(|words| id_of(&incident, words));
        let folded_at_a = |incident: &Incident| {
            let graph = CausalGraph::of(incident);
            let hidden = folded(incident, &graph, &BTreeSet::from([a.clone()]));
            let more = more_causes(&graph, incident, &hidden).get(&a).copied();
            (hidden, more)
        };
        assert_eq!(
            folded_at_a(&incident),
            (BTreeSet::from([b.clone(), c.clone()]), Some(2))
        );
        let link = crate::model::Link::new("x".parse().unwrap(), c, e);
        incident.links.insert(link.id.clone(), link.into());
        assert_eq!(folded_at_a(&incident), (BTreeSet::from([b]), Some(1)));
    }

    #[test]
    fn a_fold_within_a_fold_is_hidden() {
        let notes = "Impact: down\n\n- a\n  - b\n    - c\n";
        let incident = outline::read(notes, "").unwrap().incident;
        let graph = CausalGraph::of(&incident);
        let [a, b, c] = ["a", "b", "c"].map(|words| id_of(&incident, words));
        let hidden = folded(&incident, &graph, &BTreeSet::from([a, b.clone()]));
        assert_eq!(hidden, BTreeSet::from([b, c]));
    }

    proptest! {
        #[test]
        fn what_is_hidden_leads_only_to_what_is_hidden_or_folded(
            incident in tested_webs(12), picks in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        ) {
            let graph = CausalGraph::of(&incident);
            let ids: Vec<FactorId> = incident.factors.keys().cloned().collect();
            let folds: BTreeSet<FactorId> = if ids.is_empty() { BTreeSet::new() } else {
                picks.iter().map(|pick| pick.get(&ids).clone()).collect()
            };
            let hidden = folded(&incident, &graph, &folds);
            prop_assert!(!folds.is_empty() || hidden.is_empty());
            prop_assert!(folds.is_empty() || folds.iter().any(|fold| !hidden.contains(fold)), "all folds are hidden");
            for link in incident.links.values().filter(|link| link.kind == LinkKind::ContributedTo) {
                if hidden.contains(&link.cause) {
                    prop_assert!(hidden.contains(&link.effect) || folds.contains(&link.effect));
                }
            }
        }
    }
}
