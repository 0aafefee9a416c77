//! Operators: logic with unknowns, comparison, arithmetic.

use crate::query::{
    ast::Operator,
    error::{ErrorClass, ErrorDetail, QueryError},
    function::{float, overflow},
    value::{Compared, Value, compare, equals, float_text},
};

use super::Context;

/// True, false or unknown.
pub(super) fn truth(value: &Value) -> Result<Option<bool>, QueryError> {
    match value {
        Value::Null => Ok(None),
        Value::Boolean(known) => Ok(Some(*known)),
        other => Err(invalid(format!(
            "found {}, expected a boolean",
            other.type_name()
        ))),
    }
}

pub(super) fn binary(
    operator: Operator,
    left: &Value,
    right: &Value,
    context: &mut Context,
) -> Result<Value, QueryError> {
    let known = match operator {
        Operator::And | Operator::Or | Operator::Xor => {
            logic(operator, truth(left)?, truth(right)?)
        }
        Operator::Equal => equals(left, right),
        Operator::Unequal => equals(left, right).map(|equal| !equal),
        Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast => {
            is_in_order(operator, compare(left, right))
        }
        Operator::StartsWith | Operator::EndsWith | Operator::Contains => match (left, right) {
            (Value::Text(text), Value::Text(part)) => Some(match operator {
                Operator::StartsWith => text.starts_with(&**part),
                Operator::EndsWith => text.ends_with(&**part),
                _ => text.contains(&**part),
            }),
            _ => None,
        },
        Operator::In => is_in(left, right, context)?,
        Operator::Add => return add(left, right, context),
        _ => return arithmetic(operator, left, right),
    };
    Ok(known.map_or(Value::Null, Value::Boolean))
}

fn logic(operator: Operator, left: Option<bool>, right: Option<bool>) -> Option<bool> {
    match operator {
        Operator::And => match (left, right) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        },
        Operator::Or => match (left, right) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        },
        _ => Some(left? != right?),
    }
}

fn is_in_order(operator: Operator, compared: Compared) -> Option<bool> {
    let order = match compared {
        Compared::Ordered(order) => order,
        Compared::Never => return Some(false),
        Compared::Unknown => return None,
    };
    Some(match operator {
        Operator::Less => order.is_lt(),
        Operator::AtMost => order.is_le(),
        Operator::Greater => order.is_gt(),
        _ => order.is_ge(),
    })
}

fn is_in(item: &Value, list: &Value, context: &mut Context) -> Result<Option<bool>, QueryError> {
    let list = match list {
        Value::Null => return Ok(None),
        Value::List(list) => list.items(),
        other => {
            return Err(invalid(format!(
                "found {}, expected a list",
                other.type_name()
            )));
        }
    };
    let mut known = Some(false);
    for other in list {
        context.step()?;
        match equals(item, other) {
            Some(true) => return Ok(Some(true)),
            None => known = None,
            Some(false) => {}
        }
    }
    Ok(known)
}

fn add(left: &Value, right: &Value, context: &mut Context) -> Result<Value, QueryError> {
    match (left, right) {
        (Value::List(left), Value::List(right)) => joined(left.items(), right.items(), context),
        (Value::Null, _) | (_, Value::Null) => Ok(Value::Null),
        (Value::List(left), right) => joined(left.items(), std::slice::from_ref(right), context),
        (left, Value::List(right)) => joined(std::slice::from_ref(left), right.items(), context),
        (Value::Text(left), right) => match words(right) {
            Some(right) => text([left, &right], context),
            None => Err(no_operands(
                Operator::Add,
                &Value::Text(left.clone()),
                right,
            )),
        },
        (left, Value::Text(right)) => match words(left) {
            Some(left) => text([&left, right], context),
            None => Err(no_operands(
                Operator::Add,
                left,
                &Value::Text(right.clone()),
            )),
        },
        (left, right) => arithmetic(Operator::Add, left, right),
    }
}

fn joined(left: &[Value], right: &[Value], context: &mut Context) -> Result<Value, QueryError> {
    context.hold(size_of_val(left).saturating_add(size_of_val(right)))?;
    let mut items = left.to_vec();
    items.extend_from_slice(right);
    Value::list(items)
}

fn text(parts: [&str; 2], context: &mut Context) -> Result<Value, QueryError> {
    context.hold(
        parts
            .iter()
            .map(|part| part.len())
            .fold(0, usize::saturating_add),
    )?;
    Ok(Value::text(parts.concat()))
}

/// What can stand beside a string in a sum.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Float(number) => Some(float_text(*number)),
        Value::Time(when) => Some(when.to_string()),
        _ => None,
    }
}

fn arithmetic(operator: Operator, left: &Value, right: &Value) -> Result<Value, QueryError> {
    match (left, right) {
        (Value::Null, _) | (_, Value::Null) => Ok(Value::Null),
        (Value::Integer(left), Value::Integer(right)) if operator != Operator::Power => {
            integers(operator, *left, *right)
        }
        _ => match (float(left), float(right)) {
            (Some(left), Some(right)) => Ok(Value::Float(floats(operator, left, right))),
            _ => Err(no_operands(operator, left, right)),
        },
    }
}

fn integers(operator: Operator, left: i64, right: i64) -> Result<Value, QueryError> {
    let divides = matches!(operator, Operator::Divide | Operator::Remainder);
    if divides && right == 0 {
        return Err(QueryError::running(
            ErrorClass::Arithmetic,
            ErrorDetail::DivisionByZero,
            format!("{left} cannot be divided by 0"),
        ));
    }
    let result = match operator {
        Operator::Add => left.checked_add(right),
        Operator::Subtract => left.checked_sub(right),
        Operator::Multiply => left.checked_mul(right),
        Operator::Divide => left.checked_div(right),
        _ => Some(left.wrapping_rem(right)),
    };
    result.map(Value::Integer).ok_or_else(overflow)
}

fn floats(operator: Operator, left: f64, right: f64) -> f64 {
    match operator {
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Remainder => left % right,
        _ => libm::pow(left, right),
    }
}

pub(super) fn negated(value: &Value) -> Result<Value, QueryError> {
    match value {
        Value::Null => Ok(Value::Null),
        Value::Integer(number) => number
            .checked_neg()
            .map(Value::Integer)
            .ok_or_else(overflow),
        Value::Float(number) => Ok(Value::Float(-number)),
        other => Err(invalid(format!(
            "found {}, expected a number",
            other.type_name()
        ))),
    }
}

fn no_operands(operator: Operator, left: &Value, right: &Value) -> QueryError {
    let verb = match operator {
        Operator::Add => "added",
        Operator::Subtract => "subtracted",
        Operator::Multiply => "multiplied",
        Operator::Power => "raised to a power",
        _ => "divided",
    };
    invalid(format!(
        "{} and {} cannot be {verb}",
        left.type_name(),
        right.type_name()
    ))
}

fn invalid(message: String) -> QueryError {
    QueryError::running(ErrorClass::Type, ErrorDetail::InvalidArgumentType, message)
}
