//! What values hold: properties, labels, items, slices.

use std::sync::Arc;

use crate::query::{
    error::{ErrorClass, ErrorDetail, QueryError},
    resolved::NameIx,
    value::Value,
};

use super::Context;

pub(super) fn property(
    value: &Value,
    name: NameIx,
    context: &Context,
) -> Result<Value, QueryError> {
    match value {
        Value::Node(node) => Ok(context.node_property(*node, name)),
        Value::Relationship(relationship) => Ok(context.relationship_property(*relationship, name)),
        Value::Map(map) => Ok(map.get(&context.name(name)).cloned().unwrap_or_default()),
        Value::Null => Ok(Value::Null),
        other => Err(invalid(format!("{} has no properties", other.type_name()))),
    }
}

/// Whether a node has all these labels, or a relationship this one type.
pub(super) fn has_labels(
    value: &Value,
    labels: &[NameIx],
    context: &Context,
) -> Result<Value, QueryError> {
    let mut wanted = labels.iter().map(|label| context.symbol(*label));
    let has = match value {
        Value::Null => return Ok(Value::Null),
        Value::Node(node) => {
            let labels = context.graph.labels(*node);
            wanted.all(|label| label.is_some_and(|label| labels.contains(&label)))
        }
        Value::Relationship(relationship) => {
            let kind = context.graph.relationship(*relationship).kind;
            wanted.all(|label| label == Some(kind))
        }
        other => return Err(invalid(format!("{} has no labels", other.type_name()))),
    };
    Ok(Value::Boolean(has))
}

pub(super) fn item(value: &Value, by: &Value, context: &mut Context) -> Result<Value, QueryError> {
    match (value, by) {
        (Value::Null, _) => Ok(Value::Null),
        (Value::List(_) | Value::Map(_) | Value::Node(_) | Value::Relationship(_), Value::Null) => {
            Ok(Value::Null)
        }
        (Value::List(list), Value::Integer(at)) => {
            let items = list.items();
            let place = place(*at, items.len()).and_then(|place| items.get(place));
            Ok(place.cloned().unwrap_or_default())
        }
        (Value::List(_), other) => Err(QueryError::running(
            ErrorClass::Type,
            ErrorDetail::ListElementAccessByNonInteger,
            format!("a list has items by number, not by {}", other.type_name()),
        )),
        (Value::Map(map), Value::Text(name)) => Ok(map.get(name).cloned().unwrap_or_default()),
        (Value::Node(node), Value::Text(name)) => {
            Ok(named(context.graph.node_properties(*node), name, context))
        }
        (Value::Relationship(relationship), Value::Text(name)) => {
            let properties = context.graph.relationship_properties(*relationship);
            Ok(named(properties, name, context))
        }
        (Value::Map(_) | Value::Node(_) | Value::Relationship(_), other) => {
            Err(QueryError::running(
                ErrorClass::Type,
                ErrorDetail::MapElementAccessByNonString,
                format!("entries have names, not {}", other.type_name()),
            ))
        }
        (other, _) => Err(invalid(format!("{} has no items", other.type_name()))),
    }
}

fn named(
    properties: &[(crate::query::graph::Symbol, Value)],
    name: &Arc<str>,
    context: &Context,
) -> Value {
    let symbol = context.graph.symbol(name);
    let found = properties.iter().find(|(known, _)| Some(*known) == symbol);
    found.map_or(Value::Null, |(_, value)| value.clone())
}

/// The place of an item; numbers below 0 count from the end.
fn place(at: i64, length: usize) -> Option<usize> {
    if let Ok(at) = usize::try_from(at) {
        return Some(at);
    }
    let back = usize::try_from(at.unsigned_abs()).ok()?;
    length.checked_sub(back)
}

pub(super) fn slice(
    value: &Value,
    from: Option<&Value>,
    to: Option<&Value>,
    context: &mut Context,
) -> Result<Value, QueryError> {
    let bounds = [from, to];
    let unknown = bounds.iter().flatten().any(|bound| bound.is_null());
    let list = match value {
        Value::List(list) if !unknown => list.items(),
        Value::Null | Value::List(_) => return Ok(Value::Null),
        other => return Err(invalid(format!("{} has no slices", other.type_name()))),
    };
    let bound = |bound: Option<&Value>, otherwise: usize| match bound {
        None => Ok(otherwise),
        Some(Value::Integer(at)) => Ok(place(*at, list.len()).unwrap_or(0).min(list.len())),
        Some(other) => Err(invalid(format!(
            "{} is no place in a list",
            other.type_name()
        ))),
    };
    let (from, to) = (bound(from, 0)?, bound(to, list.len())?);
    let items = list.get(from..to).unwrap_or_default();
    context.hold(size_of_val(items))?;
    Value::list(items.to_vec())
}

fn invalid(message: String) -> QueryError {
    QueryError::running(ErrorClass::Type, ErrorDetail::InvalidArgumentType, message)
}
