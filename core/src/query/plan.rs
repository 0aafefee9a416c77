//! Plan: the clauses of a query as stages, each of which fills slots for every row of those before.

use std::collections::BTreeSet;

use super::{
    ast::{Direction, Length},
    graph::QueryGraph,
    optimise,
    resolved::{Branch, Ex, Hop, MatchStep, NameIx, Part, PathPattern, Program, Slot, Step},
};

/// Something that makes rows of a row, or lets a row pass.
#[derive(Debug, Clone)]
pub(crate) enum Stage {
    /// The nodes with a label, or all.
    Scan { slot: Slot, label: Option<NameIx> },
    /// Passes if the slot holds a node.
    Bound { slot: Slot },
    /// The relationships of a node.
    Expand(Expand),
    /// The ways from a node over several relationships.
    Walk(WalkStage),
    /// The nodes that such ways lead to, each once.
    Reach(WalkStage),
    /// Passes if the condition is true.
    Filter(Ex),
    /// The path over these relationships.
    Path {
        slot: Slot,
        start: Slot,
        hops: Vec<Slot>,
    },
    /// Where an OPTIONAL MATCH begins, the place of its end, and what is null without a match.
    Optional { end: usize, fresh: Vec<Slot> },
    /// Where an OPTIONAL MATCH ends, and the place of its beginning.
    Matched { start: usize },
    /// The items of a list.
    Unwind { list: Ex, slot: Slot },
    /// The rows of a procedure.
    Call(super::resolved::CallStep),
}

/// One relationship from a node to another.
#[derive(Debug, Clone)]
pub(crate) struct Expand {
    pub(crate) from: Slot,
    pub(crate) to: Slot,
    /// Whether the other end is known already.
    pub(crate) to_bound: bool,
    pub(crate) slot: Slot,
    /// Whether the relationship is known already.
    pub(crate) bound: bool,
    pub(crate) types: Vec<NameIx>,
    pub(crate) direction: Direction,
    /// The slots of relationships that it must differ from.
    pub(crate) others: Vec<Slot>,
}

/// Several relationships in a row.
#[derive(Debug, Clone)]
pub(crate) struct WalkStage {
    pub(crate) hop: Expand,
    pub(crate) length: Length,
    pub(crate) properties: Vec<(NameIx, Ex)>,
    /// Whether it is walked from its right end to its left one.
    pub(crate) backwards: bool,
}

/// The query as it will run over this graph.
pub(crate) fn plan(mut program: Program, graph: &dyn QueryGraph) -> Program {
    let names = std::mem::take(&mut program.names);
    let planner = Planner {
        names: &names,
        graph,
    };
    for branch in &mut program.branches {
        planner.branch(branch, false);
    }
    program.names = names;
    program
}

/// Makes plans of parts, and of those inside expressions.
pub(crate) struct Planner<'a> {
    names: &'a [std::sync::Arc<str>],
    graph: &'a dyn QueryGraph,
}

impl Planner<'_> {
    /// `existence` says that nobody asks how often a row occurs.
    fn branch(&self, branch: &mut Branch, existence: bool) {
        let last = branch.parts.len().saturating_sub(1);
        for (turn, part) in branch.parts.iter_mut().enumerate() {
            let once = optimise::ignores_repetition(&part.projection)
                || (existence && turn == last && part.projection.limit.is_none());
            self.part(part, once);
        }
    }

    fn part(&self, part: &mut Part, once: bool) {
        let steps = std::mem::take(&mut part.steps);
        let mut stages = Vec::new();
        for step in steps {
            match step {
                Step::Match(step) => self.match_step(step, once, &mut stages),
                Step::Unwind { list, slot } => stages.push(Stage::Unwind { list, slot }),
                Step::Call(mut call) => {
                    let filter = std::mem::take(&mut call.filter);
                    stages.push(Stage::Call(call));
                    stages.extend(filter.into_iter().map(Stage::Filter));
                }
            }
        }
        for stage in &mut stages {
            stage.expressions(&mut |ex| self.inside(ex));
        }
        part.stages = stages;
        part.projection.expressions(&mut |ex| self.inside(ex));
    }

    /// Plans the queries inside an expression.
    fn inside(&self, ex: &mut Ex) {
        match ex {
            Ex::Exists(branches) => {
                for branch in branches {
                    self.branch(branch, true);
                }
            }
            Ex::Rows(branch, result) => {
                self.branch(branch, false);
                self.inside(result);
            }
            other => other.children(&mut |child| self.inside(child)),
        }
    }

    fn match_step(&self, step: MatchStep, once: bool, stages: &mut Vec<Stage>) {
        let start = stages.len();
        if step.optional {
            stages.push(Stage::Optional {
                end: 0,
                fresh: step.fresh.clone(),
            });
        }
        let hops = step
            .patterns
            .iter()
            .map(|pattern| pattern.relationships.len())
            .sum::<usize>();
        let mut placing = Placing {
            planner: self,
            fresh: step.fresh.into_iter().collect(),
            filter: step.filter,
            hops: Vec::new(),
            once: once && hops == 1,
            stages,
        };
        placing.patterns(step.patterns);
        let filter = std::mem::take(&mut placing.filter);
        stages.extend(filter.into_iter().map(Stage::Filter));
        let end = stages.len();
        if let Some(Stage::Optional { end: place, .. }) = stages.get_mut(start)
            && step.optional
        {
            *place = end;
            stages.push(Stage::Matched { start });
        }
    }

    /// How many nodes there may be to begin with, and the label to find them by.
    fn nodes(&self, slot: Slot, filter: &[Ex]) -> (usize, Option<NameIx>) {
        let mut best = (self.graph.node_count(), None);
        for condition in filter {
            let Ex::HasLabels(of, labels) = condition else {
                continue;
            };
            if !matches!(**of, Ex::Slot(found) if found == slot) {
                continue;
            }
            for label in labels {
                let count = self.labelled(*label);
                if count < best.0 || best.1.is_none() {
                    best = (count, Some(*label));
                }
            }
        }
        best
    }

    fn labelled(&self, label: NameIx) -> usize {
        let name = self.names.get(usize::from(label)).map_or("", |name| name);
        let symbol = self.graph.symbol(name);
        symbol.map_or(0, |symbol| self.graph.labelled(symbol).len())
    }
}

/// The patterns of one MATCH on their way to be stages.
struct Placing<'a, 'p> {
    planner: &'a Planner<'p>,
    /// The slots that are still to be filled.
    fresh: BTreeSet<Slot>,
    /// The conditions that are still to be checked.
    filter: Vec<Ex>,
    /// The relationships that are placed.
    hops: Vec<Slot>,
    /// Whether nobody asks how often a row occurs, nor which way it was reached.
    once: bool,
    stages: &'a mut Vec<Stage>,
}

impl Placing<'_, '_> {
    fn patterns(&mut self, mut patterns: Vec<PathPattern>) {
        self.checks();
        while !patterns.is_empty() {
            let costs = patterns.iter().map(|pattern| self.start(pattern).0);
            let cheapest = costs.enumerate().min_by_key(|(turn, cost)| (*cost, *turn));
            let pattern = patterns.remove(cheapest.map_or(0, |(turn, _)| turn));
            self.pattern(&pattern);
        }
    }

    /// What it costs to begin with this pattern, and with which of its nodes.
    fn start(&self, pattern: &PathPattern) -> (usize, usize) {
        let costs = pattern.nodes.iter().enumerate().map(|(turn, slot)| {
            if self.is_bound(*slot) {
                return (0, turn);
            }
            let (nodes, _) = self.planner.nodes(*slot, &self.filter);
            (
                1 + optimise::narrowed(nodes, *slot, &self.filter, &self.fresh),
                turn,
            )
        });
        costs.min().unwrap_or_default()
    }

    fn pattern(&mut self, pattern: &PathPattern) {
        let (_, first) = self.start(pattern);
        if let Some(slot) = pattern.nodes.get(first) {
            self.begin(*slot);
        }
        for turn in first..pattern.relationships.len() {
            self.hop(pattern, turn, false);
        }
        for turn in (0..first).rev() {
            self.hop(pattern, turn, true);
        }
        if let (Some(slot), Some(start)) = (pattern.path, pattern.nodes.first()) {
            self.stages.push(Stage::Path {
                slot,
                start: *start,
                hops: pattern.relationships.iter().map(|hop| hop.slot).collect(),
            });
            self.placed(slot);
        }
        self.checks();
    }

    fn begin(&mut self, slot: Slot) {
        if self.is_bound(slot) {
            self.stages.push(Stage::Bound { slot });
            return;
        }
        let (_, label) = self.planner.nodes(slot, &self.filter);
        if let Some(label) = label {
            optimise::drop_label(&mut self.filter, slot, label);
        }
        self.stages.push(Stage::Scan { slot, label });
        self.placed(slot);
        self.checks();
    }

    fn hop(&mut self, pattern: &PathPattern, turn: usize, backwards: bool) {
        let ends = pattern.nodes.get(turn).zip(pattern.nodes.get(turn + 1));
        let Some(((left, right), hop)) = ends.zip(pattern.relationships.get(turn)) else {
            return;
        };
        let (from, to) = if backwards {
            (*right, *left)
        } else {
            (*left, *right)
        };
        let expand = Expand {
            from,
            to,
            to_bound: self.is_bound(to),
            slot: hop.slot,
            bound: hop.bound,
            types: hop.types.clone(),
            direction: if backwards {
                reversed(hop.direction)
            } else {
                hop.direction
            },
            others: self.hops.clone(),
        };
        let stage = match hop.length {
            None => Stage::Expand(expand),
            Some(length) => self.walk(expand, hop, length, pattern.path.is_some(), backwards),
        };
        self.stages.push(stage);
        self.hops.push(hop.slot);
        self.placed(hop.slot);
        self.placed(to);
        self.checks();
    }

    fn walk(
        &mut self,
        expand: Expand,
        hop: &Hop,
        length: Length,
        in_path: bool,
        backwards: bool,
    ) -> Stage {
        let mut properties = Vec::new();
        for (name, value) in &hop.properties {
            if self.is_known(value) {
                properties.push((*name, value.clone()));
            } else {
                self.filter
                    .push(optimise::each_equals(expand.slot, *name, value.clone()));
            }
        }
        let waits = properties.len() < hop.properties.len();
        let only_ends = self.once && !hop.named && !in_path && !hop.bound && !waits;
        let reaches = only_ends
            && length.least <= 1
            && expand.from != expand.to
            && (expand.direction != Direction::Both || length.least == 0);
        let walk = WalkStage {
            hop: expand,
            length,
            properties,
            backwards,
        };
        if reaches {
            Stage::Reach(walk)
        } else {
            Stage::Walk(walk)
        }
    }

    fn is_bound(&self, slot: Slot) -> bool {
        !self.fresh.contains(&slot)
    }

    fn placed(&mut self, slot: Slot) {
        self.fresh.remove(&slot);
    }

    fn is_known(&self, ex: &Ex) -> bool {
        let mut known = true;
        ex.slots(&mut |slot| known &= self.is_bound(slot));
        known
    }

    /// Places the conditions whose variables are known by now.
    fn checks(&mut self) {
        let waiting = std::mem::take(&mut self.filter);
        for condition in waiting {
            // What could fail waits until all else has held.
            if self.is_known(&condition) && optimise::cannot_fail(&condition) {
                self.stages.push(Stage::Filter(condition));
            } else {
                self.filter.push(condition);
            }
        }
    }
}

fn reversed(direction: Direction) -> Direction {
    match direction {
        Direction::Out => Direction::In,
        Direction::In => Direction::Out,
        Direction::Both => Direction::Both,
    }
}

impl Stage {
    /// Calls back with each expression in it.
    fn expressions(&mut self, each: &mut impl FnMut(&mut Ex)) {
        match self {
            Self::Filter(ex) | Self::Unwind { list: ex, .. } => each(ex),
            Self::Walk(walk) | Self::Reach(walk) => {
                walk.properties.iter_mut().for_each(|(_, ex)| each(ex));
            }
            Self::Call(call) => call.arguments.iter_mut().for_each(each),
            _ => {}
        }
    }
}

impl super::resolved::Projection {
    fn expressions(&mut self, each: &mut impl FnMut(&mut Ex)) {
        self.columns
            .iter_mut()
            .for_each(|column| each(&mut column.value));
        self.order.iter_mut().for_each(|(ex, _)| each(ex));
        let ends = [&mut self.skip, &mut self.limit, &mut self.filter];
        ends.into_iter().flatten().for_each(&mut *each);
        for call in self
            .grouping
            .iter_mut()
            .flat_map(|grouping| &mut grouping.aggregates)
        {
            call.argument
                .iter_mut()
                .chain(&mut call.extra)
                .for_each(&mut *each);
        }
    }
}

impl Ex {
    /// Calls back with each expression right inside this one.
    fn children(&mut self, each: &mut dyn FnMut(&mut Ex)) {
        match self {
            Self::Constant(_) | Self::Parameter(_) | Self::Slot(_) | Self::Exists(_) => {}
            Self::Property(a, _)
            | Self::HasLabels(a, _)
            | Self::Not(a)
            | Self::Negate(a)
            | Self::IsNull(a, _)
            | Self::Rows(_, a) => each(a),
            Self::Index(a, b) | Self::Binary(_, a, b) => {
                each(a);
                each(b);
            }
            Self::Slice(a, b, c) => {
                each(a);
                [b, c].into_iter().flatten().for_each(|end| each(end));
            }
            Self::List(items) | Self::Call(_, items) | Self::Chain(items, _) => {
                items.iter_mut().for_each(each);
            }
            Self::Map(entries) => entries.iter_mut().for_each(|(_, ex)| each(ex)),
            Self::Case(choice) => {
                choice
                    .subject
                    .iter_mut()
                    .chain(&mut choice.otherwise)
                    .for_each(&mut *each);
                for (when, then) in &mut choice.arms {
                    each(when);
                    each(then);
                }
            }
            Self::Comprehension(walk) | Self::Quantifier(_, walk) => {
                each(&mut walk.list);
                walk.filter
                    .iter_mut()
                    .chain(&mut walk.result)
                    .for_each(each);
            }
        }
    }
}
