//! The part of an incident that questions are asked of.

use std::{collections::HashMap, sync::Arc};

use petgraph::{
    algo::kosaraju_scc,
    graph::{DiGraph, NodeIndex},
};

use crate::model::{Factor, FactorId, Incident, LinkId, LinkKind, LinkTest, Role};

use super::disputed::{counts_as, disputed};

/// One *contributed to* link that nobody has refuted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Strand {
    /// Its identity.
    pub(crate) id: LinkId,
    /// The place of its cause in [`Web::factors`].
    pub(crate) cause: usize,
    /// The place of its effect in [`Web::factors`].
    pub(crate) effect: usize,
    /// What its test counts as: *untested* where accounts disagree, never *refuted*.
    pub(crate) test: LinkTest,
}

/// Outcomes, events and conditions, and the unrefuted *contributed to* links between them.
///
/// Safeguards and luck, and whatever leads to or from them, are left out: they enter no analysis
/// but their own. Places are in identity order, so that walking them breaks ties by identity and
/// the same incident always gives the same answer. Immutable and without borrows, so that a search
/// can keep it while the page goes on.
#[derive(Debug, Clone, Default)]
pub struct Web {
    pub(crate) factors: Vec<Arc<Factor>>,
    pub(crate) strands: Vec<Strand>,
    /// The strands into each factor, by the identity of their causes.
    pub(crate) causes: Vec<Vec<usize>>,
    /// The strands out of each factor, by the identity of their effects.
    pub(crate) effects: Vec<Vec<usize>>,
    /// The strongly connected components, causes before effects; members in identity order.
    pub(crate) components: Vec<Vec<usize>>,
    /// The place of each factor's component in [`Web::components`].
    pub(crate) component: Vec<usize>,
}

impl Web {
    /// The web of an incident. O((F + L) log F) for F factors and L links; components by S. R.
    /// Kosaraju and M. Sharir (1981), which needs no deep stack for a long chain.
    ///
    /// ```
    /// use whyweb_core::{graph::Web, model::{Incident, IncidentId}};
    /// let web = Web::of(&Incident::new(IncidentId::from_words("nothing yet")));
    /// assert_eq!(web.size(), (0, 0));
    /// ```
    pub fn of(incident: &Incident) -> Self {
        let mut this = Self::default();
        for factor in incident.factors.values() {
            if !factor.role.holds_back() {
                this.factors.push(Arc::clone(factor));
            }
        }
        this.strands = strands(incident, &this.factors);
        this.causes = vec![Vec::new(); this.factors.len()];
        this.effects = vec![Vec::new(); this.factors.len()];
        for (place, strand) in this.strands.iter().enumerate() {
            this.causes[strand.effect].push(place);
            this.effects[strand.cause].push(place);
        }
        this.find_components();
        this
    }

    /// How many factors and links it has.
    pub fn size(&self) -> (usize, usize) {
        (self.factors.len(), self.strands.len())
    }

    /// How many strongly connected components it has; as many as factors where there is no loop.
    pub fn component_count(&self) -> usize {
        self.components.len()
    }

    /// Whether the factor is one that questions are asked about.
    pub fn contains(&self, factor: &FactorId) -> bool {
        self.place(factor).is_some()
    }

    /// The outcomes, in identity order.
    pub fn outcomes(&self) -> Vec<FactorId> {
        let outcomes = self.factors.iter().filter(|f| f.role == Role::Outcome);
        outcomes.map(|factor| factor.id.clone()).collect()
    }

    /// The factors without a cause, in identity order: where the team stopped asking.
    pub fn roots(&self) -> Vec<FactorId> {
        let roots = self.root_places();
        roots.into_iter().map(|place| self.id(place)).collect()
    }

    /// The link from this cause to this effect, if the web has one.
    pub fn link(&self, cause: &FactorId, effect: &FactorId) -> Option<&LinkId> {
        let (cause, effect) = self.place(cause).zip(self.place(effect))?;
        let strands = &self.strands;
        let found = strands.binary_search_by_key(&(cause, effect), |s| (s.cause, s.effect));
        found.ok().map(|strand| &strands[strand].id)
    }

    pub(crate) fn place(&self, factor: &FactorId) -> Option<usize> {
        let found = self.factors.binary_search_by(|other| other.id.cmp(factor));
        found.ok()
    }

    pub(crate) fn id(&self, place: usize) -> FactorId {
        self.factors[place].id.clone()
    }

    pub(crate) fn ids(&self, places: impl IntoIterator<Item = usize>) -> Vec<FactorId> {
        places.into_iter().map(|place| self.id(place)).collect()
    }

    pub(crate) fn root_places(&self) -> Vec<usize> {
        (0..self.factors.len())
            .filter(|place| self.causes[*place].is_empty())
            .collect()
    }

    /// The places of a factor's causes, in identity order.
    pub(crate) fn causes_of(&self, place: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.causes[place].iter().map(|s| self.strands[*s].cause)
    }

    /// The places of a factor's effects, in identity order.
    pub(crate) fn effects_of(&self, place: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.effects[place].iter().map(|s| self.strands[*s].effect)
    }

    /// Whether the component is a feedback loop rather than a factor by itself.
    pub(crate) fn is_loop(&self, component: usize) -> bool {
        self.components[component].len() > 1
    }

    /// Whether a link leads into the component from outside it.
    pub(crate) fn is_entered(&self, component: usize) -> bool {
        let mut members = self.components[component].iter();
        members.any(|member| {
            self.causes_of(*member)
                .any(|cause| self.component[cause] != component)
        })
    }

    /// The same web in the shape petgraph's algorithms read; node `n` is the factor at place `n`.
    pub(crate) fn as_petgraph(&self) -> DiGraph<(), (), u32> {
        let mut graph = DiGraph::with_capacity(self.factors.len() + 1, self.strands.len());
        for _ in &self.factors {
            graph.add_node(());
        }
        for strand in &self.strands {
            graph.add_edge(
                NodeIndex::new(strand.cause),
                NodeIndex::new(strand.effect),
                (),
            );
        }
        graph
    }

    fn find_components(&mut self) {
        self.component = vec![0; self.factors.len()];
        // petgraph lists effects first.
        for members in kosaraju_scc(&self.as_petgraph()).into_iter().rev() {
            let mut members: Vec<usize> = members.into_iter().map(NodeIndex::index).collect();
            members.sort_unstable();
            for member in &members {
                self.component[*member] = self.components.len();
            }
            self.components.push(members);
        }
    }
}

/// The strands, by cause and then effect.
fn strands(incident: &Incident, factors: &[Arc<Factor>]) -> Vec<Strand> {
    // Only looked up, never walked: its order reaches nothing.
    let places: HashMap<&FactorId, usize> = factors
        .iter()
        .enumerate()
        .map(|(place, factor)| (&factor.id, place))
        .collect();
    let disputed = disputed(incident);
    let between = |link: &crate::model::Link| {
        let test = counts_as(link, &disputed);
        let contributes = link.kind == LinkKind::ContributedTo && test != LinkTest::Refuted;
        let ends = places.get(&link.cause).zip(places.get(&link.effect));
        let (cause, effect) = ends.filter(|(cause, effect)| contributes && cause != effect)?;
        Some(Strand {
            id: link.id.clone(),
            cause: *cause,
            effect: *effect,
            test,
        })
    };
    let links = incident.links.values();
    let mut strands: Vec<Strand> = links.filter_map(|link| between(link)).collect();
    // A link given twice is drawn once: the first in identity order.
    strands.sort_by_key(|strand| (strand.cause, strand.effect));
    strands.dedup_by_key(|strand| (strand.cause, strand.effect));
    strands
}
