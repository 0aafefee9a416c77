//! Exec: runs a plan in slices, within a budget.

mod access;
mod aggregate;
mod branch;
mod calling;
mod context;
mod evaluate;
mod hop;
mod machine;
mod operate;
mod path;
mod reaching;
mod sink;
mod walking;
mod way;

use std::{fmt, sync::Arc};

use super::{
    error::{ErrorDetail, QueryError},
    resolved::Program,
    value::{Keys, Value},
};

pub use context::Budget;
pub(crate) use context::Context;

use branch::BranchRun;

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Working,
    /// All rows are found.
    Done,
    /// The budget is used up; the rows are those found until then.
    Stopped(Limit),
}

/// What there is a budget of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Steps.
    Steps,
    /// Rows.
    Rows,
    /// Memory.
    Memory,
}

impl Limit {
    fn of(error: &QueryError) -> Option<Self> {
        match error.detail() {
            ErrorDetail::OutOfSteps => Some(Self::Steps),
            ErrorDetail::OutOfRows => Some(Self::Rows),
            ErrorDetail::OutOfMemory => Some(Self::Memory),
            _ => None,
        }
    }
}

/// A query on its way through a graph.
pub struct Run {
    program: Arc<Program>,
    context: Context,
    frame: Vec<Value>,
    /// The side of the union that runs.
    branch: usize,
    running: Option<BranchRun>,
    rows: Vec<Vec<Value>>,
    /// What a union without ALL has given.
    seen: Keys,
    progress: Progress,
}

/// How far it is; all of it would be long.
impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("progress", &self.progress)
            .field("steps", &self.steps())
            .finish_non_exhaustive()
    }
}

impl Run {
    pub(super) fn new(program: Arc<Program>, context: Context) -> Self {
        Self {
            frame: vec![Value::Null; program.slots],
            program,
            context,
            branch: 0,
            running: None,
            rows: Vec::new(),
            seen: Keys::default(),
            progress: Progress::Working,
        }
    }

    /// The names of the columns.
    pub fn columns(&self) -> &[Arc<str>] {
        &self.program.columns
    }

    /// The rows found so far; complete once the progress is done.
    pub fn rows(&self) -> &[Vec<Value>] {
        &self.rows
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// How many steps it has taken.
    pub fn steps(&self) -> u64 {
        self.context.taken()
    }

    /// The graph that it reads.
    pub fn graph(&self) -> &dyn super::graph::QueryGraph {
        &*self.context.graph
    }

    /// Goes on for about this many steps, each far below a microsecond but for what a pattern inside
    /// an expression takes, and says how far it came.
    ///
    /// # Errors
    ///
    /// What went wrong in a calculation; the run is over then.
    pub fn advance(&mut self, steps: u64) -> Result<Progress, QueryError> {
        if self.progress != Progress::Working {
            return Ok(self.progress);
        }
        self.context.begin_slice(steps);
        self.progress = match self.slice() {
            Ok(true) => Progress::Done,
            Ok(false) => Progress::Working,
            Err(error) => {
                let Some(limit) = Limit::of(&error) else {
                    self.progress = Progress::Done;
                    return Err(error);
                };
                self.keep_what_was_found()?;
                Progress::Stopped(limit)
            }
        };
        Ok(self.progress)
    }

    /// Ends it before its time; the rows are those found until now.
    ///
    /// # Errors
    ///
    /// What went wrong in a calculation.
    pub fn stop(&mut self) -> Result<(), QueryError> {
        if self.progress == Progress::Working {
            self.progress = Progress::Done;
            self.keep_what_was_found()?;
        }
        Ok(())
    }

    /// Whether all is done; no means that the slice is over.
    fn slice(&mut self) -> Result<bool, QueryError> {
        let program = Arc::clone(&self.program);
        while let Some(branch) = program.branches.get(self.branch) {
            if self.running.is_none() {
                let run = BranchRun::new(branch, &mut self.frame, &mut self.context)?;
                self.running = Some(run);
            }
            let Some(running) = &mut self.running else {
                break;
            };
            if !running.advance(branch, &mut self.frame, &mut self.context)? {
                return Ok(false);
            }
            if let Some(done) = self.running.take() {
                self.take_rows(done.into_rows());
            }
            self.branch += 1;
        }
        Ok(true)
    }

    fn take_rows(&mut self, rows: Vec<Vec<Value>>) {
        let one_of_several = self.program.branches.len() > 1 && !self.program.union_all;
        if self.program.columns.is_empty() {
            return;
        }
        for row in rows {
            if one_of_several {
                let known = self.seen.turn_of(&row);
                self.context.spend(known.looks);
                if !known.is_new {
                    continue;
                }
            }
            self.rows.push(row);
        }
    }

    fn keep_what_was_found(&mut self) -> Result<(), QueryError> {
        let program = Arc::clone(&self.program);
        let branch = program.branches.get(self.branch);
        if let Some((running, branch)) = self.running.take().zip(branch) {
            self.context.lift_limits();
            let rows = running.found(branch, &mut self.frame, &mut self.context)?;
            self.take_rows(rows);
        }
        Ok(())
    }
}
