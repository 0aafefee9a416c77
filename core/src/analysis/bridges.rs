//! Which factors bridge areas?

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::Web,
    model::{AreaId, CategoryId, FactorId, Incident, LinkId},
};

/// What kind of coding tells the two ends of a link apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Crossing {
    /// Both ends have an area, and it is not the same.
    Areas,
    /// An end has no area; both have a category, and it is not the same.
    Categories,
}

/// How a web crosses from one part of the work to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bridges {
    /// The links that cross, and what they cross.
    pub links: BTreeMap<LinkId, Crossing>,
    /// The factors at either end of such a link, with how many of them.
    pub factors: BTreeMap<FactorId, usize>,
    /// The links that stay where they are.
    pub local: BTreeSet<LinkId>,
    /// The links that tell nothing: an end has no area, and an end no category.
    pub uncoded: BTreeSet<LinkId>,
    /// How many links lead from one area to another, or stay in it.
    pub areas: BTreeMap<(AreaId, AreaId), usize>,
    /// How many links have an end without an area.
    pub without_area: usize,
    /// How many links lead from one category to another, or stay in it.
    pub categories: BTreeMap<(CategoryId, CategoryId), usize>,
    /// How many links have an end without a category.
    pub without_category: usize,
}

/// The links and factors that connect parts of the work: by area where both ends have one, else by
/// category. A coding that is not there any more counts as none.
///
/// # Returns
///
/// The bridges, the local links and the two matrices. A bridge is *not* a fault of either side, and
/// a team with many of them may only be the one that was looked at most.
///
/// # Complexity
///
/// O((F + L) log (F + L)).
///
/// # Source
///
/// T. O. A. Lehtinen and others, *Perceived causes of software project failures*, 2014.
///
/// ```
/// use whyweb_core::{analysis::bridges, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// assert_eq!(bridges(&incident, &Web::of(&incident)).uncoded.len(), 1);
/// ```
pub fn bridges(incident: &Incident, web: &Web) -> Bridges {
    let mut found = Bridges::default();
    for strand in &web.strands {
        let ends = [strand.cause, strand.effect].map(|place| &web.factors[place]);
        let areas = ends.map(|f| f.area.as_ref().filter(|a| incident.areas.contains_key(*a)));
        let categories = ends.map(|f| {
            let category = f.category.as_ref();
            category.filter(|c| incident.categories.contains_key(*c))
        });
        let areas = pair(areas);
        let categories = pair(categories);
        count(&mut found.areas, &mut found.without_area, areas);
        count(
            &mut found.categories,
            &mut found.without_category,
            categories,
        );
        let crossing = match (areas, categories) {
            (Some((from, to)), _) => Some((from != to).then_some(Crossing::Areas)),
            (None, Some((from, to))) => Some((from != to).then_some(Crossing::Categories)),
            (None, None) => None,
        };
        match crossing {
            None => drop(found.uncoded.insert(strand.id.clone())),
            Some(None) => drop(found.local.insert(strand.id.clone())),
            Some(Some(crossing)) => {
                found.links.insert(strand.id.clone(), crossing);
                for factor in ends {
                    *found.factors.entry(factor.id.clone()).or_default() += 1;
                }
            }
        }
    }
    found
}

fn pair<T>([from, to]: [Option<T>; 2]) -> Option<(T, T)> {
    from.zip(to)
}

fn count<T: Ord + Clone>(
    matrix: &mut BTreeMap<(T, T), usize>,
    without: &mut usize,
    pair: Option<(&T, &T)>,
) {
    match pair {
        Some((from, to)) => *matrix.entry((from.clone(), to.clone())).or_default() += 1,
        None => *without += 1,
    }
}
