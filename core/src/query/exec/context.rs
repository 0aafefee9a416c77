//! What a run reads and what it may use up.

use std::{fmt, sync::Arc};

use crate::query::{
    error::{ErrorClass, ErrorDetail, QueryError},
    graph::{Names, QueryGraph, Symbol},
    resolved::{NameIx, Program},
    schema::Procedures,
    value::{NodeId, RelationshipId, Value},
};

/// What a run may use up, counted and never measured in time, so that the same query always stops at
/// the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Looks at a node, a relationship, a condition or an item of a list.
    pub steps: u64,
    /// Rows kept at one time.
    pub rows: usize,
    /// Bytes kept in rows and lists, as an estimate.
    pub memory: usize,
}

/// The most steps between two places where a run can pause: an expression, with the queries in it, is
/// worked out in one go, and what works it out must come back to whoever draws.
const UNBROKEN: u64 = 1_000_000;

impl Default for Budget {
    fn default() -> Self {
        Self {
            steps: 50_000_000,
            rows: 200_000,
            memory: 256 * 1024 * 1024,
        }
    }
}

/// What a run reads, and what is left of its budget.
pub(crate) struct Context {
    pub(crate) graph: Arc<dyn QueryGraph>,
    names: Names,
    pub(crate) parameters: Vec<Value>,
    pub(crate) procedures: Option<Arc<dyn Procedures>>,
    symbols: Vec<Option<Symbol>>,
    budget: Budget,
    taken: u64,
    pause_at: u64,
    rows: usize,
    held: usize,
    /// How deep in queries inside expressions; those do not pause.
    nested: usize,
    /// When the run could have paused last.
    turn: u64,
    random: u64,
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}

impl Context {
    pub(crate) fn new(
        program: &mut Program,
        graph: Arc<dyn QueryGraph>,
        parameters: Vec<Value>,
        procedures: Option<Arc<dyn Procedures>>,
        budget: Budget,
    ) -> Self {
        let names = std::mem::take(&mut program.names);
        Self {
            symbols: names.all().map(|name| graph.symbol(name)).collect(),
            graph,
            names,
            parameters,
            procedures,
            budget,
            taken: 0,
            pause_at: 0,
            rows: 0,
            held: 0,
            nested: 0,
            turn: 0,
            random: 0x9e37_79b9_7f4a_7c15,
        }
    }

    pub(crate) fn symbol(&self, name: NameIx) -> Option<Symbol> {
        self.symbols.get(name.0 as usize).copied().flatten()
    }

    pub(crate) fn name(&self, name: NameIx) -> Arc<str> {
        self.names.shared(name)
    }

    pub(crate) fn node_property(&self, node: NodeId, name: NameIx) -> Value {
        self.found(self.graph.node_properties(node), name)
    }

    pub(crate) fn relationship_property(&self, id: RelationshipId, name: NameIx) -> Value {
        self.found(self.graph.relationship_properties(id), name)
    }

    fn found(&self, properties: &[(Symbol, Value)], name: NameIx) -> Value {
        let Some(symbol) = self.symbol(name) else {
            return Value::Null;
        };
        let mut all = properties.iter();
        let found = all.find(|(known, _)| *known == symbol);
        found.map_or(Value::Null, |(_, value)| value.clone())
    }

    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    pub(super) fn begin_slice(&mut self, steps: u64) {
        self.pause_at = self.taken.saturating_add(steps.max(1));
    }

    /// Takes a step.
    pub(crate) fn step(&mut self) -> Result<(), QueryError> {
        self.taken += 1;
        if self.taken > self.budget.steps {
            return Err(out(
                ErrorDetail::OutOfSteps,
                "the query took more steps than it may",
            ));
        }
        if self.taken.saturating_sub(self.turn) > UNBROKEN {
            return Err(out(
                ErrorDetail::OutOfSteps,
                "an expression of the query took more steps than one may",
            ));
        }
        Ok(())
    }

    /// Here the run can pause; what an expression takes is counted from here.
    pub(super) fn begin_turn(&mut self) {
        if self.nested == 0 {
            self.turn = self.taken;
        }
    }

    /// Takes steps that are done already; the next one fails if they were too many.
    pub(super) fn spend(&mut self, steps: u64) {
        self.taken = self.taken.saturating_add(steps);
    }

    /// Whether the slice is over.
    pub(super) fn pauses(&self) -> bool {
        self.taken >= self.pause_at && self.nested == 0
    }

    /// Makes something of this many bytes that need not last; making it takes steps.
    pub(crate) fn hold(&mut self, bytes: usize) -> Result<(), QueryError> {
        self.fits(bytes)?;
        self.spend(bytes as u64 / 64);
        Ok(())
    }

    /// Whether so many bytes are there beside what is kept.
    pub(super) fn fits(&self, bytes: usize) -> Result<(), QueryError> {
        if self.held.saturating_add(bytes) > self.budget.memory {
            return Err(out(
                ErrorDetail::OutOfMemory,
                "the query needs more memory than it may",
            ));
        }
        Ok(())
    }

    /// Keeps this many bytes until the end of the run.
    pub(super) fn keep(&mut self, bytes: usize) -> Result<(), QueryError> {
        self.fits(bytes)?;
        self.held = self.held.saturating_add(bytes);
        Ok(())
    }

    /// Keeps one row more, of this many values.
    pub(super) fn hold_row(&mut self, values: usize) -> Result<(), QueryError> {
        self.rows += 1;
        if self.rows > self.budget.rows {
            return Err(out(
                ErrorDetail::OutOfRows,
                "the query gives more rows than it may",
            ));
        }
        self.keep((values + 2).saturating_mul(size_of::<Value>()))
    }

    /// Lets go of rows.
    pub(super) fn release_rows(&mut self, rows: usize, values: usize) {
        self.rows = self.rows.saturating_sub(rows);
        let bytes = (values + 2)
            .saturating_mul(size_of::<Value>())
            .saturating_mul(rows);
        self.held = self.held.saturating_sub(bytes);
    }

    pub(super) fn lift_limits(&mut self) {
        self.budget = Budget {
            steps: u64::MAX,
            rows: usize::MAX,
            memory: usize::MAX,
        };
    }

    pub(super) fn inside<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        self.nested += 1;
        let result = run(self);
        self.nested -= 1;
        result
    }

    /// A number from 0 to below 1. The same run always draws the same numbers: G. Marsaglia,
    /// *Xorshift RNGs* (2003), as xorshift64*.
    pub(crate) fn random(&mut self) -> f64 {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        let mixed = self.random.wrapping_mul(0x2545_f491_4f6c_dd1d);
        #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
        let number = (mixed >> 11) as f64;
        number / 9_007_199_254_740_992.0
    }

    /// How many rows a procedure may give.
    pub(super) fn rows_left(&self) -> usize {
        self.budget.rows.saturating_sub(self.rows)
    }
}

fn out(detail: ErrorDetail, message: &str) -> QueryError {
    QueryError::running(ErrorClass::Limit, detail, message)
}
