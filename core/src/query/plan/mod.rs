//! Plan: the clauses of a query as stages, each of which fills slots for every row of those before.

mod inside;
mod placing;

use super::{
    ast::{Direction, Length},
    graph::{Names, QueryGraph},
    optimise,
    resolved::{Branch, CallStep, Ex, MatchStep, NameIx, Part, Program, Slot, Step},
};

use placing::Placing;

/// Something that makes rows of a row, or lets a row pass.
#[derive(Debug)]
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
    /// Where stages begin that are tried, and the place of their end.
    Try { end: usize, wish: Wish },
    /// Where they end, and the place of their beginning.
    Tried { start: usize },
    /// The items of a list.
    Unwind { list: Ex, slot: Slot },
    /// The rows of a procedure.
    Call(CallStep),
}

/// What is wanted of stages that are tried.
#[derive(Debug)]
pub(crate) enum Wish {
    /// Every way in which they hold, or else these slots as null: OPTIONAL MATCH.
    AllOrNulls(Vec<Slot>),
    /// That they hold, however: a pattern as a condition.
    Any,
    /// That they never hold.
    None,
}

/// One relationship from a node to another.
#[derive(Debug)]
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
#[derive(Debug)]
pub(crate) struct WalkStage {
    pub(crate) hop: Expand,
    pub(crate) length: Length,
    pub(crate) properties: Vec<(NameIx, Ex)>,
    /// Whether it is walked from its right end to its left one.
    pub(crate) backwards: bool,
}

/// The query as it will run over this graph.
pub(crate) fn plan(mut program: Program, graph: &dyn QueryGraph) -> Program {
    let planner = Planner {
        names: &program.names,
        graph,
    };
    for branch in &mut program.branches {
        planner.branch(branch, false);
    }
    program
}

/// Makes plans of parts, and of those inside expressions.
struct Planner<'a> {
    names: &'a Names,
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
        let mut stages = Vec::new();
        self.steps(std::mem::take(&mut part.steps), once, &mut stages);
        for stage in &mut stages {
            stage.expressions(&mut |ex| self.inside(ex));
        }
        part.stages = stages;
        part.projection.expressions(&mut |ex| self.inside(ex));
    }

    fn steps(&self, steps: Vec<Step>, once: bool, stages: &mut Vec<Stage>) {
        for step in steps {
            match step {
                Step::Match(step) => self.match_step(step, once, stages),
                Step::Unwind { list, slot } => stages.push(Stage::Unwind { list, slot }),
                Step::Call(mut call) => {
                    let filter = std::mem::take(&mut call.filter);
                    stages.push(Stage::Call(call));
                    self.conditions(filter, stages);
                }
            }
        }
    }

    /// Conditions as stages. A pattern that must match or must not becomes stages too: those can pause,
    /// and an expression cannot.
    fn conditions(&self, conditions: Vec<Ex>, stages: &mut Vec<Stage>) {
        for condition in conditions {
            let (inner, wish) = match condition {
                Ex::Not(inner) if inner.is_one_part() => (*inner, Wish::None),
                other => (other, Wish::Any),
            };
            match inner {
                Ex::Exists(branches) if Ex::are_one_part(&branches) => {
                    let parts = branches.into_iter().flat_map(|branch| branch.parts);
                    let steps = parts.flat_map(|part| part.steps).collect();
                    Self::tried(wish, stages, |stages| self.steps(steps, true, stages));
                }
                other => stages.push(Stage::Filter(other)),
            }
        }
    }

    fn tried(wish: Wish, stages: &mut Vec<Stage>, inner: impl FnOnce(&mut Vec<Stage>)) {
        let start = stages.len();
        stages.push(Stage::Try { end: 0, wish });
        inner(stages);
        let last = stages.len();
        if let Some(Stage::Try { end, .. }) = stages.get_mut(start) {
            *end = last;
        }
        stages.push(Stage::Tried { start });
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
        if !step.optional {
            return Placing::of(self, step, once, stages).all();
        }
        let wish = Wish::AllOrNulls(step.fresh.clone());
        Self::tried(wish, stages, |stages| {
            Placing::of(self, step, once, stages).all();
        });
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
        let symbol = self.graph.symbol(self.names.name(label));
        symbol.map_or(0, |symbol| self.graph.labelled(symbol).len())
    }
}
