//! What a filter lets through.

use std::collections::BTreeSet;

use super::matches;
use crate::{
    graph::CausalGraph,
    model::{AreaId, CategoryId, FactorId, Incident, LinkId, LinkTest, Role},
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
    /// What the test of a link counts as. With it, links are looked for: those that touch a factor
    /// that meets the rest, and both their ends pass.
    pub test: Option<LinkTest>,
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
            test,
        } = self;
        words.trim().is_empty()
            && category.is_none()
            && area.is_none()
            && role.is_none()
            && test.is_none()
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
                fits_category && fits_area && self.role.is_none_or(|role| role == factor.role)
            })
        });
        let mut sieved = Sieved {
            factors,
            links: BTreeSet::new(),
        };
        let mut ends = BTreeSet::new();
        for cause in incident.factors.keys() {
            for (effect, edge) in graph.effects(cause) {
                let is_wanted = self.test.is_none_or(|test| test == edge.counts_as);
                // With a test asked for, one end that passes is enough: the link is what is looked for.
                let passes = [cause, effect].map(|end| sieved.factors.contains(end));
                let passes = if self.test.is_some() {
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
                if self.test.is_none()
                    && sieved.factors.contains(cause)
                    && sieved.factors.contains(held)
                {
                    sieved.links.insert(edge.id.clone());
                }
            }
        }
        if self.test.is_some() {
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
