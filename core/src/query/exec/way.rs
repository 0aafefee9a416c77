//! Ways over several relationships: what is asked of each of them, and the step from one to the next.

use crate::query::{
    error::QueryError,
    graph::Symbol,
    plan::WalkStage,
    resolved::NameIx,
    value::{NodeId, RelationshipId, Value, equals},
};

use super::{
    Context,
    evaluate::evaluate,
    hop::{is_taken, is_typed, neighbour},
};

/// What the properties of every relationship on a way must equal.
pub(super) type Wanted = Vec<(NameIx, Value)>;

pub(super) fn wanted(
    walk: &WalkStage,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Wanted, QueryError> {
    let mut wanted = Vec::with_capacity(walk.properties.len());
    for (name, value) in &walk.properties {
        wanted.push((*name, evaluate(value, frame, context)?));
    }
    Ok(wanted)
}

pub(super) fn suits(
    walk: &WalkStage,
    wanted: &Wanted,
    (relationship, kind): (RelationshipId, Symbol),
    frame: &[Value],
    context: &Context,
) -> bool {
    is_typed(&walk.hop, kind, context)
        && !is_taken(&walk.hop.others, relationship, frame)
        && wanted.iter().all(|(name, value)| {
            equals(&context.relationship_property(relationship, *name), value) == Some(true)
        })
}

/// What comes of trying to go on from a way's end.
pub(super) enum Onward {
    /// The relationship and where it leads.
    To(RelationshipId, NodeId),
    /// This relationship does not suit.
    PassedOver,
    /// The way is as long as it may be, or nothing else leads on.
    Ended,
}

/// Tries the relationship at a turn from the end of a way of so many relationships.
pub(super) fn onward(
    (walk, wanted): (&WalkStage, &Wanted),
    (from, turn): (NodeId, usize),
    length: usize,
    frame: &[Value],
    context: &Context,
) -> Onward {
    if length >= walk.length.most as usize {
        return Onward::Ended;
    }
    match neighbour(&*context.graph, from, walk.hop.direction, turn) {
        Err(()) => Onward::Ended,
        Ok(Some((relationship, to, kind)))
            if suits(walk, wanted, (relationship, kind), frame, context) =>
        {
            Onward::To(relationship, to)
        }
        Ok(_) => Onward::PassedOver,
    }
}
