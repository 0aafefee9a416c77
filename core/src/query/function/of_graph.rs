//! Functions of nodes, relationships, paths and what they carry.

use std::sync::Arc;

use super::{Context, Function, QueryError, Value};

pub(super) fn of(
    function: Function,
    value: &Value,
    context: &mut Context,
) -> Result<Value, QueryError> {
    match (function, value) {
        (Function::Nodes, Value::Path(path)) => {
            Value::list(path.nodes().map(Value::Node).collect())
        }
        (Function::Relationships, Value::Path(path)) => {
            Value::list(path.relationships().map(Value::Relationship).collect())
        }
        (Function::Length, Value::Path(path)) => Ok(Value::Integer(
            i64::try_from(path.steps.len()).unwrap_or(i64::MAX),
        )),
        (Function::Labels, Value::Node(node)) => {
            let graph = Arc::clone(&context.graph);
            let labels = graph.labels(*node).iter();
            Value::list(
                labels
                    .map(|label| Value::text(graph.name(*label)))
                    .collect(),
            )
        }
        (Function::Type, Value::Relationship(relationship)) => {
            let kind = context.graph.relationship(*relationship).kind;
            Ok(Value::text(context.graph.name(kind)))
        }
        (Function::StartNode, Value::Relationship(relationship)) => {
            Ok(Value::Node(context.graph.relationship(*relationship).start))
        }
        (Function::EndNode, Value::Relationship(relationship)) => {
            Ok(Value::Node(context.graph.relationship(*relationship).end))
        }
        (Function::Id, Value::Node(node)) => Ok(Value::Integer(i64::from(node.0))),
        (Function::Id, Value::Relationship(relationship)) => {
            Ok(Value::Integer(i64::from(relationship.0)))
        }
        (Function::Keys | Function::Properties, value) => {
            let entries = entries(value, context).ok_or_else(|| function.cannot_take(value))?;
            match function {
                Function::Keys => Value::list(names(Value::map(entries)?)),
                _ => Value::map(entries),
            }
        }
        _ => Err(function.cannot_take(value)),
    }
}

/// The names of a map's entries.
fn names(map: Value) -> Vec<Value> {
    let Value::Map(map) = map else {
        return Vec::new();
    };
    let names = map.items().iter();
    names
        .map(|(name, _)| Value::Text(Arc::clone(name)))
        .collect()
}

fn entries(value: &Value, context: &Context) -> Option<Vec<(Arc<str>, Value)>> {
    let graph = &context.graph;
    let properties = match value {
        Value::Map(map) => return Some(map.items().to_vec()),
        Value::Node(node) => graph.node_properties(*node),
        Value::Relationship(relationship) => graph.relationship_properties(*relationship),
        _ => return None,
    };
    let named = properties.iter();
    Some(
        named
            .map(|(name, value)| (graph.name(*name).into(), value.clone()))
            .collect(),
    )
}
