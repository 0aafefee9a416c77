//! Conversions between sorts of values.

use crate::model::When;

use super::{Function, QueryError, Value};
use crate::query::value::float_text;

pub(super) fn to(function: Function, value: &Value) -> Result<Value, QueryError> {
    let converted = match function {
        Function::ToBoolean => boolean(value),
        Function::ToFloat => float(value),
        Function::ToInteger => integer(value),
        _ => text(value),
    };
    converted.ok_or_else(|| function.cannot_take(value))
}

fn boolean(value: &Value) -> Option<Value> {
    match value {
        Value::Boolean(_) => Some(value.clone()),
        Value::Text(text) => Some(match text.trim().to_ascii_lowercase().as_str() {
            "true" => Value::Boolean(true),
            "false" => Value::Boolean(false),
            _ => Value::Null,
        }),
        _ => None,
    }
}

fn float(value: &Value) -> Option<Value> {
    match value {
        Value::Text(text) => Some(number(text).map_or(Value::Null, Value::Float)),
        _ => super::maths::float(value).map(Value::Float),
    }
}

fn integer(value: &Value) -> Option<Value> {
    match value {
        Value::Integer(_) => Some(value.clone()),
        Value::Float(number) => Some(whole(*number)),
        Value::Text(text) => Some(match text.trim().parse() {
            Ok(number) => Value::Integer(number),
            Err(_) => number(text).map_or(Value::Null, whole),
        }),
        _ => None,
    }
}

/// Words such as `inf` are numbers to Rust alone.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E'));
    text.parse().ok().filter(|_| plain)
}

/// The number without its fraction; null where no integer is as large.
fn whole(number: f64) -> Value {
    let whole = number.trunc();
    let fits = (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole);
    #[allow(clippy::cast_possible_truncation, reason = "it fits")]
    if fits {
        Value::Integer(whole as i64)
    } else {
        Value::Null
    }
}

fn text(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Text(_) => value.clone(),
        Value::Integer(number) => Value::text(number.to_string()),
        Value::Float(number) => Value::text(float_text(*number)),
        Value::Boolean(boolean) => Value::text(if *boolean { "true" } else { "false" }),
        Value::Time(when) => Value::text(when.to_string()),
        _ => return None,
    })
}

/// The day or the moment that a text names; `date()` also gives the day of a moment.
pub(super) fn time(function: Function, value: &Value) -> Result<Value, QueryError> {
    let written = match value {
        Value::Text(text) => text.to_string(),
        Value::Time(when) => when.to_string(),
        _ => return Err(function.cannot_take(value)),
    };
    let written = match function {
        Function::Date => written.get(..10).unwrap_or(&written),
        _ => &written,
    };
    written.parse::<When>().map(Value::Time).map_err(|error| {
        QueryError::running(
            super::ErrorClass::Argument,
            super::ErrorDetail::InvalidArgumentValue,
            error.to_string(),
        )
    })
}
