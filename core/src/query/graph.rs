//! What a query reads: a property graph, through a small trait.

use std::{fmt, sync::Arc};

use super::{
    incidents::IncidentGraph,
    value::{NodeId, RelationshipId, Value},
};

/// A label, a relationship type or a property's name in one graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Symbol(pub u32);

/// A relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relationship {
    /// Where it begins.
    pub start: NodeId,
    /// Where it ends.
    pub end: NodeId,
    /// Its type.
    pub kind: Symbol,
}

/// A property graph. Nodes and relationships are numbered from 0; what is walked is walked in the
/// order given here, so that the same graph always gives the same rows.
pub trait QueryGraph: fmt::Debug + Send + Sync {
    /// How many nodes there are.
    fn node_count(&self) -> usize;
    /// The symbol of a name, if the graph uses it.
    fn symbol(&self, name: &str) -> Option<Symbol>;
    /// What the symbol stands for; empty for a symbol of another graph.
    fn name(&self, symbol: Symbol) -> &str;
    /// The labels of a node.
    fn labels(&self, node: NodeId) -> &[Symbol];
    /// The nodes with a label.
    fn labelled(&self, label: Symbol) -> &[NodeId];
    /// The properties of a node.
    fn node_properties(&self, node: NodeId) -> &[(Symbol, Value)];
    /// A relationship.
    fn relationship(&self, relationship: RelationshipId) -> Relationship;
    /// The properties of a relationship.
    fn relationship_properties(&self, relationship: RelationshipId) -> &[(Symbol, Value)];
    /// The relationships that begin at a node.
    fn outgoing(&self, node: NodeId) -> &[RelationshipId];
    /// The relationships that end at a node.
    fn incoming(&self, node: NodeId) -> &[RelationshipId];
    /// The incidents that it is made of, for procedures that ask about them.
    fn incident_graph(&self) -> Option<&IncidentGraph> {
        None
    }
}

/// Names and their symbols.
#[derive(Debug, Clone, Default)]
pub struct Names {
    names: Vec<Arc<str>>,
    /// The symbols in the order of their names.
    by_name: Vec<Symbol>,
}

impl Names {
    /// The symbol of a name, a new one where it has none yet.
    pub fn intern(&mut self, name: &str) -> Symbol {
        let place = match self.find(name) {
            Ok(symbol) => return symbol,
            Err(place) => place,
        };
        let symbol = Symbol(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.names.push(name.into());
        self.by_name.insert(place, symbol);
        symbol
    }

    /// The symbol of a name, or its place among those that have one.
    fn find(&self, name: &str) -> Result<Symbol, usize> {
        let place = self
            .by_name
            .binary_search_by(|symbol| self.name(*symbol).cmp(name))?;
        self.by_name.get(place).copied().ok_or(place)
    }

    /// The symbol of a name, if it has one.
    pub fn symbol(&self, name: &str) -> Option<Symbol> {
        self.find(name).ok()
    }

    /// What the symbol stands for.
    pub fn name(&self, symbol: Symbol) -> &str {
        self.names.get(symbol.0 as usize).map_or("", |name| name)
    }

    /// The same to keep, without a copy.
    pub fn shared(&self, symbol: Symbol) -> Arc<str> {
        let name = self.names.get(symbol.0 as usize);
        name.cloned().unwrap_or_default()
    }

    /// All names by their symbols.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|name| &**name)
    }

    /// How many names there are; their symbols are numbered from 0.
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

/// A node while a graph is built.
#[derive(Clone, Default)]
struct Node {
    labels: Vec<Symbol>,
    properties: Vec<(Symbol, Value)>,
    outgoing: Vec<RelationshipId>,
    incoming: Vec<RelationshipId>,
}

/// A property graph in memory, built part by part.
#[derive(Clone, Default)]
pub struct PropertyGraph {
    names: Names,
    nodes: Vec<Node>,
    relationships: Vec<(Relationship, Vec<(Symbol, Value)>)>,
    /// By the label's symbol.
    by_label: Vec<Vec<NodeId>>,
}

impl PropertyGraph {
    /// Adds a node; properties that are null are left out.
    pub fn add_node<'a>(
        &mut self,
        labels: impl IntoIterator<Item = &'a str>,
        properties: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        let mut node = Node::default();
        for label in labels {
            let label = self.names.intern(label);
            if !node.labels.contains(&label) {
                node.labels.push(label);
                let place = label.0 as usize;
                if self.by_label.len() <= place {
                    self.by_label.resize_with(place + 1, Vec::new);
                }
                if let Some(nodes) = self.by_label.get_mut(place) {
                    nodes.push(id);
                }
            }
        }
        node.properties = self.properties(properties);
        self.nodes.push(node);
        id
    }

    /// Adds a relationship between nodes that are there; properties that are null are left out.
    pub fn add_relationship<'a>(
        &mut self,
        (start, kind, end): (NodeId, &str, NodeId),
        properties: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> RelationshipId {
        let id = RelationshipId(u32::try_from(self.relationships.len()).unwrap_or(u32::MAX));
        let kind = self.names.intern(kind);
        let properties = self.properties(properties);
        let relationship = Relationship { start, end, kind };
        self.relationships.push((relationship, properties));
        if let Some(node) = self.nodes.get_mut(start.0 as usize) {
            node.outgoing.push(id);
        }
        if let Some(node) = self.nodes.get_mut(end.0 as usize) {
            node.incoming.push(id);
        }
        id
    }

    fn properties<'a>(
        &mut self,
        properties: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> Vec<(Symbol, Value)> {
        let known = properties.into_iter().filter(|(_, value)| !value.is_null());
        known
            .map(|(name, value)| (self.names.intern(name), value))
            .collect()
    }

    fn node(&self, node: NodeId) -> Option<&Node> {
        self.nodes.get(node.0 as usize)
    }
}

/// Its size; all of it would be long, and the page would carry the code.
impl fmt::Debug for PropertyGraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PropertyGraph")
            .field("nodes", &self.nodes.len())
            .field("relationships", &self.relationships.len())
            .finish_non_exhaustive()
    }
}

impl QueryGraph for PropertyGraph {
    fn node_count(&self) -> usize {
        self.nodes.len()
    }

    fn symbol(&self, name: &str) -> Option<Symbol> {
        self.names.symbol(name)
    }

    fn name(&self, symbol: Symbol) -> &str {
        self.names.name(symbol)
    }

    fn labels(&self, node: NodeId) -> &[Symbol] {
        self.node(node).map_or(&[], |node| &node.labels)
    }

    fn labelled(&self, label: Symbol) -> &[NodeId] {
        let nodes = self.by_label.get(label.0 as usize);
        nodes.map_or(&[], |nodes| nodes)
    }

    fn node_properties(&self, node: NodeId) -> &[(Symbol, Value)] {
        self.node(node).map_or(&[], |node| &node.properties)
    }

    fn relationship(&self, relationship: RelationshipId) -> Relationship {
        let found = self.relationships.get(relationship.0 as usize);
        found.map_or(
            Relationship {
                start: NodeId(u32::MAX),
                end: NodeId(u32::MAX),
                kind: Symbol(u32::MAX),
            },
            |(relationship, _)| *relationship,
        )
    }

    fn relationship_properties(&self, relationship: RelationshipId) -> &[(Symbol, Value)] {
        let found = self.relationships.get(relationship.0 as usize);
        found.map_or(&[], |(_, properties)| properties)
    }

    fn outgoing(&self, node: NodeId) -> &[RelationshipId] {
        self.node(node).map_or(&[], |node| &node.outgoing)
    }

    fn incoming(&self, node: NodeId) -> &[RelationshipId] {
        self.node(node).map_or(&[], |node| &node.incoming)
    }
}
