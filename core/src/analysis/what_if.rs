//! What if this had not been so?

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::Web,
    model::{FactorId, Incident, Join, LinkId, LinkKind, LinkTest},
};

use super::{
    reach::{Towards, distances, untested_into},
    standing::{Reading, Rule, standing_places},
};

/// What no longer happens once some factors are switched off.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// Switched off.
    pub removed: BTreeSet<FactorId>,
    /// Dropped however unknown joins are read.
    pub prevented: BTreeSet<FactorId>,
    /// Dropped only if some unknown join is *all*: each with the joins it hangs on.
    pub depends: BTreeMap<FactorId, BTreeSet<FactorId>>,
    /// Not dropped, since all its causes only made it likelier, but one of them is gone.
    pub less_likely: BTreeSet<FactorId>,
    /// What safeguards and luck that are switched off held back.
    pub let_through: BTreeSet<LinkId>,
    /// How many untested links lead to what could have changed: the answer rests on them.
    pub untested: usize,
}

/// What no longer happens when these factors had not been so.
///
/// # Arguments
///
/// `removed` are the factors switched off, of any role; those that are not there are passed over.
///
/// # Returns
///
/// Every other factor that would not have happened, surely or depending on a join that nobody has
/// told yet. It does *not* say that the incident would have gone well: what is not on the map
/// cannot be dropped, and another cause may have taken the place of the one switched off.
///
/// # Complexity
///
/// That of [`standing`](super::standing()), twice, and O(J (F + L)) for J joins in question.
///
/// ```
/// use whyweb_core::{analysis::what_if, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full\n  - no alert\n";
/// let incident = outline::read(notes, "").unwrap().incident;
/// let web = Web::of(&incident);
/// let removed = web.roots().into_iter().collect();
/// assert!(what_if(&incident, &web, &removed).prevented.contains(&web.outcomes()[0]));
/// ```
pub fn what_if(incident: &Incident, web: &Web, removed: &BTreeSet<FactorId>) -> WhatIf {
    let any = standing_places(web, removed, Reading::Any);
    let all = standing_places(web, removed, Reading::All);
    let is_removed = |place: &usize| removed.contains(&web.factors[*place].id);
    let others = || (0..web.factors.len()).filter(|place| !is_removed(place));
    let prevented = others().filter(|place| !any[*place]);
    let less_likely = others().filter(|place| any[*place] && is_less_likely(web, *place, &any));
    let asked: Vec<usize> = removed.iter().filter_map(|id| web.place(id)).collect();
    let after = distances(web, &asked, Towards::Effects);
    WhatIf {
        removed: removed.clone(),
        prevented: web.ids(prevented).into_iter().collect(),
        depends: depends(web, &any, &all, removed),
        less_likely: web.ids(less_likely).into_iter().collect(),
        let_through: let_through(incident, removed),
        untested: untested_into(web, |place| after[place].is_some_and(|d| d > 0)),
    }
}

fn is_less_likely(web: &Web, place: usize, stands: &[bool]) -> bool {
    let causes = || web.causes[place].iter().map(|s| &web.strands[*s]);
    causes().all(|strand| strand.test == LinkTest::Contributing)
        && causes().any(|strand| !stands[strand.cause])
}

fn let_through(incident: &Incident, removed: &BTreeSet<FactorId>) -> BTreeSet<LinkId> {
    let links = incident.links.values();
    links
        .filter(|link| link.kind == LinkKind::HeldBack && link.test != LinkTest::Refuted)
        .filter(|link| removed.contains(&link.cause))
        .map(|link| link.id.clone())
        .collect()
}

fn depends(
    web: &Web,
    any: &[bool],
    all: &[bool],
    removed: &BTreeSet<FactorId>,
) -> BTreeMap<FactorId, BTreeSet<FactorId>> {
    let hangs = (0..web.factors.len()).filter(|place| any[*place] && !all[*place]);
    let mut depends: BTreeMap<FactorId, BTreeSet<FactorId>> = hangs
        .filter(|place| !removed.contains(&web.factors[*place].id))
        .map(|place| (web.id(place), BTreeSet::new()))
        .collect();
    let strict = Rule::of(web, Reading::All);
    for join in joins_in_question(web, &strict, any) {
        let after = distances(web, &[join], Towards::Effects);
        for (factor, joins) in &mut depends {
            if web
                .place(factor)
                .is_some_and(|place| after[place].is_some())
            {
                joins.insert(web.id(join));
            }
        }
    }
    depends
}

/// The unknown joins that have some causes left and miss one that *all* would need, where unknown
/// joins are read as *any*: telling one of these is what brings the answer further. `strict` is the
/// rule that reads them as *all*.
pub(super) fn joins_in_question(web: &Web, strict: &Rule, any: &[bool]) -> Vec<usize> {
    let places = (0..web.factors.len()).filter(|place| any[*place]);
    places
        .filter(|place| web.factors[*place].join == Join::Unknown)
        .filter(|place| web.causes_of(*place).any(|cause| any[cause]))
        .filter(|place| strict.needs[*place].each.iter().any(|cause| !any[*cause]))
        .collect()
}
