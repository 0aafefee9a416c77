//! The rule of what still happens, and break sets, straight from the method's words.

use std::collections::BTreeSet;

use whyweb_core::model::{FactorId, Join, LinkTest};

use crate::plain::{Plain, Set};

/// What remains without these factors, with unknown joins read as `unknown`.
pub(crate) fn remaining(web: &Plain, removed: &Set, unknown: Join) -> Set {
    let mut left: Set = web.factors.difference(removed).cloned().collect();
    loop {
        let mut dropped: Set = left
            .iter()
            .filter(|factor| is_unmet(web, factor, &left, unknown))
            .cloned()
            .collect();
        for circle in &web.circles {
            dropped.extend(unsupported(web, circle, &left));
        }
        if dropped.is_empty() {
            return left;
        }
        left = left.difference(&dropped).cloned().collect();
    }
}

fn only_contributing(web: &Plain, factor: &FactorId) -> bool {
    web.links_into(factor).next().is_some()
        && web
            .links_into(factor)
            .all(|link| link.test == LinkTest::Contributing)
}

fn is_unmet(web: &Plain, factor: &FactorId, left: &Set, unknown: Join) -> bool {
    if web.links_into(factor).next().is_none() || only_contributing(web, factor) {
        return false;
    }
    let join = match web.joins[factor] {
        Join::Unknown => unknown,
        told => told,
    };
    let misses_necessary = web
        .links_into(factor)
        .any(|link| link.test == LinkTest::Necessary && !left.contains(&link.cause));
    let misses_by_join = match join {
        Join::All => web
            .links_into(factor)
            .any(|link| link.test != LinkTest::Contributing && !left.contains(&link.cause)),
        _ => !web
            .links_into(factor)
            .any(|link| left.contains(&link.cause)),
    };
    misses_necessary || misses_by_join
}

/// What is left of a circle that something enters, and is reached from no outside cause left.
fn unsupported(web: &Plain, circle: &Set, left: &Set) -> Set {
    let enters = |member: &FactorId, from: &dyn Fn(&FactorId) -> bool| {
        web.links_into(member)
            .any(|link| !circle.contains(&link.cause) && from(&link.cause))
    };
    if !circle.iter().any(|member| enters(member, &|_| true)) {
        return Set::new();
    }
    let there: Set = circle.intersection(left).cloned().collect();
    let mut reached: Set = there
        .iter()
        .filter(|member| enters(member, &|cause| left.contains(cause)))
        .cloned()
        .collect();
    for _ in 0..circle.len() {
        let more: Set = reached.iter().flat_map(|f| web.effects(f)).collect();
        reached.extend(more.intersection(&there).cloned());
    }
    there
        .difference(&reached)
        .filter(|factor| !only_contributing(web, factor))
        .cloned()
        .collect()
}

/// All inclusion-minimal sets of at most so many factors that leave none of the goals.
pub(crate) fn minimal_sets(
    web: &Plain,
    goals: &Set,
    unknown: Join,
    largest: usize,
) -> BTreeSet<Set> {
    let candidates: Vec<FactorId> = web.removable.difference(goals).cloned().collect();
    let mut found: BTreeSet<Set> = BTreeSet::new();
    for size in 1..=largest {
        for set in sets_of(&candidates, size) {
            let is_larger = found.iter().any(|smaller| smaller.is_subset(&set));
            if !is_larger && remaining(web, &set, unknown).is_disjoint(goals) {
                found.insert(set);
            }
        }
    }
    found
}

fn sets_of(candidates: &[FactorId], size: usize) -> Vec<Set> {
    let mut sets = vec![(Set::new(), 0)];
    for _ in 0..size {
        sets = sets
            .into_iter()
            .flat_map(|(set, from)| {
                (from..candidates.len()).map(move |next| {
                    let mut larger = set.clone();
                    larger.insert(candidates[next].clone());
                    (larger, next + 1)
                })
            })
            .collect();
    }
    sets.into_iter().map(|(set, _)| set).collect()
}
