//! From a node over a relationship to another.

use crate::query::{
    ast::Direction,
    error::QueryError,
    graph::{QueryGraph, Relationship, Symbol},
    plan::Expand,
    resolved::Slot,
    value::{NodeId, RelationshipId, Value},
};

use super::{
    Context,
    machine::{Turn, put},
};

/// The node in a slot, if it holds one.
pub(super) fn node_in(frame: &[Value], slot: Slot) -> Option<NodeId> {
    match frame.get(usize::from(slot)) {
        Some(Value::Node(node)) => Some(*node),
        _ => None,
    }
}

/// A relationship, where it leads, and its type.
pub(super) type Step = (RelationshipId, NodeId, Symbol);

/// The relationship at this turn from a node; `Err` where there are no more, `Ok(None)` where this one
/// is passed over.
pub(super) fn neighbour(
    graph: &dyn QueryGraph,
    node: NodeId,
    direction: Direction,
    turn: usize,
) -> Result<Option<Step>, ()> {
    let outgoing = match direction {
        Direction::In => &[],
        _ => graph.outgoing(node),
    };
    if let Some(relationship) = outgoing.get(turn) {
        let Relationship { end, kind, .. } = graph.relationship(*relationship);
        return Ok(Some((*relationship, end, kind)));
    }
    let incoming = match direction {
        Direction::Out => &[],
        _ => graph.incoming(node),
    };
    let relationship = incoming.get(turn - outgoing.len()).ok_or(())?;
    let Relationship { start, kind, .. } = graph.relationship(*relationship);
    // A relationship from a node to itself is in both lists.
    let again = direction == Direction::Both && start == node;
    Ok((!again).then_some((*relationship, start, kind)))
}

/// Whether a relationship's type is one of these; none stand for all.
pub(super) fn is_typed(expand: &Expand, kind: Symbol, context: &Context) -> bool {
    let mut types = expand.types.iter();
    expand.types.is_empty() || types.any(|name| context.symbol(*name) == Some(kind))
}

/// Whether another part of the same MATCH has taken the relationship.
pub(super) fn is_taken(others: &[Slot], relationship: RelationshipId, frame: &[Value]) -> bool {
    others
        .iter()
        .any(|slot| match frame.get(usize::from(*slot)) {
            Some(Value::Relationship(other)) => *other == relationship,
            Some(Value::List(list)) => list
                .items()
                .iter()
                .any(|item| matches!(item, Value::Relationship(other) if *other == relationship)),
            _ => false,
        })
}

/// Whether the way may end here; fills the end's slot if it is open.
pub(super) fn arrives(expand: &Expand, node: NodeId, frame: &mut [Value]) -> bool {
    if expand.to_bound {
        return node_in(frame, expand.to) == Some(node);
    }
    put(frame, expand.to, Value::Node(node));
    true
}

/// One relationship after the other.
#[derive(Default)]
pub(super) struct Expanding {
    turn: usize,
}

impl Expanding {
    pub(super) fn next(
        &mut self,
        expand: &Expand,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Turn, QueryError> {
        let Some(from) = node_in(frame, expand.from) else {
            return Ok(Turn::Spent);
        };
        if expand.bound {
            return Ok(self.next_bound(expand, from, frame, context));
        }
        loop {
            let found = neighbour(&*context.graph, from, expand.direction, self.turn);
            self.turn += 1;
            context.step()?;
            let (relationship, to, kind) = match found {
                Err(()) => return Ok(Turn::Spent),
                Ok(None) => continue,
                Ok(Some(found)) => found,
            };
            if is_typed(expand, kind, context)
                && !is_taken(&expand.others, relationship, frame)
                && arrives(expand, to, frame)
            {
                put(frame, expand.slot, Value::Relationship(relationship));
                return Ok(Turn::Filled);
            }
        }
    }

    /// The relationship is known; what is asked is whether it leads from here.
    fn next_bound(
        &mut self,
        expand: &Expand,
        from: NodeId,
        frame: &mut [Value],
        context: &Context,
    ) -> Turn {
        let Some(Value::Relationship(relationship)) = frame.get(usize::from(expand.slot)) else {
            return Turn::Spent;
        };
        let relationship = *relationship;
        let kind = context.graph.relationship(relationship).kind;
        let first = self.turn == 0;
        self.turn += 1;
        if !first
            || !is_typed(expand, kind, context)
            || is_taken(&expand.others, relationship, frame)
        {
            return Turn::Spent;
        }
        let to = over(&*context.graph, relationship, from, expand.direction);
        Turn::filled(to.is_some_and(|to| arrives(expand, to, frame)))
    }
}

/// Where the relationship leads from a node, if it leads from there this way.
pub(super) fn over(
    graph: &dyn QueryGraph,
    relationship: RelationshipId,
    from: NodeId,
    direction: Direction,
) -> Option<NodeId> {
    let ends = graph.relationship(relationship);
    if ends.start == from && direction != Direction::In {
        Some(ends.end)
    } else if ends.end == from && direction != Direction::Out {
        Some(ends.start)
    } else {
        None
    }
}
