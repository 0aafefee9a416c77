//! Paths: what a named pattern gives.

use crate::query::{
    graph::QueryGraph,
    resolved::Slot,
    value::{Path, RelationshipId, Value},
};

use super::hop;

/// The path from a node over the relationships in these slots, if they are there.
pub(super) fn path(
    start: Slot,
    hops: &[Slot],
    frame: &[Value],
    graph: &dyn QueryGraph,
) -> Option<Path> {
    let mut path = Path {
        start: hop::node_in(frame, start)?,
        steps: Vec::new(),
    };
    let mut from = path.start;
    let mut take = |relationship: RelationshipId| {
        let ends = graph.relationship(relationship);
        from = if ends.start == from {
            ends.end
        } else {
            ends.start
        };
        path.steps.push((relationship, from));
    };
    for hop in hops {
        match frame.get(usize::from(*hop))? {
            Value::Relationship(relationship) => take(*relationship),
            Value::List(list) => {
                for item in list.items() {
                    if let Value::Relationship(relationship) = item {
                        take(*relationship);
                    }
                }
            }
            _ => return None,
        }
    }
    Some(path)
}
