//! Values in words: what cells of the table and of a CSV file say.

use whyweb_core::query::{IncidentGraph, NodeId, Path, QueryGraph, RelationshipId, Value};

/// The properties by which a node is called, the first that it has.
const NAMES: [&str; 4] = ["statement", "title", "body", "id"];

/// A value in words; null has none.
pub fn spoken(value: &Value, graph: &IncidentGraph) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => text.to_string(),
        Value::Node(node) => called(*node, graph),
        Value::Relationship(relationship) => link(*relationship, graph),
        Value::Path(path) => chain(path, graph),
        Value::List(list) => {
            let items = list.items().iter().map(|item| spoken(item, graph));
            items.collect::<Vec<_>>().join("; ")
        }
        Value::Map(map) => {
            let entries = map.items().iter();
            let entries = entries.map(|(name, value)| format!("{name}: {}", spoken(value, graph)));
            entries.collect::<Vec<_>>().join("; ")
        }
        other => other.shown(graph).to_string(),
    }
}

/// What a node is called: its statement, its title or its words, else its labels.
pub fn called(node: NodeId, graph: &IncidentGraph) -> String {
    let properties = graph.node_properties(node);
    let named = |name: &&str| {
        let symbol = graph.symbol(name)?;
        let (_, value) = properties.iter().find(|(known, _)| *known == symbol)?;
        match value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        }
    };
    NAMES.iter().find_map(named).unwrap_or_else(|| {
        let labels = graph.labels(node).iter();
        labels
            .map(|label| graph.name(*label))
            .collect::<Vec<_>>()
            .join(" ")
    })
}

/// A relationship as its ends with an arrow between them.
fn link(relationship: RelationshipId, graph: &IncidentGraph) -> String {
    let ends = graph.relationship(relationship);
    format!(
        "{} → {}",
        called(ends.start, graph),
        called(ends.end, graph)
    )
}

/// A path as its nodes; each arrow points the way the relationship leads.
fn chain(path: &Path, graph: &IncidentGraph) -> String {
    let mut words = called(path.start, graph);
    let mut from = path.start;
    for (relationship, to) in &path.steps {
        let is_along = graph.relationship(*relationship).start == from;
        words += if is_along { " → " } else { " ← " };
        words += &called(*to, graph);
        from = *to;
    }
    words
}
