//! Aggregates: what is kept of a group's rows, and what is made of it.

use crate::query::{
    error::{ErrorClass, ErrorDetail, QueryError},
    function::{Aggregate, float, overflow},
    resolved::AggregateCall,
    sort::sort,
    value::{Keys, Value, order},
};

use super::{Context, evaluate::evaluate};

/// What is kept for one aggregate of one group.
pub(super) struct Tally {
    seen: Option<Keys>,
    kept: Kept,
}

enum Kept {
    Count(i64),
    Sum(Value),
    /// How many, their mean, and the sum of squared distances from it: B. P. Welford, *Note on a
    /// method for calculating corrected sums of squares and products* (1962).
    Moments {
        count: f64,
        mean: f64,
        squares: f64,
    },
    Extreme(Value),
    All(Vec<Value>),
    Percentile {
        values: Vec<Value>,
        at: f64,
    },
}

impl Tally {
    pub(super) fn new(call: &AggregateCall) -> Self {
        let kept = match call.aggregate {
            Aggregate::Count => Kept::Count(0),
            Aggregate::Sum => Kept::Sum(Value::Integer(0)),
            Aggregate::Average | Aggregate::Deviation | Aggregate::DeviationOfAll => {
                Kept::Moments {
                    count: 0.0,
                    mean: 0.0,
                    squares: 0.0,
                }
            }
            Aggregate::Least | Aggregate::Greatest => Kept::Extreme(Value::Null),
            Aggregate::Collect => Kept::All(Vec::new()),
            Aggregate::PercentileContinuous | Aggregate::PercentileDiscrete => Kept::Percentile {
                values: Vec::new(),
                at: 0.0,
            },
        };
        Self {
            seen: call.distinct.then(Keys::default),
            kept,
        }
    }

    /// Takes a row; what is null does not count, but for `count(*)`.
    pub(super) fn add(
        &mut self,
        call: &AggregateCall,
        frame: &mut [Value],
        context: &mut Context,
    ) -> Result<(), QueryError> {
        let value = match &call.argument {
            None => Value::Boolean(true),
            Some(argument) => evaluate(argument, frame, context)?,
        };
        if let (Kept::Percentile { at, .. }, Some(extra)) = (&mut self.kept, &call.extra) {
            *at = fraction(&evaluate(extra, frame, context)?)?;
        }
        if value.is_null() {
            return Ok(());
        }
        if let Some(seen) = &mut self.seen {
            context.keep(size_of::<Value>())?;
            let known = seen.turn_of(std::slice::from_ref(&value));
            context.spend(known.looks);
            if !known.is_new {
                return Ok(());
            }
        }
        self.take(call.aggregate, value, context)
    }

    fn take(
        &mut self,
        aggregate: Aggregate,
        value: Value,
        context: &mut Context,
    ) -> Result<(), QueryError> {
        match &mut self.kept {
            Kept::Count(count) => *count += 1,
            Kept::Sum(sum) => *sum = added(sum, &value)?,
            Kept::Moments {
                count,
                mean,
                squares,
            } => {
                let number = float(&value).ok_or_else(|| no_number(&value))?;
                *count += 1.0;
                let before = number - *mean;
                *mean += before / *count;
                *squares += before * (number - *mean);
            }
            Kept::Extreme(best) => {
                let by_order = order(&value, best);
                let better = match aggregate {
                    Aggregate::Least => by_order.is_lt(),
                    _ => by_order.is_gt(),
                };
                if better || best.is_null() {
                    *best = value;
                }
            }
            Kept::All(values) => {
                context.keep(size_of::<Value>())?;
                values.push(value);
            }
            Kept::Percentile { values, .. } => {
                float(&value).ok_or_else(|| no_number(&value))?;
                context.keep(size_of::<Value>())?;
                values.push(value);
            }
        }
        Ok(())
    }

    /// The aggregate's value.
    pub(super) fn result(self, aggregate: Aggregate) -> Result<Value, QueryError> {
        Ok(match self.kept {
            Kept::Count(count) => Value::Integer(count),
            Kept::Sum(value) | Kept::Extreme(value) => value,
            Kept::All(values) => return Value::list(values),
            Kept::Moments {
                count,
                mean,
                squares,
            } => match aggregate {
                Aggregate::Average if count > 0.0 => Value::Float(mean),
                Aggregate::Average => Value::Null,
                Aggregate::Deviation if count > 1.0 => {
                    Value::Float((squares / (count - 1.0)).sqrt())
                }
                Aggregate::DeviationOfAll if count > 0.0 => Value::Float((squares / count).sqrt()),
                _ => Value::Float(0.0),
            },
            Kept::Percentile { mut values, at } => {
                sort(&mut values, &order);
                percentile(aggregate, &values, at)
            }
        })
    }
}

fn added(sum: &Value, value: &Value) -> Result<Value, QueryError> {
    match (sum, value) {
        (Value::Integer(sum), Value::Integer(value)) => sum
            .checked_add(*value)
            .map(Value::Integer)
            .ok_or_else(overflow),
        _ => match (float(sum), float(value)) {
            (Some(sum), Some(value)) => Ok(Value::Float(sum + value)),
            _ => Err(no_number(value)),
        },
    }
}

fn fraction(value: &Value) -> Result<f64, QueryError> {
    let number = float(value).ok_or_else(|| no_number(value))?;
    if (0.0..=1.0).contains(&number) {
        return Ok(number);
    }
    Err(QueryError::running(
        ErrorClass::Argument,
        ErrorDetail::NumberOutOfRange,
        "a percentile lies between 0.0 and 1.0",
    ))
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places in a list that fits into memory, none below 0"
)]
fn percentile(aggregate: Aggregate, values: &[Value], at: f64) -> Value {
    let Some(last) = values.len().checked_sub(1) else {
        return Value::Null;
    };
    let value = |place: usize| values.get(place.min(last)).cloned().unwrap_or_default();
    if aggregate == Aggregate::PercentileDiscrete {
        let rank = (at * values.len() as f64).ceil() as usize;
        return value(rank.saturating_sub(1));
    }
    let place = at * last as f64;
    let below = place.floor() as usize;
    let (low, high) = (float(&value(below)), float(&value(below + 1)));
    let between = place - place.floor();
    match (low, high) {
        (Some(low), Some(high)) => Value::Float(low + (high - low) * between),
        _ => Value::Null,
    }
}

fn no_number(value: &Value) -> QueryError {
    QueryError::running(
        ErrorClass::Type,
        ErrorDetail::InvalidArgumentType,
        format!("found {}, expected a number", value.type_name()),
    )
}
