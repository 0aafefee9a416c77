//! How an incident stands: the truth as read, and all that is derived from it.

use std::{cell::OnceCell, sync::Arc};

use super::{
    Branch, CausalGraph, Direction, Incident, Layout, Problem, Scene, outline, unfinished,
};

/// One state of an open incident. Immutable; the next state is another snapshot that shares what
/// did not change.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Counts the states since the incident was opened, from 1.
    pub revision: u64,
    /// The incident itself.
    pub incident: Arc<Incident>,
    /// What had to be left out.
    pub left_out: Vec<Problem>,
    /// The web as a graph.
    pub graph: CausalGraph,
    /// Where everything lies.
    pub layout: Arc<Layout>,
    /// What is drawn.
    pub scene: Scene,
    /// Which way causes flow in it.
    pub direction: Direction,
    /// Whether it came to be by what others did: then nobody here asked for the map to move.
    pub is_by_others: bool,
    /// Whether there is an own step to take back.
    pub can_undo: bool,
    /// Whether there is a step to make again.
    pub can_redo: bool,
    pub(super) seldom: Seldom,
}

/// What few look at, made when somebody does.
#[derive(Debug, Clone, Default)]
pub(super) struct Seldom {
    outline: OnceCell<Vec<Branch>>,
    problems: OnceCell<Vec<Problem>>,
}

impl Snapshot {
    /// The web as an indented list.
    pub fn outline(&self) -> &[Branch] {
        let make = || outline(&self.incident, &self.graph);
        self.seldom.outline.get_or_init(make)
    }

    /// What is unfinished or had to be left out.
    pub fn problems(&self) -> &[Problem] {
        self.seldom.problems.get_or_init(|| {
            let mut problems = self.left_out.clone();
            problems.extend(unfinished(&self.incident, &self.graph));
            problems
        })
    }
}
