//! CALL: a procedure at work, and its rows as they come.

use crate::query::{error::QueryError, resolved::CallStep, schema::Answering, value::Value};

use super::{
    Context,
    evaluate::evaluate,
    machine::{Turn, put},
};

/// The procedure's own steps in one turn. Each takes some microseconds, so that a turn is well below
/// a millisecond.
const STEPS: usize = 16;

/// What a turn counts as: its steps are longer than those of a query.
const COST: u64 = 100;

/// A call and the rows that are there.
pub(super) struct Calling {
    answering: Box<dyn Answering>,
    rows: std::vec::IntoIter<Vec<Value>>,
}

impl Calling {
    pub(super) fn begin(
        call: &CallStep,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Option<Self>, QueryError> {
        let mut arguments = Vec::with_capacity(call.arguments.len());
        for argument in &call.arguments {
            arguments.push(evaluate(argument, frame, context)?);
        }
        let Some(procedures) = context.procedures.clone() else {
            return Ok(None);
        };
        let answering = procedures.call(
            &call.procedure,
            &arguments,
            &*context.graph,
            context.rows_left(),
        )?;
        Ok(Some(Self {
            answering,
            rows: Vec::new().into_iter(),
        }))
    }

    pub(super) fn next(
        &mut self,
        call: &CallStep,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Turn, QueryError> {
        if let Some(row) = self.rows.next() {
            for (column, slot) in &call.columns {
                put(frame, *slot, row.get(*column).cloned().unwrap_or_default());
            }
            return Ok(Turn::Filled);
        }
        let Some(rows) = self.answering.advance(&*context.graph, STEPS)? else {
            return Ok(Turn::Spent);
        };
        context.spend(COST);
        context.hold(rows.len().saturating_mul(size_of::<Value>()))?;
        self.rows = rows.into_iter();
        Ok(Turn::Working)
    }
}
