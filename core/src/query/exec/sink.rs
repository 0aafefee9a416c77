//! The end of a part: its rows grouped, made distinct, sorted and cut to size.

use std::cmp::Ordering;

use crate::query::{
    error::{ErrorClass, ErrorDetail, QueryError},
    resolved::{Ex, Grouping, Projection},
    sort::sort,
    value::{Keys, Value, order},
};

use super::{
    Context,
    aggregate::Tally,
    evaluate::{evaluate, holds},
    machine::put,
};

/// What a part has given so far.
#[derive(Default)]
pub(super) struct Sink {
    rows: Vec<Row>,
    /// The rows that DISTINCT has seen, or what groups have in common.
    keys: Keys,
    /// What is kept of each group, by the turn of its key.
    groups: Vec<Vec<Tally>>,
    /// The key of the group looked at last, for its room.
    key: Vec<Value>,
    skip: usize,
    limit: Option<usize>,
    /// How many rows came after those that are skipped.
    passed: usize,
    skipped: usize,
}

struct Row {
    values: Vec<Value>,
    keys: Vec<Value>,
    kept: bool,
}

impl Sink {
    pub(super) fn new(
        projection: &Projection,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Self, QueryError> {
        let skip = bound(projection.skip.as_ref(), frame, context)?;
        Ok(Self {
            skip: skip.unwrap_or_default(),
            limit: bound(projection.limit.as_ref(), frame, context)?,
            ..Self::default()
        })
    }

    /// Whether no further row can change what it gives.
    pub(super) fn is_full(&self) -> bool {
        self.limit
            .is_some_and(|limit| limit == 0 || self.passed >= limit)
    }

    /// Takes the row in the frame.
    pub(super) fn add(
        &mut self,
        projection: &Projection,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<(), QueryError> {
        let mut values = std::mem::take(&mut self.key);
        values.clear();
        for column in &projection.columns {
            if !column.aggregated {
                values.push(evaluate(&column.value, frame, context)?);
            }
        }
        let Some(grouping) = &projection.grouping else {
            context.keep(own_size(&values))?;
            for (column, value) in projection.columns.iter().zip(&values) {
                put(frame, column.slot, value.clone());
            }
            return self.emit(projection, values, frame, context);
        };
        let place = self.place(&values, grouping, context)?;
        self.key = values;
        let tallies = self.groups.get_mut(place);
        for (tally, call) in tallies.into_iter().flatten().zip(&grouping.aggregates) {
            tally.add(call, frame, context)?;
        }
        Ok(())
    }

    /// The place of a group, a new one where it has none.
    fn place(
        &mut self,
        key: &[Value],
        grouping: &Grouping,
        context: &mut Context,
    ) -> Result<usize, QueryError> {
        let size = own_size(key);
        let known = self.keys.turn_of(key);
        context.spend(known.looks);
        if known.is_new {
            self.groups.push(tallies(grouping));
            context.keep(size)?;
            context.hold_row(key.len() * 2 + grouping.aggregates.len() * 3)?;
        }
        Ok(known.turn)
    }

    /// Takes the columns of a row, which the frame holds too.
    fn emit(
        &mut self,
        projection: &Projection,
        values: Vec<Value>,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<(), QueryError> {
        if projection.distinct {
            let known = self.keys.turn_of(&values);
            context.spend(known.looks);
            if !known.is_new {
                return Ok(());
            }
            context.keep(values.len().saturating_mul(size_of::<Value>()))?;
        }
        let mut keys = Vec::with_capacity(projection.order.len());
        for (key, _) in &projection.order {
            keys.push(evaluate(key, frame, context)?);
        }
        let kept = match &projection.filter {
            Some(filter) => holds(filter, frame, context)?,
            None => true,
        };
        if projection.order.is_empty() {
            if self.skipped < self.skip {
                self.skipped += 1;
                return Ok(());
            }
            if self.limit.is_some_and(|limit| self.passed >= limit) {
                return Ok(());
            }
            self.passed += 1;
            if !kept {
                return Ok(());
            }
        }
        context.hold_row(values.len() + keys.len())?;
        self.rows.push(Row { values, keys, kept });
        self.shorten(projection, context);
        Ok(())
    }

    /// Drops rows that a limit cuts off anyway, once there are many.
    fn shorten(&mut self, projection: &Projection, context: &mut Context) {
        let Some(limit) = self.limit.filter(|_| !projection.order.is_empty()) else {
            return;
        };
        let wanted = self.skip.saturating_add(limit);
        if self.rows.len() < wanted.saturating_mul(2).saturating_add(1024) {
            return;
        }
        self.sort(projection);
        context.release_rows(
            self.rows.len() - wanted,
            projection.columns.len() + projection.order.len(),
        );
        self.rows.truncate(wanted);
    }

    fn sort(&mut self, projection: &Projection) {
        sort(&mut self.rows, &|a, b| {
            let keys = a.keys.iter().zip(&b.keys).zip(&projection.order);
            for ((a, b), (_, descending)) in keys {
                let by_key = order(a, b);
                let by_key = if *descending {
                    by_key.reverse()
                } else {
                    by_key
                };
                if by_key.is_ne() {
                    return by_key;
                }
            }
            Ordering::Equal
        });
    }

    /// The rows of the part.
    pub(super) fn finish(
        mut self,
        projection: &Projection,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<Vec<Vec<Value>>, QueryError> {
        if let Some(grouping) = &projection.grouping {
            self.finish_groups(projection, grouping, frame, context)?;
        }
        if !projection.order.is_empty() {
            self.sort(projection);
            let skip = self.skip.min(self.rows.len());
            self.rows.drain(..skip);
            self.rows.truncate(self.limit.unwrap_or(usize::MAX));
        }
        let kept = self.rows.into_iter().filter(|row| row.kept);
        Ok(kept.map(|row| row.values).collect())
    }

    fn finish_groups(
        &mut self,
        projection: &Projection,
        grouping: &Grouping,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<(), QueryError> {
        let is_one_group = projection.columns.iter().all(|column| column.aggregated);
        if self.groups.is_empty() && is_one_group {
            self.keys.turn_of(&[]);
            self.groups.push(tallies(grouping));
        }
        let groups = std::mem::take(&mut self.groups);
        let keys = std::mem::take(&mut self.keys);
        for (key, tallies) in keys.into_rows().zip(groups) {
            context.begin_turn();
            let mut keys = key.into_iter();
            for column in projection
                .columns
                .iter()
                .filter(|column| !column.aggregated)
            {
                put(frame, column.slot, keys.next().unwrap_or_default());
            }
            for (tally, call) in tallies.into_iter().zip(&grouping.aggregates) {
                put(frame, call.slot, tally.result(call.aggregate)?);
            }
            let mut values = Vec::with_capacity(projection.columns.len());
            for column in &projection.columns {
                let value = if column.aggregated {
                    let value = evaluate(&column.value, frame, context)?;
                    put(frame, column.slot, value.clone());
                    value
                } else {
                    frame
                        .get(usize::from(column.slot))
                        .cloned()
                        .unwrap_or_default()
                };
                values.push(value);
            }
            self.emit(projection, values, frame, context)?;
        }
        Ok(())
    }
}

fn tallies(grouping: &Grouping) -> Vec<Tally> {
    grouping.aggregates.iter().map(Tally::new).collect()
}

fn own_size(values: &[Value]) -> usize {
    values.iter().map(Value::own_size).sum()
}

fn bound(
    bound: Option<&Ex>,
    frame: &mut [Value],
    context: &mut Context,
) -> Result<Option<usize>, QueryError> {
    let Some(bound) = bound else {
        return Ok(None);
    };
    match evaluate(bound, frame, context)? {
        Value::Integer(number) => usize::try_from(number).map(Some).map_err(|_| {
            let message = format!("SKIP and LIMIT take 0 or more, not {number}");
            QueryError::running(
                ErrorClass::Syntax,
                ErrorDetail::NegativeIntegerArgument,
                message,
            )
        }),
        other => Err(QueryError::running(
            ErrorClass::Syntax,
            ErrorDetail::InvalidArgumentType,
            format!("SKIP and LIMIT take an integer, not {}", other.type_name()),
        )),
    }
}
