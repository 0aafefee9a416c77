//! Incidents as a property graph: one, or a library of them.
//!
//! The schema is told in docs/query.md. A node or relationship stands for a part of an incident, and
//! [`IncidentGraph::part`] and [`IncidentGraph::link`] say which, so that a row can be shown on the
//! map.

use std::{fmt, sync::Arc};

use crate::{
    graph::Web,
    model::{
        Action, ActionId, Evidence, EvidenceId, FactorId, Incident, IncidentId, LinkId, LinkKind,
        Role, Stance, Subject, Target,
    },
};

use super::{
    graph::{PropertyGraph, QueryGraph, Relationship, Symbol},
    incident_properties as properties,
    sort::sort,
    value::{NodeId, RelationshipId, Value},
};

/// What a node stands for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The incident itself.
    Incident(IncidentId),
    /// A factor.
    Factor(FactorId),
    /// An action.
    Action(ActionId),
    /// A piece of evidence.
    Evidence(EvidenceId),
}

/// One incident of the graph.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) incident: Arc<Incident>,
    pub(super) web: Arc<Web>,
    factors: Index<FactorId>,
    actions: Index<ActionId>,
    links: Index<LinkId>,
}

/// Where the parts of one sort are in the graph: numbers of nodes or relationships in the order of
/// the parts' identities.
#[derive(Debug, Clone)]
struct Index<Id>(Vec<(Id, u32)>);

impl<Id: Ord> Index<Id> {
    fn of(mut all: Vec<(Id, u32)>) -> Self {
        sort(&mut all, &|a, b| a.0.cmp(&b.0));
        Self(all)
    }

    fn at(&self, id: &Id) -> Option<u32> {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        self.0.get(place).map(|(_, number)| *number)
    }

    fn node(&self, id: &Id) -> Option<NodeId> {
        self.at(id).map(NodeId)
    }
}

/// Incidents as a property graph, made once and read by any number of queries.
#[derive(Clone, Default)]
pub struct IncidentGraph {
    graph: PropertyGraph,
    sources: Vec<Source>,
    /// What each node stands for, and the incident it is of.
    parts: Vec<(usize, Part)>,
    /// The link that each relationship stands for, or that an action or evidence points at by it.
    of_relationship: Vec<Option<LinkId>>,
}

impl IncidentGraph {
    /// The graph of these incidents, in this order. O(n log n) for n parts in all.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use whyweb_core::{format::outline, query::{IncidentGraph, QueryGraph}};
    /// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
    /// let graph = IncidentGraph::of([Arc::new(incident)]);
    /// // The incident, its outcome and one cause.
    /// assert_eq!(graph.node_count(), 3);
    /// ```
    pub fn of(incidents: impl IntoIterator<Item = Arc<Incident>>) -> Self {
        let mut this = Self::default();
        let mut words = properties::Words::default();
        for incident in incidents {
            this.add(&incident, &mut words);
        }
        this
    }

    /// What a node stands for, and which of the incidents it is of.
    pub fn part(&self, node: NodeId) -> Option<(&Arc<Incident>, &Part)> {
        let (source, part) = self.parts.get(node.0 as usize)?;
        Some((&self.sources.get(*source)?.incident, part))
    }

    /// The link that a relationship stands for; for ADDRESSES, SUPPORTS and DISPUTES the link that
    /// they point at, where they point at one.
    pub fn link(&self, relationship: RelationshipId) -> Option<&LinkId> {
        self.of_relationship.get(relationship.0 as usize)?.as_ref()
    }

    /// The incidents.
    pub fn incidents(&self) -> impl Iterator<Item = &Arc<Incident>> {
        self.sources.iter().map(|source| &source.incident)
    }

    pub(super) fn sources(&self) -> &[Source] {
        &self.sources
    }

    pub(super) fn source_of(&self, node: NodeId) -> Option<usize> {
        self.parts.get(node.0 as usize).map(|(source, _)| *source)
    }

    fn add(&mut self, incident: &Arc<Incident>, words: &mut properties::Words) {
        let of_incident = properties::of_incident(incident, words);
        let whole = self.node(
            &["Incident"],
            of_incident,
            Part::Incident(incident.id.clone()),
        );
        let mut factors = Vec::with_capacity(incident.factors.len());
        for factor in incident.factors_in_order() {
            let all = properties::of_factor(factor, incident, words);
            let labels = ["Factor", role_label(factor.role)];
            let node = self.node(&labels, all, Part::Factor(factor.id.clone()));
            self.relate(node, "PART_OF", whole, Vec::new(), None);
            factors.push((factor.id.clone(), node.0));
        }
        let factors = Index::of(factors);
        let links = self.add_links(incident, &factors, words);
        let mut actions = Vec::with_capacity(incident.actions.len());
        for action in incident.actions_in_order() {
            let node = self.add_action(action, whole, (incident, &factors), words);
            actions.push((action.id.clone(), node.0));
        }
        for evidence in incident.evidence.values() {
            self.add_evidence(evidence, whole, (incident, &factors), words);
        }
        self.sources.push(Source {
            web: Arc::new(Web::of(incident)),
            incident: Arc::clone(incident),
            factors,
            actions: Index::of(actions),
            links: Index::of(links),
        });
    }

    fn add_links(
        &mut self,
        incident: &Incident,
        factors: &Index<FactorId>,
        words: &mut properties::Words,
    ) -> Vec<(LinkId, u32)> {
        let disputed = crate::graph::disputed(incident);
        let mut links = Vec::with_capacity(incident.links.len());
        for link in incident.links_in_order() {
            let ends = factors.node(&link.cause).zip(factors.node(&link.effect));
            let Some((cause, effect)) = ends else {
                continue;
            };
            let kind = match link.kind {
                LinkKind::ContributedTo => "CONTRIBUTES_TO",
                LinkKind::HeldBack => "HELD_BACK",
            };
            let all = properties::of_link(link, disputed.contains(&link.id), words);
            let made = self.relate(cause, kind, effect, all, Some(link.id.clone()));
            links.push((link.id.clone(), made.0));
        }
        links
    }

    fn add_action(
        &mut self,
        action: &Action,
        whole: NodeId,
        (incident, factors): (&Incident, &Index<FactorId>),
        words: &mut properties::Words,
    ) -> NodeId {
        let all = properties::of_action(action, words);
        let node = self.node(&["Action"], all, Part::Action(action.id.clone()));
        self.relate(node, "PART_OF", whole, Vec::new(), None);
        for target in &action.addresses {
            let (factor, link) = match target {
                Target::Factor(factor) => (Some(factor), None),
                Target::Link(link) => (cause_of(incident, link), Some(link)),
            };
            let to = factor.and_then(|factor| factors.node(factor));
            self.point(node, "ADDRESSES", to, link);
        }
        node
    }

    fn add_evidence(
        &mut self,
        evidence: &Evidence,
        whole: NodeId,
        (incident, factors): (&Incident, &Index<FactorId>),
        words: &mut properties::Words,
    ) {
        let all = properties::of_evidence(evidence, words);
        let node = self.node(&["Evidence"], all, Part::Evidence(evidence.id.clone()));
        self.relate(node, "PART_OF", whole, Vec::new(), None);
        let kind = match evidence.stance {
            Stance::Supports => "SUPPORTS",
            Stance::Disputes => "DISPUTES",
        };
        let (factor, link) = match &evidence.about {
            Subject::Incident => return self.point(node, kind, Some(whole), None),
            Subject::Factor(factor) => (Some(factor), None),
            Subject::Link(link) => (cause_of(incident, link), Some(link)),
            Subject::Account(account) => {
                let link = incident.accounts.get(account).map(|account| &account.link);
                (link.and_then(|link| cause_of(incident, link)), link)
            }
        };
        let to = factor.and_then(|factor| factors.node(factor));
        self.point(node, kind, to, link);
    }

    /// A relationship to a factor; to a link by its cause, with the link's id as a property.
    fn point(&mut self, from: NodeId, kind: &str, to: Option<NodeId>, link: Option<&LinkId>) {
        if let Some(to) = to {
            let named = link.map(|link| ("link", Value::text(link.as_str())));
            self.relate(from, kind, to, named.into_iter().collect(), link.cloned());
        }
    }

    fn node(&mut self, labels: &[&'static str], all: properties::Properties, part: Part) -> NodeId {
        self.parts.push((self.sources.len(), part));
        self.graph.add_node(labels.iter().copied(), all)
    }

    fn relate(
        &mut self,
        from: NodeId,
        kind: &str,
        to: NodeId,
        all: properties::Properties,
        link: Option<LinkId>,
    ) -> RelationshipId {
        self.of_relationship.push(link);
        self.graph.add_relationship((from, kind, to), all)
    }
}

fn cause_of<'a>(incident: &'a Incident, link: &LinkId) -> Option<&'a FactorId> {
    incident.links.get(link).map(|link| &link.cause)
}

/// The label of a role.
fn role_label(role: Role) -> &'static str {
    match role {
        Role::Outcome => "Outcome",
        Role::Event => "Event",
        Role::Condition => "Condition",
        Role::Safeguard => "Safeguard",
        Role::Luck => "Luck",
    }
}

impl Source {
    pub(super) fn factor(&self, factor: &FactorId) -> Value {
        let node = self.factors.node(factor);
        node.map_or(Value::Null, Value::Node)
    }

    pub(super) fn action(&self, action: &ActionId) -> Value {
        let node = self.actions.node(action);
        node.map_or(Value::Null, Value::Node)
    }

    pub(super) fn link(&self, link: &LinkId) -> Value {
        let link = self.links.at(link).map(RelationshipId);
        link.map_or(Value::Null, Value::Relationship)
    }
}

// Short: a graph is read behind a pointer, and a derived one would bring the words of every sort of
// part into a page that never writes them.
impl fmt::Debug for IncidentGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IncidentGraph")
            .field("incidents", &self.sources.len())
            .field("nodes", &self.graph.node_count())
            .finish_non_exhaustive()
    }
}

impl QueryGraph for IncidentGraph {
    fn node_count(&self) -> usize {
        self.graph.node_count()
    }

    fn symbol(&self, name: &str) -> Option<Symbol> {
        self.graph.symbol(name)
    }

    fn name(&self, symbol: Symbol) -> &str {
        self.graph.name(symbol)
    }

    fn labels(&self, node: NodeId) -> &[Symbol] {
        self.graph.labels(node)
    }

    fn labelled(&self, label: Symbol) -> &[NodeId] {
        self.graph.labelled(label)
    }

    fn node_properties(&self, node: NodeId) -> &[(Symbol, Value)] {
        self.graph.node_properties(node)
    }

    fn relationship(&self, relationship: RelationshipId) -> Relationship {
        self.graph.relationship(relationship)
    }

    fn relationship_properties(&self, relationship: RelationshipId) -> &[(Symbol, Value)] {
        self.graph.relationship_properties(relationship)
    }

    fn outgoing(&self, node: NodeId) -> &[RelationshipId] {
        self.graph.outgoing(node)
    }

    fn incoming(&self, node: NodeId) -> &[RelationshipId] {
        self.graph.incoming(node)
    }

    fn incident_graph(&self) -> Option<&IncidentGraph> {
        Some(self)
    }
}
