//! The incident's web as a graph: read-only, derived, over petgraph.
//!
//! `NodeIndex` stays inside this module and the ones that walk the graph for a living (analysis,
//! layout, query); everybody else speaks in identities.

use std::collections::BTreeMap;

use petgraph::{
    Direction,
    graph::{DiGraph, NodeIndex},
    visit::EdgeRef,
};

use crate::model::{FactorId, Incident, LinkId, LinkKind, LinkTest};

mod contradiction;
mod disputed;
mod outline;
mod web;

pub use contradiction::necessary_cycles;
pub use disputed::disputed;
pub use outline::{Branch, outline};
pub(crate) use web::Strand;
pub use web::Web;

/// What the graph keeps of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Its identity.
    pub id: LinkId,
    /// What it says.
    pub kind: LinkKind,
    /// What its test said.
    pub test: LinkTest,
    /// What it counts as: *untested* while accounts disagree.
    pub counts_as: LinkTest,
}

/// The web of one incident. Cycles are allowed; parallel links and self-links cannot occur.
#[derive(Debug, Clone, Default)]
pub struct CausalGraph {
    graph: DiGraph<FactorId, Edge>,
    index: BTreeMap<FactorId, NodeIndex>,
}

impl CausalGraph {
    /// The graph of an incident. Nodes and edges are added by their turn, so that walking them
    /// gives the order people see. O((F + L) log F) for F factors and L links.
    pub fn of(incident: &Incident) -> Self {
        let mut this = Self::default();
        let disputed = disputed(incident);
        for factor in incident.factors_in_order() {
            let node = this.graph.add_node(factor.id.clone());
            this.index.insert(factor.id.clone(), node);
        }
        for link in incident.links_in_order() {
            let ends = this
                .index
                .get(&link.cause)
                .zip(this.index.get(&link.effect));
            if let Some((cause, effect)) = ends {
                let edge = Edge {
                    id: link.id.clone(),
                    kind: link.kind,
                    test: link.test,
                    counts_as: disputed::counts_as(link, &disputed),
                };
                this.graph.add_edge(*cause, *effect, edge);
            }
        }
        this
    }

    /// The causes of a factor by *contributed to* links, by their turn, each with its link.
    pub fn causes(&self, effect: &FactorId) -> Vec<(&FactorId, &Edge)> {
        self.linked(effect, Direction::Incoming, LinkKind::ContributedTo)
    }

    /// The effects of a factor by *contributed to* links, by their turn, each with its link.
    pub fn effects(&self, cause: &FactorId) -> Vec<(&FactorId, &Edge)> {
        self.linked(cause, Direction::Outgoing, LinkKind::ContributedTo)
    }

    /// What a safeguard or a stroke of luck held back, by turn, each with its link.
    pub fn held_back_by(&self, safeguard: &FactorId) -> Vec<(&FactorId, &Edge)> {
        self.linked(safeguard, Direction::Outgoing, LinkKind::HeldBack)
    }

    /// The safeguards and luck that held a factor back, by turn, each with its link.
    pub fn holding_back(&self, factor: &FactorId) -> Vec<(&FactorId, &Edge)> {
        self.linked(factor, Direction::Incoming, LinkKind::HeldBack)
    }

    fn linked(
        &self,
        factor: &FactorId,
        direction: Direction,
        kind: LinkKind,
    ) -> Vec<(&FactorId, &Edge)> {
        let Some(node) = self.index.get(factor) else {
            return Vec::new();
        };
        // petgraph lists a node's newest edge first.
        let mut edges: Vec<_> = self.graph.edges_directed(*node, direction).collect();
        edges.reverse();
        edges
            .into_iter()
            .filter(|edge| edge.weight().kind == kind)
            .filter_map(|edge| {
                let other = match direction {
                    Direction::Incoming => edge.source(),
                    Direction::Outgoing => edge.target(),
                };
                Some((self.graph.node_weight(other)?, edge.weight()))
            })
            .collect()
    }
}
