//! Functions of strings.

use super::{Context, Function, QueryError, Value};

pub(super) fn changed(
    function: Function,
    value: &Value,
    context: &mut Context,
) -> Result<Value, QueryError> {
    let Value::Text(text) = value else {
        return Err(function.cannot_take(value));
    };
    context.hold(text.len())?;
    Ok(match function {
        Function::ToLower => Value::text(text.to_lowercase()),
        Function::ToUpper => Value::text(
            text.chars()
                .flat_map(char::to_uppercase)
                .collect::<String>(),
        ),
        Function::Trim => Value::text(text.trim()),
        Function::LeftTrim => Value::text(text.trim_start()),
        _ => Value::text(text.trim_end()),
    })
}

pub(super) fn parts(
    function: Function,
    arguments: &[Value],
    context: &mut Context,
) -> Result<Value, QueryError> {
    let nothing = Value::Null;
    let argument = |turn: usize| arguments.get(turn).unwrap_or(&nothing);
    let text = text_of(function, argument(0))?;
    match function {
        Function::Split => split(text, text_of(function, argument(1))?, context),
        Function::Replace => {
            let (from, to) = (
                text_of(function, argument(1))?,
                text_of(function, argument(2))?,
            );
            let times = text.matches(from).count();
            context.hold(text.len().saturating_add(times.saturating_mul(to.len())))?;
            Ok(Value::text(text.replace(from, to)))
        }
        Function::Substring => {
            let start = length(function, argument(1))?;
            let most = match arguments.get(2) {
                Some(most) => length(function, most)?,
                None => usize::MAX,
            };
            context.hold(text.len())?;
            Ok(Value::text(
                text.chars().skip(start).take(most).collect::<String>(),
            ))
        }
        _ => {
            let most = length(function, argument(1))?;
            context.hold(text.len())?;
            let skip = match function {
                Function::Right => text.chars().count().saturating_sub(most),
                _ => 0,
            };
            Ok(Value::text(
                text.chars().skip(skip).take(most).collect::<String>(),
            ))
        }
    }
}

fn split(text: &str, by: &str, context: &mut Context) -> Result<Value, QueryError> {
    context.hold(text.len().saturating_mul(size_of::<Value>()))?;
    let parts: Vec<Value> = if by.is_empty() {
        text.chars().map(|c| Value::text(c.to_string())).collect()
    } else {
        text.split(by).map(Value::text).collect()
    };
    Value::list(parts)
}

fn text_of(function: Function, value: &Value) -> Result<&str, QueryError> {
    match value {
        Value::Text(text) => Ok(text),
        _ => Err(function.cannot_take(value)),
    }
}

fn length(function: Function, value: &Value) -> Result<usize, QueryError> {
    let Value::Integer(number) = value else {
        return Err(function.cannot_take(value));
    };
    usize::try_from(*number).map_err(|_| {
        let message = format!("{}() takes no numbers below 0", function.name());
        Function::out_of_range(message)
    })
}
