//! Functions of lists.

use super::{Context, Function, QueryError, Value};

/// The numbers from one to another, both among them.
pub(super) fn range(arguments: &[Value], context: &mut Context) -> Result<Value, QueryError> {
    let mut bounds = [0, 0, 1];
    for (bound, value) in bounds.iter_mut().zip(arguments) {
        let Value::Integer(number) = value else {
            return Err(QueryError::running(
                super::ErrorClass::Argument,
                super::ErrorDetail::InvalidArgumentType,
                format!("range() takes integers, not {}", value.type_name()),
            ));
        };
        *bound = *number;
    }
    let [start, end, step] = bounds;
    if step == 0 {
        return Err(Function::out_of_range("the steps of range() cannot be 0"));
    }
    let span = if step > 0 { end >= start } else { end <= start }.then(|| start.abs_diff(end));
    let length = span.map_or(0, |span| (span / step.unsigned_abs()).saturating_add(1));
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    context.hold(length.saturating_mul(size_of::<Value>()))?;
    let mut items = Vec::with_capacity(length);
    let mut number = start;
    for _ in 0..length {
        items.push(Value::Integer(number));
        number = number.saturating_add(step);
    }
    Value::list(items)
}

pub(super) fn end(
    function: Function,
    value: &Value,
    context: &mut Context,
) -> Result<Value, QueryError> {
    let Value::List(list) = value else {
        return Err(function.cannot_take(value));
    };
    let items = list.items();
    match function {
        Function::Head => Ok(items.first().cloned().unwrap_or_default()),
        Function::Last => Ok(items.last().cloned().unwrap_or_default()),
        _ => {
            let rest = items.get(1..).unwrap_or_default();
            context.hold(size_of_val(rest))?;
            Value::list(rest.to_vec())
        }
    }
}

pub(super) fn size(function: Function, value: &Value) -> Result<Value, QueryError> {
    let size = match value {
        Value::List(list) => list.items().len(),
        Value::Text(text) => text.chars().count(),
        Value::Map(map) if function == Function::IsEmpty => map.items().len(),
        _ => return Err(function.cannot_take(value)),
    };
    Ok(match function {
        Function::IsEmpty => Value::Boolean(size == 0),
        _ => Value::Integer(i64::try_from(size).unwrap_or(i64::MAX)),
    })
}

pub(super) fn reverse(value: &Value, context: &mut Context) -> Result<Value, QueryError> {
    match value {
        Value::List(list) => {
            context.hold(size_of_val(list.items()))?;
            Value::list(list.items().iter().rev().cloned().collect())
        }
        Value::Text(text) => {
            context.hold(text.len())?;
            Ok(Value::text(text.chars().rev().collect::<String>()))
        }
        _ => Err(Function::Reverse.cannot_take(value)),
    }
}
