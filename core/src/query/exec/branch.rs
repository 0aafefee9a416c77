//! One side of a union: its parts one after the other, each over the rows of the one before.

use crate::query::{
    error::QueryError,
    resolved::{Branch, Part},
    value::Value,
};

use super::{
    Context,
    machine::{Machine, Next},
    sink::Sink,
};

/// A branch on its way.
pub(super) struct BranchRun {
    part: usize,
    /// The rows of the part before, and which comes next.
    input: Vec<Vec<Value>>,
    at: usize,
    machine: Machine,
    sink: Sink,
}

impl BranchRun {
    pub(super) fn new(
        branch: &Branch,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Self, QueryError> {
        let first = branch.parts.first();
        Ok(Self {
            part: 0,
            input: vec![Vec::new()],
            at: 0,
            machine: Machine::spent(first.map_or(0, |part| part.stages.len())),
            sink: match first {
                Some(part) => Sink::new(&part.projection, frame, context)?,
                None => Sink::default(),
            },
        })
    }

    /// Goes on until all rows are there or the slice is over; whether they are.
    pub(super) fn advance(
        &mut self,
        branch: &Branch,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<bool, QueryError> {
        while let Some(part) = branch.parts.get(self.part) {
            if !self.part(branch, part, frame, context)? {
                return Ok(false);
            }
            let sink = std::mem::take(&mut self.sink);
            let rows = sink.finish(&part.projection, frame, context)?;
            context.release_rows(self.input.len(), self.width(branch));
            self.input = rows;
            self.at = 0;
            self.part += 1;
            if let Some(next) = branch.parts.get(self.part) {
                self.machine = Machine::spent(next.stages.len());
                self.sink = Sink::new(&next.projection, frame, context)?;
            }
        }
        Ok(true)
    }

    /// How many values a row of the part before has.
    fn width(&self, branch: &Branch) -> usize {
        let before = self
            .part
            .checked_sub(1)
            .and_then(|part| branch.parts.get(part));
        before.map_or(0, |part| part.projection.columns.len())
    }

    /// Feeds the sink; whether the part is through.
    fn part(
        &mut self,
        branch: &Branch,
        part: &Part,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<bool, QueryError> {
        loop {
            if self.sink.is_full() {
                return Ok(true);
            }
            match self.machine.next(&part.stages, frame, context)? {
                Next::Row => self.sink.add(&part.projection, frame, context)?,
                Next::Pause => return Ok(false),
                Next::Done => {
                    if !self.load(branch, frame) {
                        return Ok(true);
                    }
                }
            }
        }
    }

    /// Puts the next row of the part before into the frame.
    fn load(&mut self, branch: &Branch, frame: &mut [Value]) -> bool {
        let Some(row) = self.input.get_mut(self.at) else {
            return false;
        };
        self.at += 1;
        let before = self
            .part
            .checked_sub(1)
            .and_then(|part| branch.parts.get(part));
        let columns = before.map_or(&[][..], |part| &part.projection.columns);
        for (column, value) in columns.iter().zip(std::mem::take(row)) {
            if let Some(slot) = frame.get_mut(usize::from(column.slot)) {
                *slot = value;
            }
        }
        self.machine.rewind();
        true
    }

    /// The rows once it is through.
    pub(super) fn into_rows(self) -> Vec<Vec<Value>> {
        self.input
    }

    /// What is there of the last part's rows.
    pub(super) fn found(
        self,
        branch: &Branch,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Vec<Vec<Value>>, QueryError> {
        match branch.parts.get(self.part) {
            Some(part) if self.part + 1 == branch.parts.len() => {
                self.sink.finish(&part.projection, frame, context)
            }
            _ => Ok(Vec::new()),
        }
    }
}

/// Whether the query inside an expression gives a row.
pub(super) fn has_row(
    branch: &Branch,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<bool, QueryError> {
    context.inside(|context| {
        if let [part] = branch.parts.as_slice()
            && part.projection.columns.is_empty()
        {
            let mut machine = Machine::spent(part.stages.len());
            machine.rewind();
            let next = machine.next(&part.stages, frame, context)?;
            return Ok(matches!(next, Next::Row));
        }
        let mut run = BranchRun::new(branch, frame, context)?;
        run.advance(branch, frame, context)?;
        Ok(!run.into_rows().is_empty())
    })
}

/// A value for each row of the query inside an expression.
pub(super) fn each_row(
    branch: &Branch,
    frame: &mut [Value],
    context: &mut Context,
    mut value: impl FnMut(&mut [Value], &mut Context) -> Result<Value, QueryError>,
) -> Result<Vec<Value>, QueryError> {
    context.inside(|context| {
        let mut values = Vec::new();
        let Some(part) = branch.parts.first() else {
            return Ok(values);
        };
        let mut machine = Machine::spent(part.stages.len());
        machine.rewind();
        while let Next::Row = machine.next(&part.stages, frame, context)? {
            context.fits(size_of_val(values.as_slice()))?;
            values.push(value(frame, context)?);
        }
        Ok(values)
    })
}
