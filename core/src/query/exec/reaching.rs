//! The ends of ways from a node, without the ways.

use crate::query::{
    error::QueryError,
    plan::WalkStage,
    value::{NodeId, Value},
};

use super::{
    Context,
    hop::{arrives, node_in},
    machine::Turn,
    way::{Onward, Wanted, onward, wanted},
};

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
        let asked = (walk, &self.wanted);
        let found = onward(asked, (node, self.turn), distance as usize, frame, context);
        self.turn += 1;
        match found {
            Onward::Ended => {
                self.from += 1;
                self.turn = 0;
            }
            Onward::To(_, to) => {
                if self.see(to) {
                    self.reached.push((to, distance + 1));
                }
            }
            Onward::PassedOver => {}
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
