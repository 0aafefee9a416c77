//! Functions of numbers. Those that the standard library leaves to the platform come from `libm`,
//! so that a query gives the same number everywhere.

use super::{ErrorClass, ErrorDetail, Function, QueryError, Value};

/// A function of one float, if it is one.
pub(super) fn by(function: Function) -> Option<fn(f64) -> f64> {
    Some(match function {
        Function::Acos => libm::acos,
        Function::Asin => libm::asin,
        Function::Atan => libm::atan,
        Function::Cos => libm::cos,
        Function::Cot => |n| 1.0 / libm::tan(n),
        Function::Degrees => f64::to_degrees,
        Function::Exp => libm::exp,
        Function::Haversin => |n| (1.0 - libm::cos(n)) / 2.0,
        Function::Log => libm::log,
        Function::Log10 => libm::log10,
        Function::Radians => f64::to_radians,
        Function::Sin => libm::sin,
        Function::Sqrt => f64::sqrt,
        Function::Tan => libm::tan,
        _ => return None,
    })
}

pub(super) fn of(
    function: Function,
    by: fn(f64) -> f64,
    value: &Value,
) -> Result<Value, QueryError> {
    let number = float(value).ok_or_else(|| function.cannot_take(value))?;
    Ok(Value::Float(by(number)))
}

pub(super) fn number(
    function: Function,
    first: &Value,
    second: &Value,
) -> Result<Value, QueryError> {
    let number = float(first).ok_or_else(|| function.cannot_take(first))?;
    Ok(match function {
        Function::Abs => match first {
            Value::Integer(n) => Value::Integer(n.checked_abs().ok_or_else(overflow)?),
            _ => Value::Float(number.abs()),
        },
        Function::Sign => Value::Integer(i64::from(number > 0.0) - i64::from(number < 0.0)),
        Function::Ceil => Value::Float(number.ceil()),
        Function::Floor => Value::Float(number.floor()),
        Function::Round => Value::Float(round(number)),
        Function::IsNan => Value::Boolean(number.is_nan()),
        _ => {
            let other = float(second).ok_or_else(|| function.cannot_take(second))?;
            Value::Float(libm::atan2(number, other))
        }
    })
}

/// The nearest whole number, halves upwards.
fn round(number: f64) -> f64 {
    let down = number.floor();
    if number - down >= 0.5 {
        down + 1.0
    } else {
        down
    }
}

/// The value as a float, if it is a number.
pub(crate) fn float(value: &Value) -> Option<f64> {
    match value {
        #[allow(clippy::cast_precision_loss, reason = "what the language does as well")]
        Value::Integer(n) => Some(*n as f64),
        Value::Float(n) => Some(*n),
        _ => None,
    }
}

/// The error of a whole number that went out of range.
pub(crate) fn overflow() -> QueryError {
    QueryError::running(
        ErrorClass::Arithmetic,
        ErrorDetail::IntegerOverflow,
        "the result is no integer any more: those go from -9223372036854775808 to 9223372036854775807",
    )
}
