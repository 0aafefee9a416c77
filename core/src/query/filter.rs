//! What a filter lets through.

use std::collections::BTreeSet;

use super::{
    coverage::{Covered, aims},
    matches,
};
use crate::{
    graph::CausalGraph,
    model::{AreaId, CategoryId, FactorId, Incident, Join, LinkId, LinkTest, Role},
};

/// A code that a factor is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coded<T> {
    /// This one.
    As(T),
    /// None at all.
    Nothing,
}

impl<T: PartialEq> Coded<T> {
    fn fits(&self, code: Option<&T>) -> bool {
        match self {
            Self::As(wanted) => code == Some(wanted),
            Self::Nothing => code.is_none(),
        }
    }
}

/// What to look for. A factor has to meet all of it; what is not given is not asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Each of these words begins a word of its statement.
    pub words: String,
    /// Its category.
    pub category: Option<Coded<CategoryId>>,
    /// Its area.
    pub area: Option<Coded<AreaId>>,
    /// Its role.
    pub role: Option<Role>,
    /// What actions do about it.
    pub coverage: Option<Covered>,
    /// How its causes combine, where it has several.
    pub join: Option<Join>,
    /// What the test of a link counts as. With it, links are looked for: those that touch a factor
    /// that meets the rest, and both their ends pass.
    pub test: Option<LinkTest>,
    /// In the same way, links by which something was held back.
    pub held_back: bool,
}

/// What a filter lets through; the rest is what fades or is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sieved {
    /// Factors.
    pub factors: BTreeSet<FactorId>,
    /// Links between them; with a test asked for, those with that test.
    pub links: BTreeSet<LinkId>,
}

impl Filter {
    /// Whether it asks for nothing, so that all passes.
    pub fn is_empty(&self) -> bool {
        let Self {
            words,
            category,
            area,
            role,
            coverage,
            join,
            test,
            held_back,
        } = self;
        words.trim().is_empty()
            && category.is_none()
            && area.is_none()
            && role.is_none()
            && coverage.is_none()
            && join.is_none()
            && test.is_none()
            && !held_back
    }

    /// What passes. O((F + L) log F) for F factors and L links, and linear in the length of the
    /// statements.
    ///
    /// ```
    /// use whyweb_core::{format::outline, graph::CausalGraph, query::Filter};
    /// let incident = outline::read("Impact: down\n\n- disk full\n- nobody looked\n", "").unwrap().incident;
    /// let filter = Filter { words: "disk".to_owned(), ..Filter::default() };
    /// assert_eq!(filter.sieve(&incident, &CausalGraph::of(&incident)).factors.len(), 1);
    /// ```
    pub fn sieve(&self, incident: &Incident, graph: &CausalGraph) -> Sieved {
        let mut factors: BTreeSet<FactorId> = matches(&self.words, incident).into_iter().collect();
        let aims = aims(incident);
        factors.retain(|id| {
            incident.factors.get(id).is_some_and(|factor| {
                let fits_category = self
                    .category
                    .as_ref()
                    .is_none_or(|c| c.fits(factor.category.as_ref()));
                let fits_area = self
                    .area
                    .as_ref()
                    .is_none_or(|area| area.fits(factor.area.as_ref()));
                let fits_coverage = self.coverage.is_none_or(|c| c.fits(aims.get(id)));
                let joins = |join| join == factor.join && graph.causes(id).len() > 1;
                fits_category
                    && fits_area
                    && fits_coverage
                    && self.role.is_none_or(|role| role == factor.role)
                    && self.join.is_none_or(joins)
            })
        });
        let mut sieved = Sieved {
            factors,
            links: BTreeSet::new(),
        };
        let mut ends = BTreeSet::new();
        let seeks_links = self.test.is_some() || self.held_back;
        for cause in incident.factors.keys() {
            for (effect, edge) in graph.effects(cause) {
                let is_wanted = match self.test {
                    Some(test) => test == edge.counts_as,
                    None => !self.held_back,
                };
                // With a test asked for, one end that passes is enough: the link is what is looked for.
                let passes = [cause, effect].map(|end| sieved.factors.contains(end));
                let passes = if seeks_links {
                    passes != [false; 2]
                } else {
                    passes == [true; 2]
                };
                if is_wanted && passes {
                    sieved.links.insert(edge.id.clone());
                    ends.extend([cause.clone(), effect.clone()]);
                }
            }
            for (held, edge) in graph.held_back_by(cause) {
                let passes = [cause, held].map(|end| sieved.factors.contains(end));
                if self.held_back && passes != [false; 2] {
                    sieved.links.insert(edge.id.clone());
                    ends.extend([cause.clone(), held.clone()]);
                } else if !seeks_links && passes == [true; 2] {
                    sieved.links.insert(edge.id.clone());
                }
            }
        }
        if seeks_links {
            sieved.factors = ends;
        }
        sieved
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::tested_webs;

    fn sieve(filter: &Filter, incident: &Incident) -> Sieved {
        filter.sieve(incident, &CausalGraph::of(incident))
    }

    proptest! {
        #[test]
        fn an_empty_filter_lets_all_through(incident in tested_webs(12)) {
            prop_assert!(Filter::default().is_empty());
            let sieved = sieve(&Filter::default(), &incident);
            prop_assert!(sieved.factors.iter().eq(incident.factors.keys()));
            prop_assert!(sieved.links.iter().eq(incident.links.keys()));
        }

        #[test]
        fn the_roles_share_out_the_factors(incident in tested_webs(12)) {
            let of = |role| sieve(&Filter { role: Some(role), ..Filter::default() }, &incident).factors;
            let mut all: Vec<FactorId> = Role::ALL.into_iter().flat_map(of).collect();
            all.sort();
            prop_assert!(all.iter().eq(incident.factors.keys()));
        }

        #[test]
        fn the_coverages_share_out_the_factors(incident in crate::testing::incidents()) {
            let of = |coverage| {
                let filter = Filter { coverage: Some(coverage), ..Filter::default() };
                sieve(&filter, &incident).factors
            };
            let (addressed, not) = (of(Covered::Some), of(Covered::Not));
            prop_assert!(addressed.is_disjoint(&not));
            prop_assert_eq!(addressed.len() + not.len(), incident.factors.len());
            for aim in crate::model::ActionAim::ALL {
                prop_assert!(of(Covered::By(aim)).is_subset(&addressed));
            }
            for id in &addressed {
                let mut targets = incident.actions.values().flat_map(|action| &action.addresses);
                let is_addressed = targets.any(|target| match target {
                    crate::model::Target::Factor(factor) => factor == id,
                    crate::model::Target::Link(link) => incident.links.get(link).is_some_and(|l| l.cause == *id),
                });
                prop_assert!(is_addressed);
            }
        }

        #[test]
        fn what_held_back_is_found_with_both_its_ends(incident in crate::testing::incidents()) {
            let sieved = sieve(&Filter { held_back: true, ..Filter::default() }, &incident);
            let held = incident.links.values().filter(|link| link.kind == crate::model::LinkKind::HeldBack);
            let is_there = |id| incident.factors.contains_key(id);
            let held = held.filter(|link| is_there(&link.cause) && is_there(&link.effect));
            let held: BTreeSet<LinkId> = held.map(|link| link.id.clone()).collect();
            prop_assert_eq!(&sieved.links, &held);
            for link in sieved.links.iter().map(|id| &incident.links[id]) {
                prop_assert!(sieved.factors.contains(&link.cause) && sieved.factors.contains(&link.effect));
            }
        }

        #[test]
        fn the_joins_share_out_the_effects_with_several_causes(incident in tested_webs(12)) {
            let graph = CausalGraph::of(&incident);
            let several = incident.factors.keys().filter(|id| graph.causes(id).len() > 1).count();
            let of = |join| sieve(&Filter { join: Some(join), ..Filter::default() }, &incident).factors.len();
            prop_assert_eq!([Join::All, Join::Any, Join::Unknown].map(of).iter().sum::<usize>(), several);
        }

        #[test]
        fn the_tests_share_out_the_links_that_have_one(incident in tested_webs(12)) {
            let of = |test| sieve(&Filter { test: Some(test), ..Filter::default() }, &incident);
            let graph = CausalGraph::of(&incident);
            let links: usize = LinkTest::ALL.into_iter().map(|test| of(test).links.len()).sum();
            let all: usize = incident.factors.keys().map(|id| graph.causes(id).len()).sum();
            prop_assert_eq!(links, all);
            for test in LinkTest::ALL {
                let sieved = of(test);
                for link in sieved.links.iter().map(|id| &incident.links[id]) {
                    prop_assert!(sieved.factors.contains(&link.cause) && sieved.factors.contains(&link.effect));
                }
            }
        }
    }
}
