//! A query whose names are resolved: variables are slots of one frame, labels, types and
//! properties are numbers in one list of names.

use std::sync::Arc;

use super::{
    ast::{Direction, Length, Operator, Quantifier},
    function::{Aggregate, Function},
    graph::{Names, Symbol},
    plan::Stage,
    value::Value,
};

/// The place of a variable in the frame that a query runs in.
pub(crate) type Slot = u16;

/// A name in [`Program::names`].
pub(crate) type NameIx = Symbol;

/// A query that can run.
#[derive(Debug, Default)]
pub(crate) struct Program {
    pub(crate) branches: Vec<Branch>,
    /// Whether rows that several branches give are kept each time.
    pub(crate) union_all: bool,
    pub(crate) columns: Vec<Arc<str>>,
    /// How many slots the frame has.
    pub(crate) slots: usize,
    pub(crate) names: Names,
    pub(crate) parameters: Vec<Arc<str>>,
}

/// One side of a union: parts, each of which takes the rows of the one before.
#[derive(Debug, Default)]
pub(crate) struct Branch {
    pub(crate) parts: Vec<Part>,
}

/// Clauses up to a WITH or RETURN and that.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) steps: Vec<Step>,
    /// The steps as they are run; empty until the plan is made.
    pub(crate) stages: Vec<Stage>,
    pub(crate) projection: Projection,
}

/// A clause that makes rows of a row.
#[derive(Debug)]
pub(crate) enum Step {
    Match(MatchStep),
    Unwind { list: Ex, slot: Slot },
    Call(CallStep),
}

/// A CALL.
#[derive(Debug)]
pub(crate) struct CallStep {
    pub(crate) procedure: Arc<str>,
    pub(crate) arguments: Vec<Ex>,
    /// Which column goes where.
    pub(crate) columns: Vec<(usize, Slot)>,
    pub(crate) filter: Vec<Ex>,
}

/// A MATCH.
#[derive(Debug, Default)]
pub(crate) struct MatchStep {
    pub(crate) optional: bool,
    pub(crate) patterns: Vec<PathPattern>,
    /// What must hold, each by itself.
    pub(crate) filter: Vec<Ex>,
    /// The slots that it fills.
    pub(crate) fresh: Vec<Slot>,
}

/// A pattern of a path.
#[derive(Debug, Default)]
pub(crate) struct PathPattern {
    pub(crate) path: Option<Slot>,
    /// The slots of its nodes.
    pub(crate) nodes: Vec<Slot>,
    pub(crate) relationships: Vec<Hop>,
}

/// A relationship of a pattern.
#[derive(Debug)]
pub(crate) struct Hop {
    pub(crate) slot: Slot,
    /// Whether it holds a relationship from before this MATCH.
    pub(crate) bound: bool,
    /// Whether something names it.
    pub(crate) named: bool,
    pub(crate) types: Vec<NameIx>,
    pub(crate) direction: Direction,
    pub(crate) length: Option<Length>,
    /// What the properties of each relationship equal; only where it has a length.
    pub(crate) properties: Vec<(NameIx, Ex)>,
}

/// WITH and RETURN.
#[derive(Debug, Default)]
pub(crate) struct Projection {
    pub(crate) columns: Vec<Column>,
    pub(crate) grouping: Option<Grouping>,
    pub(crate) distinct: bool,
    /// What to sort by, and whether downwards.
    pub(crate) order: Vec<(Ex, bool)>,
    pub(crate) skip: Option<Ex>,
    pub(crate) limit: Option<Ex>,
    pub(crate) filter: Option<Ex>,
}

/// A column: what it is and where it goes.
#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) slot: Slot,
    pub(crate) value: Ex,
    /// Whether it is made of aggregates once a group is complete.
    pub(crate) aggregated: bool,
}

/// The aggregates of a projection; rows are grouped by its other columns.
#[derive(Debug, Default)]
pub(crate) struct Grouping {
    pub(crate) aggregates: Vec<AggregateCall>,
}

/// An aggregate.
#[derive(Debug)]
pub(crate) struct AggregateCall {
    pub(crate) aggregate: Aggregate,
    pub(crate) distinct: bool,
    /// None for `count(*)`.
    pub(crate) argument: Option<Ex>,
    /// Of percentiles.
    pub(crate) extra: Option<Ex>,
    pub(crate) slot: Slot,
}

/// An expression.
#[derive(Debug)]
pub(crate) enum Ex {
    Constant(Value),
    Parameter(u16),
    Slot(Slot),
    Property(Box<Ex>, NameIx),
    HasLabels(Box<Ex>, Vec<NameIx>),
    Index(Box<Ex>, Box<Ex>),
    Slice(Box<Ex>, Option<Box<Ex>>, Option<Box<Ex>>),
    List(Vec<Ex>),
    Map(Vec<(NameIx, Ex)>),
    Not(Box<Ex>),
    Negate(Box<Ex>),
    Binary(Operator, Box<Ex>, Box<Ex>),
    /// Comparisons in a row: one operand more than operators.
    Chain(Vec<Ex>, Vec<Operator>),
    IsNull(Box<Ex>, bool),
    Case(Box<Choice>),
    Call(Function, Vec<Ex>),
    Comprehension(Box<Walk>),
    Quantifier(Quantifier, Box<Walk>),
    /// A list with an item for each row.
    Rows(Box<Branch>, Box<Ex>),
    /// Whether there is a row.
    Exists(Vec<Branch>),
}

/// CASE.
#[derive(Debug)]
pub(crate) struct Choice {
    pub(crate) subject: Option<Ex>,
    pub(crate) arms: Vec<(Ex, Ex)>,
    pub(crate) otherwise: Option<Ex>,
}

/// A walk over a list.
#[derive(Debug)]
pub(crate) struct Walk {
    pub(crate) slot: Slot,
    pub(crate) list: Ex,
    pub(crate) filter: Option<Ex>,
    pub(crate) result: Option<Ex>,
}

impl Ex {
    /// Whether it asks for a row of clauses without WITH between them.
    pub(crate) fn is_one_part(&self) -> bool {
        matches!(self, Self::Exists(branches) if Self::are_one_part(branches))
    }

    /// Whether these are clauses without WITH between them, each row of which counts.
    pub(crate) fn are_one_part(branches: &[Branch]) -> bool {
        let [branch] = branches else {
            return false;
        };
        let [part] = branch.parts.as_slice() else {
            return false;
        };
        let projection = &part.projection;
        projection.grouping.is_none() && projection.skip.is_none() && projection.limit.is_none()
    }

    /// Calls back with each slot that it reads.
    pub(crate) fn slots(&self, read: &mut dyn FnMut(Slot)) {
        match self {
            Self::Constant(_) | Self::Parameter(_) => {}
            Self::Slot(slot) => read(*slot),
            Self::Property(a, _)
            | Self::HasLabels(a, _)
            | Self::Not(a)
            | Self::Negate(a)
            | Self::IsNull(a, _) => a.slots(read),
            Self::Index(a, b) | Self::Binary(_, a, b) => {
                a.slots(read);
                b.slots(read);
            }
            Self::Slice(a, b, c) => {
                a.slots(read);
                for end in [b, c].into_iter().flatten() {
                    end.slots(read);
                }
            }
            Self::List(items) | Self::Call(_, items) | Self::Chain(items, _) => {
                for item in items {
                    item.slots(read);
                }
            }
            Self::Map(entries) => entries.iter().for_each(|(_, item)| item.slots(read)),
            Self::Case(choice) => choice.slots(read),
            Self::Comprehension(walk) | Self::Quantifier(_, walk) => walk.slots(read),
            Self::Rows(branch, result) => {
                branch.slots(read);
                result.slots(read);
            }
            Self::Exists(branches) => branches.iter().for_each(|branch| branch.slots(read)),
        }
    }
}

impl Choice {
    fn slots(&self, read: &mut dyn FnMut(Slot)) {
        for (when, then) in &self.arms {
            when.slots(read);
            then.slots(read);
        }
        self.subject.iter().for_each(|part| part.slots(read));
        self.otherwise.iter().for_each(|part| part.slots(read));
    }
}

impl Walk {
    fn slots(&self, read: &mut dyn FnMut(Slot)) {
        self.list.slots(read);
        self.filter.iter().for_each(|part| part.slots(read));
        self.result.iter().for_each(|part| part.slots(read));
    }
}

impl Branch {
    fn slots(&self, read: &mut dyn FnMut(Slot)) {
        for part in &self.parts {
            part.steps.iter().for_each(|step| step.slots(read));
            part.projection.slots(read);
        }
    }
}

impl Projection {
    fn slots(&self, read: &mut dyn FnMut(Slot)) {
        for column in &self.columns {
            column.value.slots(read);
        }
        for (key, _) in &self.order {
            key.slots(read);
        }
        self.filter.iter().for_each(|part| part.slots(read));
        let aggregates = self.grouping.iter().map(|grouping| &grouping.aggregates);
        for call in aggregates.flatten() {
            call.argument.iter().for_each(|part| part.slots(read));
            call.extra.iter().for_each(|part| part.slots(read));
        }
    }
}

impl Step {
    fn slots(&self, read: &mut dyn FnMut(Slot)) {
        match self {
            Self::Match(step) => {
                step.filter.iter().for_each(|part| part.slots(read));
                for pattern in &step.patterns {
                    pattern.nodes.iter().for_each(|slot| read(*slot));
                    for hop in &pattern.relationships {
                        read(hop.slot);
                        hop.properties
                            .iter()
                            .for_each(|(_, value)| value.slots(read));
                    }
                }
            }
            Self::Unwind { list, .. } => list.slots(read),
            Self::Call(call) => {
                call.arguments
                    .iter()
                    .chain(&call.filter)
                    .for_each(|part| part.slots(read));
            }
        }
    }
}

impl Part {
    /// A part that is not planned yet.
    pub(crate) fn new(steps: Vec<Step>, projection: Projection) -> Self {
        Self {
            steps,
            stages: Vec::new(),
            projection,
        }
    }
}
