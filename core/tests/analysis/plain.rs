//! A web told in the plainest way, read from the incident by itself: names, links, and nothing
//! shared with the code under test.

use std::collections::{BTreeMap, BTreeSet};

use whyweb_core::model::{FactorId, Incident, Join, LinkKind, LinkTest, Role};

pub(crate) type Set = BTreeSet<FactorId>;

#[derive(Debug, Clone)]
pub(crate) struct PlainLink {
    pub(crate) cause: FactorId,
    pub(crate) effect: FactorId,
    pub(crate) test: LinkTest,
}

#[derive(Debug, Clone)]
pub(crate) struct Plain {
    pub(crate) factors: Set,
    pub(crate) joins: BTreeMap<FactorId, Join>,
    pub(crate) removable: Set,
    pub(crate) outcomes: Set,
    pub(crate) links: Vec<PlainLink>,
    /// The loops.
    pub(crate) circles: BTreeSet<Set>,
}

pub(crate) fn plain(incident: &Incident) -> Plain {
    let is_in = |role: Role| matches!(role, Role::Outcome | Role::Event | Role::Condition);
    let all = || incident.factors.values().filter(|f| is_in(f.role));
    let factors: Set = all().map(|f| f.id.clone()).collect();
    let links = incident.links.values().filter_map(|link| {
        let answers: BTreeSet<&str> = incident
            .accounts
            .values()
            .filter(|account| account.link == link.id)
            .flat_map(|account| [account.test.word(), link.test.word()])
            .filter(|word| *word != "untested")
            .collect();
        let test = if answers.len() > 1 {
            LinkTest::Untested
        } else {
            link.test
        };
        let ends_are_in = factors.contains(&link.cause) && factors.contains(&link.effect);
        let counts = link.kind == LinkKind::ContributedTo && test != LinkTest::Refuted;
        (ends_are_in && counts).then(|| PlainLink {
            cause: link.cause.clone(),
            effect: link.effect.clone(),
            test,
        })
    });
    let mut web = Plain {
        circles: BTreeSet::new(),
        links: links.collect(),
        joins: all().map(|f| (f.id.clone(), f.join)).collect(),
        removable: all()
            .filter(|f| f.role != Role::Outcome && !f.given)
            .map(|f| f.id.clone())
            .collect(),
        outcomes: all()
            .filter(|f| f.role == Role::Outcome)
            .map(|f| f.id.clone())
            .collect(),
        factors,
    };
    let circles = web.factors.iter().map(|factor| web.circle_of(factor));
    web.circles = circles.filter(|circle| !circle.is_empty()).collect();
    web
}

impl Plain {
    pub(crate) fn links_into<'a>(
        &'a self,
        effect: &'a FactorId,
    ) -> impl Iterator<Item = &'a PlainLink> {
        self.links.iter().filter(move |link| link.effect == *effect)
    }

    pub(crate) fn effects(&self, cause: &FactorId) -> Set {
        let links = self.links.iter().filter(|link| link.cause == *cause);
        links.map(|link| link.effect.clone()).collect()
    }

    /// What can be walked to in one step or more.
    pub(crate) fn downstream(&self, from: &FactorId) -> Set {
        let mut reached = self.effects(from);
        loop {
            let more: Set = reached.iter().flat_map(|f| self.effects(f)).collect();
            let before = reached.len();
            reached.extend(more);
            if reached.len() == before {
                return reached;
            }
        }
    }

    pub(crate) fn upstream(&self, to: &FactorId) -> Set {
        let leads = self
            .factors
            .iter()
            .filter(|f| self.downstream(f).contains(to));
        leads.cloned().collect()
    }

    pub(crate) fn roots(&self) -> Set {
        let roots = self
            .factors
            .iter()
            .filter(|f| self.links_into(f).next().is_none());
        roots.cloned().collect()
    }

    /// The factor's loop: all that it leads to and that lead to it; empty where it is in none.
    pub(crate) fn circle_of(&self, factor: &FactorId) -> Set {
        let after = self.downstream(factor);
        after
            .iter()
            .filter(|other| self.downstream(other).contains(factor))
            .cloned()
            .collect()
    }

    /// Every route that visits no factor twice, one step at a time.
    pub(crate) fn routes(&self, from: &FactorId, to: &FactorId) -> Vec<Vec<FactorId>> {
        let mut found = Vec::new();
        let mut open = vec![vec![from.clone()]];
        while let Some(route) = open.pop() {
            let last = route.last().unwrap();
            if last == to {
                found.push(route);
                continue;
            }
            for effect in self.effects(last) {
                if !route.contains(&effect) {
                    open.push([route.as_slice(), &[effect]].concat());
                }
            }
        }
        found.retain(|route| route.len() > 1);
        found
    }
}
