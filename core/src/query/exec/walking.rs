//! Ways from a node, one after the other.

use crate::query::{
    error::QueryError,
    plan::WalkStage,
    value::{NodeId, RelationshipId, Value},
};

use super::{
    Context,
    hop::{arrives, node_in, over},
    machine::{Turn, put},
    way::{Onward, Wanted, onward, suits, wanted},
};

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
        let asked = (walk, &self.wanted);
        let found = onward(asked, (*node, *turn), length, frame, context);
        *turn += 1;
        match found {
            Onward::Ended => {
                self.nodes.pop();
                self.taken.pop();
            }
            Onward::To(relationship, to) if !self.taken.contains(&relationship) => {
                self.nodes.push((to, 0));
                self.taken.push(relationship);
                self.fresh = true;
            }
            Onward::To(..) | Onward::PassedOver => {}
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
            let known = (
                *relationship,
                context.graph.relationship(*relationship).kind,
            );
            match to.filter(|_| suits(walk, &self.wanted, known, frame, context)) {
                Some(to) => node = to,
                None => return Turn::Spent,
            }
        }
        Turn::filled(fits && arrives(&walk.hop, node, frame))
    }
}
