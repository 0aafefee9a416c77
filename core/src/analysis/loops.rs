//! Which loops keep it going?

use std::sync::Arc;

use petgraph::{
    algo::kosaraju_scc,
    graph::{DiGraph, NodeIndex},
};

use crate::{graph::Web, model::FactorId};

use super::progress::Progress;

/// How far a search for loops goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoopLimits {
    /// The most elementary loops kept.
    pub most: usize,
    /// The most steps taken in all. A step looks at one link.
    pub steps: usize,
}

impl Default for LoopLimits {
    fn default() -> Self {
        Self {
            most: 200,
            steps: 1_000_000,
        }
    }
}

/// The sets of factors in which each leads to each: the strongly connected components of more than
/// one factor, each in identity order, and so the list. O(1), for the web knows them.
pub fn loop_sets(web: &Web) -> Vec<Vec<FactorId>> {
    let components = 0..web.components.len();
    let loops = components.filter(|component| web.is_loop(*component));
    let mut sets: Vec<Vec<FactorId>> = loops
        .map(|component| web.ids(web.components[component].iter().copied()))
        .collect();
    sets.sort();
    sets
}

/// The search for elementary loops, those that visit no factor twice, in slices.
///
/// Each is found once and given from its first factor in identity order. A loop on the map does
/// *not* mean that it ran more than once, nor that it was vicious: only that the statements say each
/// led to the next.
///
/// # Complexity
///
/// O((F + L) (c + 1)) for c loops, of which there can be exponentially many, hence the limits.
///
/// # Source
///
/// D. B. Johnson, *Finding all the elementary circuits of a directed graph*, 1975, with a list of
/// what is still to do in place of calls to itself.
///
/// ```
/// use std::sync::Arc;
/// use whyweb_core::{analysis::{LoopLimits, Loops, Progress}, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// let mut search = Loops::new(&Arc::new(Web::of(&incident)), LoopLimits::default());
/// while search.advance(100) == Progress::Working {}
/// assert!(search.found().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Loops {
    web: Arc<Web>,
    limits: LoopLimits,
    /// Sets of factors still to be looked at, the next one last.
    open: Vec<Vec<usize>>,
    circuit: Option<Circuit>,
    found: Vec<Vec<usize>>,
    taken: usize,
    met: bool,
}

/// The search for the loops through one factor, in what its component has left.
#[derive(Debug, Clone)]
struct Circuit {
    start: usize,
    /// The component, sorted.
    members: Vec<usize>,
    /// The way so far, each factor with its effects not tried yet, the next one last.
    path: Vec<(usize, Vec<usize>)>,
    /// For each factor of the path, whether a loop was found beyond it.
    closed: Vec<bool>,
    blocked: Vec<bool>,
    /// For each member, by turn, whom to free once it is free.
    waiting: Vec<Vec<usize>>,
}

impl Loops {
    /// Makes the search ready; nothing is looked at yet.
    pub fn new(web: &Arc<Web>, limits: LoopLimits) -> Self {
        let loops = web.components.iter().filter(|members| members.len() > 1);
        let mut open: Vec<Vec<usize>> = loops.cloned().collect();
        open.sort_by(|a, b| b.cmp(a));
        Self {
            web: Arc::clone(web),
            limits,
            open,
            circuit: None,
            found: Vec::new(),
            taken: 0,
            met: false,
        }
    }

    /// Runs for about so many steps.
    pub fn advance(&mut self, steps: usize) -> Progress {
        let end = self.taken.saturating_add(steps.max(1));
        while self.taken < end {
            if self.taken >= self.limits.steps || self.found.len() >= self.limits.most {
                // What was found may have been all there is.
                self.met = !self.is_done();
                self.open.clear();
                self.circuit = None;
            }
            if self.is_done() {
                return Progress::Finished;
            }
            match &mut self.circuit {
                None => self.begin(),
                Some(_) => self.step(),
            }
        }
        Progress::Working
    }

    /// The loops found so far, short ones first, then in identity order.
    pub fn found(&self) -> Vec<Vec<FactorId>> {
        let mut loops: Vec<_> = self.found.iter().collect();
        loops.sort_by_key(|places| (places.len(), *places));
        loops
            .into_iter()
            .map(|places| self.web.ids(places.iter().copied()))
            .collect()
    }

    /// Whether a limit ended the search, so that there may be more.
    pub fn met_its_limit(&self) -> bool {
        self.met
    }

    fn is_done(&self) -> bool {
        self.open.is_empty() && self.circuit.is_none()
    }

    fn begin(&mut self) {
        let Some(members) = self.open.pop() else {
            return;
        };
        self.taken += members.len();
        let Some(start) = members.first().copied() else {
            return;
        };
        let mut circuit = Circuit {
            start,
            path: Vec::new(),
            closed: Vec::new(),
            blocked: vec![false; members.len()],
            waiting: vec![Vec::new(); members.len()],
            members,
        };
        circuit.go_to(&self.web, start, 0);
        self.circuit = Some(circuit);
    }

    fn step(&mut self) {
        self.taken += 1;
        let Some(circuit) = &mut self.circuit else {
            return;
        };
        let Some((_, open)) = circuit.path.last_mut() else {
            let rest = circuit.rest();
            self.circuit = None;
            self.open.extend(components_among(&self.web, &rest));
            return;
        };
        match open.pop() {
            Some(next) if next == circuit.start => {
                self.found
                    .push(circuit.path.iter().map(|(place, _)| *place).collect());
                if let Some(closed) = circuit.closed.last_mut() {
                    *closed = true;
                }
            }
            Some(next) => {
                if let Ok(turn) = circuit.members.binary_search(&next)
                    && !circuit.blocked[turn]
                {
                    circuit.go_to(&self.web, next, turn);
                }
            }
            None => self.taken += circuit.go_back(&self.web),
        }
    }
}

impl Circuit {
    fn go_to(&mut self, web: &Web, place: usize, turn: usize) {
        self.blocked[turn] = true;
        self.path
            .push((place, web.effects_of(place).rev().collect()));
        self.closed.push(false);
    }

    /// Leaves the last factor of the path; tells how many links it looked at.
    fn go_back(&mut self, web: &Web) -> usize {
        let Some(((place, _), closed)) = self.path.pop().zip(self.closed.pop()) else {
            return 0;
        };
        if closed {
            self.free(place);
            if let Some(before) = self.closed.last_mut() {
                *before = true;
            }
            return 0;
        }
        let mut looked = 0;
        for effect in web.effects_of(place) {
            looked += 1;
            if let Ok(turn) = self.members.binary_search(&effect)
                && !self.waiting[turn].contains(&place)
            {
                self.waiting[turn].push(place);
            }
        }
        looked
    }

    fn free(&mut self, place: usize) {
        let mut open = vec![place];
        while let Some(place) = open.pop() {
            if let Ok(turn) = self.members.binary_search(&place)
                && self.blocked[turn]
            {
                self.blocked[turn] = false;
                open.append(&mut self.waiting[turn]);
            }
        }
    }

    /// The component without the factor whose loops are all found.
    fn rest(&self) -> Vec<usize> {
        let members = self.members.iter().copied();
        members.filter(|member| *member != self.start).collect()
    }
}

/// The loops among these factors alone, the one with the first factor last.
fn components_among(web: &Web, places: &[usize]) -> Vec<Vec<usize>> {
    let mut graph: DiGraph<usize, (), u32> = DiGraph::new();
    for place in places {
        graph.add_node(*place);
    }
    for (turn, place) in places.iter().enumerate() {
        for effect in web.effects_of(*place) {
            if let Ok(to) = places.binary_search(&effect) {
                graph.add_edge(NodeIndex::new(turn), NodeIndex::new(to), ());
            }
        }
    }
    let mut loops: Vec<Vec<usize>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(|members| members.len() > 1)
        .map(|members| members.into_iter().map(|node| graph[node]).collect())
        .collect();
    for members in &mut loops {
        members.sort_unstable();
    }
    loops.sort_by(|a: &Vec<usize>, b| b.cmp(a));
    loops
}
