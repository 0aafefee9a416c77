//! The graph that a case's set-up makes, from which relationships can be taken again.

use std::{collections::BTreeMap, sync::Arc};

use whyweb_core::query::{
    Budget, NodeId, Progress, PropertyGraph, QueryError, RelationshipId, Schema, Value, prepare,
};

/// What a query gave: its columns and rows.
pub(crate) type Table = (Vec<Arc<str>>, Vec<Vec<Value>>);

/// Properties by name.
pub(crate) type Properties = Vec<(String, Value)>;

/// A graph in the making.
#[derive(Debug, Default)]
pub(crate) struct Stage {
    nodes: Vec<(Vec<String>, Properties)>,
    relationships: Vec<Option<(NodeId, String, NodeId, Properties)>>,
}

impl Stage {
    pub(crate) fn add_node(&mut self, labels: Vec<String>, properties: Properties) -> NodeId {
        self.nodes.push((labels, properties));
        NodeId(u32::try_from(self.nodes.len() - 1).expect("few nodes"))
    }

    pub(crate) fn add_relationship(
        &mut self,
        start: NodeId,
        kind: &str,
        end: NodeId,
        properties: Properties,
    ) -> RelationshipId {
        self.relationships
            .push(Some((start, kind.to_owned(), end, properties)));
        RelationshipId(u32::try_from(self.relationships.len() - 1).expect("few relationships"))
    }

    /// Takes away the relationship that is at this turn in the graph as it was last given.
    pub(crate) fn remove(&mut self, relationship: RelationshipId) {
        let mut there = self
            .relationships
            .iter_mut()
            .filter(|known| known.is_some());
        let place = there
            .nth(relationship.0 as usize)
            .expect("a relationship that is there");
        *place = None;
    }

    pub(crate) fn graph(&self) -> Arc<PropertyGraph> {
        let mut graph = PropertyGraph::default();
        let named = |properties: &Properties| -> Vec<(String, Value)> { properties.clone() };
        for (labels, properties) in &self.nodes {
            let properties = named(properties);
            let properties = properties
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone()));
            graph.add_node(labels.iter().map(String::as_str), properties);
        }
        for (start, kind, end, properties) in self.relationships.iter().flatten() {
            let properties = properties
                .iter()
                .map(|(name, value)| (name.as_str(), value.clone()));
            graph.add_relationship((*start, kind, *end), properties);
        }
        Arc::new(graph)
    }
}

/// Runs a query to its end.
pub(crate) fn run(
    query: &str,
    schema: &Schema,
    graph: Arc<PropertyGraph>,
    parameters: &BTreeMap<String, Value>,
) -> Result<Table, QueryError> {
    let query = prepare(query, schema)?;
    let mut run = query.start(graph, parameters, Budget::default())?;
    loop {
        match run.advance(100_000)? {
            Progress::Working => {}
            Progress::Done => return Ok((run.columns().to_vec(), run.rows().to_vec())),
            Progress::Stopped(limit) => panic!("the budget of {limit:?} is used up"),
        }
    }
}
