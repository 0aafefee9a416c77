//! How an incident stands: the truth as read, and all that is derived from it.

use std::sync::Arc;

use super::{Branch, CausalGraph, Direction, Incident, Layout, Problem, Scene};

/// One state of an open incident. Immutable; the next state is another snapshot that shares what
/// did not change.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Counts the states since the incident was opened, from 1.
    pub revision: u64,
    /// The incident itself.
    pub incident: Arc<Incident>,
    /// What is unfinished or had to be left out.
    pub problems: Vec<Problem>,
    /// The web as a graph.
    pub graph: CausalGraph,
    /// The web as an indented list.
    pub outline: Vec<Branch>,
    /// Where everything lies.
    pub layout: Arc<Layout>,
    /// What is drawn.
    pub scene: Scene,
    /// Which way causes flow in it.
    pub direction: Direction,
    /// Whether there is an own step to take back.
    pub can_undo: bool,
    /// Whether there is a step to make again.
    pub can_redo: bool,
}
