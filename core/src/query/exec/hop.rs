//! From a node over relationships to others: one relationship, several, or whatever can be reached.

use crate::query::{
    ast::Direction,
    error::QueryError,
    graph::{QueryGraph, Symbol},
    plan::{Expand, WalkStage},
    resolved::{NameIx, Slot},
    value::{NodeId, RelationshipId, Value, equals},
};

use super::{
    Context,
    evaluate::evaluate,
    machine::{Turn, put},
};

/// The node in a slot, if it holds one.
pub(super) fn node_in(frame: &[Value], slot: Slot) -> Option<NodeId> {
    match frame.get(usize::from(slot)) {
        Some(Value::Node(node)) => Some(*node),
        _ => None,
    }
}

/// The relationship at this turn from a node, and where it leads; `Err` where there are no more,
/// `Ok(None)` where this one is passed over.
fn neighbour(
    graph: &dyn QueryGraph,
    node: NodeId,
    direction: Direction,
    turn: usize,
) -> Result<Option<(RelationshipId, NodeId)>, ()> {
    let outgoing = match direction {
        Direction::In => &[],
        _ => graph.outgoing(node),
    };
    if let Some(relationship) = outgoing.get(turn) {
        return Ok(Some((*relationship, graph.relationship(*relationship).end)));
    }
    let incoming = match direction {
        Direction::Out => &[],
        _ => graph.incoming(node),
    };
    let relationship = incoming.get(turn - outgoing.len()).ok_or(())?;
    let start = graph.relationship(*relationship).start;
    // A relationship from a node to itself is in both lists.
    let again = direction == Direction::Both && start == node;
    Ok((!again).then_some((*relationship, start)))
}

/// Whether the relationship's type is one of these; none stand for all.
fn is_typed(expand: &Expand, relationship: RelationshipId, context: &Context) -> bool {
    if expand.types.is_empty() {
        return true;
    }
    let kind: Symbol = context.graph.relationship(relationship).kind;
    expand
        .types
        .iter()
        .any(|name| context.symbol(*name) == Some(kind))
}

/// Whether another part of the same MATCH has taken the relationship.
fn is_taken(others: &[Slot], relationship: RelationshipId, frame: &[Value]) -> bool {
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
fn arrives(expand: &Expand, node: NodeId, frame: &mut [Value]) -> bool {
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
            let (relationship, to) = match found {
                Err(()) => return Ok(Turn::Spent),
                Ok(None) => continue,
                Ok(Some(found)) => found,
            };
            if is_typed(expand, relationship, context)
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
        let first = self.turn == 0;
        self.turn += 1;
        if !first
            || !is_typed(expand, relationship, context)
            || is_taken(&expand.others, relationship, frame)
        {
            return Turn::Spent;
        }
        let to = over(&*context.graph, relationship, from, expand.direction);
        Turn::filled(to.is_some_and(|to| arrives(expand, to, frame)))
    }
}

/// Where the relationship leads from a node, if it leads from there this way.
fn over(
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

/// What the properties of every relationship on a way must equal.
type Wanted = Vec<(NameIx, Value)>;

fn wanted(
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

fn suits(
    walk: &WalkStage,
    wanted: &Wanted,
    relationship: RelationshipId,
    frame: &[Value],
    context: &Context,
) -> bool {
    is_typed(&walk.hop, relationship, context)
        && !is_taken(&walk.hop.others, relationship, frame)
        && wanted.iter().all(|(name, value)| {
            equals(&context.relationship_property(relationship, *name), value) == Some(true)
        })
}

/// All ways from a node that take no relationship twice, depth first.
pub(super) struct Walking {
    wanted: Wanted,
    /// The nodes of the way so far, each with the turn of the relationship to try next.
    nodes: Vec<(NodeId, usize)>,
    taken: Vec<RelationshipId>,
    /// Whether the way as it stands is still to be given.
    fresh: bool,
    /// The relationships where they are known already.
    given: Option<Vec<RelationshipId>>,
}

impl Walking {
    pub(super) fn begin(
        walk: &WalkStage,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Option<Self>, QueryError> {
        let Some(from) = node_in(frame, walk.hop.from) else {
            return Ok(None);
        };
        let given = match frame.get(usize::from(walk.hop.slot)) {
            Some(Value::List(list)) if walk.hop.bound => {
                let mut all: Vec<RelationshipId> = Vec::new();
                for item in list.items() {
                    match item {
                        Value::Relationship(relationship) => all.push(*relationship),
                        _ => return Ok(None),
                    }
                }
                if walk.backwards {
                    all.reverse();
                }
                Some(all)
            }
            _ if walk.hop.bound => return Ok(None),
            _ => None,
        };
        Ok(Some(Self {
            wanted: wanted(walk, frame, context)?,
            nodes: vec![(from, 0)],
            taken: Vec::new(),
            fresh: true,
            given,
        }))
    }

    pub(super) fn next(
        &mut self,
        walk: &WalkStage,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Turn, QueryError> {
        if let Some(given) = self.given.take() {
            return Ok(self.along(&given, walk, frame, context));
        }
        if self.fresh {
            self.fresh = false;
            if self.gives(walk, frame, context)? {
                return Ok(Turn::Filled);
            }
        }
        let length = self.taken.len();
        let Some((node, turn)) = self.nodes.last_mut() else {
            return Ok(Turn::Spent);
        };
        let found = if length >= walk.length.most as usize {
            Err(())
        } else {
            neighbour(&*context.graph, *node, walk.hop.direction, *turn)
        };
        *turn += 1;
        match found {
            Err(()) => {
                self.nodes.pop();
                self.taken.pop();
            }
            Ok(Some((relationship, to)))
                if !self.taken.contains(&relationship)
                    && suits(walk, &self.wanted, relationship, frame, context) =>
            {
                self.nodes.push((to, 0));
                self.taken.push(relationship);
                self.fresh = true;
            }
            Ok(_) => {}
        }
        Ok(Turn::Working)
    }

    /// Whether the way as it stands is long enough and ends where it should.
    fn gives(
        &self,
        walk: &WalkStage,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<bool, QueryError> {
        let Some((node, _)) = self.nodes.last() else {
            return Ok(false);
        };
        let length = self.taken.len();
        if length < walk.length.least as usize
            || length > walk.length.most as usize
            || !arrives(&walk.hop, *node, frame)
        {
            return Ok(false);
        }
        context.hold(length.saturating_mul(size_of::<Value>()))?;
        let taken = self.taken.iter().map(|taken| Value::Relationship(*taken));
        let list: Vec<Value> = if walk.backwards {
            taken.rev().collect()
        } else {
            taken.collect()
        };
        put(frame, walk.hop.slot, Value::list(list)?);
        Ok(true)
    }

    /// Whether the relationships that are known lead on from here, one after the other.
    fn along(
        &mut self,
        given: &[RelationshipId],
        walk: &WalkStage,
        frame: &mut [Value],
        context: &Context,
    ) -> Turn {
        let Some((mut node, _)) = self.nodes.pop() else {
            return Turn::Spent;
        };
        self.fresh = false;
        let fits = (walk.length.least as usize..=walk.length.most as usize).contains(&given.len());
        for relationship in given {
            let to = over(&*context.graph, *relationship, node, walk.hop.direction);
            match to.filter(|_| suits(walk, &self.wanted, *relationship, frame, context)) {
                Some(to) => node = to,
                None => return Turn::Spent,
            }
        }
        Turn::filled(fits && arrives(&walk.hop, node, frame))
    }
}

/// The nodes that can be reached, each once, nearest first. The shortest way to a node takes nothing
/// twice, so for ways of one or more these are the ends of all ways.
pub(super) struct Reaching {
    wanted: Wanted,
    seen: Vec<u64>,
    /// The nodes reached, each with its distance, and how far they are given and gone on from.
    reached: Vec<(NodeId, u32)>,
    given: usize,
    from: usize,
    turn: usize,
}

impl Reaching {
    pub(super) fn begin(
        walk: &WalkStage,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Option<Self>, QueryError> {
        let Some(from) = node_in(frame, walk.hop.from) else {
            return Ok(None);
        };
        let words = context.graph.node_count().div_ceil(64);
        let mut this = Self {
            wanted: wanted(walk, frame, context)?,
            seen: vec![0; words],
            reached: vec![(from, 0)],
            given: 0,
            from: 0,
            turn: 0,
        };
        if walk.length.least == 0 {
            this.see(from);
        } else {
            // The start itself counts only once a way leads back to it.
            this.given = 1;
        }
        Ok(Some(this))
    }

    pub(super) fn next(
        &mut self,
        walk: &WalkStage,
        frame: &mut [Value],
        context: &Context,
    ) -> Turn {
        while let Some((node, _)) = self.reached.get(self.given) {
            let node = *node;
            self.given += 1;
            if arrives(&walk.hop, node, frame) {
                return Turn::Filled;
            }
        }
        let Some((node, distance)) = self.reached.get(self.from).copied() else {
            return Turn::Spent;
        };
        let found = if distance >= walk.length.most {
            Err(())
        } else {
            neighbour(&*context.graph, node, walk.hop.direction, self.turn)
        };
        self.turn += 1;
        match found {
            Err(()) => {
                self.from += 1;
                self.turn = 0;
            }
            Ok(Some((relationship, to)))
                if suits(walk, &self.wanted, relationship, frame, context) =>
            {
                if self.see(to) {
                    self.reached.push((to, distance + 1));
                }
            }
            Ok(_) => {}
        }
        Turn::Working
    }

    /// Marks a node; whether it is new.
    fn see(&mut self, node: NodeId) -> bool {
        let Some(word) = self.seen.get_mut(node.0 as usize / 64) else {
            return false;
        };
        let bit = 1 << (node.0 % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}
