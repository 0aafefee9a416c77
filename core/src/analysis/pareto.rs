//! Of what sort, and from where, are most factors?

use std::collections::BTreeMap;

use crate::{
    graph::Web,
    model::{AreaId, CategoryId, FactorId, Incident, Role},
};

/// The factors of one category or area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share<T> {
    /// The category or area; none for the factors without one.
    pub of: Option<T>,
    /// Its events and conditions, in identity order.
    pub factors: Vec<FactorId>,
    /// How many there are so far, this one included, going down the list.
    pub so_far: usize,
}

/// How many factors there are of each sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pareto {
    /// By category, those with most factors first, ties by identity; factors without one last.
    pub by_category: Vec<Share<CategoryId>>,
    /// By area, in the same order.
    pub by_area: Vec<Share<AreaId>>,
    /// How many events and conditions there are.
    pub total: usize,
}

/// The events and conditions by category and by area, the most frequent first.
///
/// # Returns
///
/// Two lists with running totals. Frequency is *not* importance: a sort may be frequent because the
/// team looked there, or because it split its statements finely. One incident makes no pattern.
///
/// # Complexity
///
/// O(F log F).
///
/// # Source
///
/// D. N. Card, *Learning from our mistakes with defect causal analysis*, 1998, after J. M. Juran's
/// use of V. Pareto (from memory).
///
/// ```
/// use whyweb_core::{analysis::pareto, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// assert_eq!(pareto(&incident, &Web::of(&incident)).total, 1);
/// ```
pub fn pareto(incident: &Incident, web: &Web) -> Pareto {
    let factors = || {
        let all = web.factors.iter();
        all.filter(|factor| factor.role != Role::Outcome)
    };
    let category = |factor: &crate::model::Factor| {
        let category = factor.category.clone();
        category.filter(|category| incident.categories.contains_key(category))
    };
    let area = |factor: &crate::model::Factor| {
        let area = factor.area.clone();
        area.filter(|area| incident.areas.contains_key(area))
    };
    Pareto {
        by_category: shares(factors().map(|f| (category(f), f.id.clone()))),
        by_area: shares(factors().map(|f| (area(f), f.id.clone()))),
        total: factors().count(),
    }
}

fn shares<T: Ord>(coded: impl Iterator<Item = (Option<T>, FactorId)>) -> Vec<Share<T>> {
    let mut groups: BTreeMap<Option<T>, Vec<FactorId>> = BTreeMap::new();
    for (code, factor) in coded {
        groups.entry(code).or_default().push(factor);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(code, factors)| (code.is_none(), std::cmp::Reverse(factors.len())));
    let mut so_far = 0;
    groups
        .into_iter()
        .map(|(of, factors)| {
            so_far += factors.len();
            Share {
                of,
                factors,
                so_far,
            }
        })
        .collect()
}
