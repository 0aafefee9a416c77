//! Equality as `=` sees it: true, false or unknown.

use super::{
    Value,
    order::{int_with_float, same_time},
};

/// Whether two values are equal; `None` where that is unknown because of a null.
///
/// A list or map with a null in it differs for sure from one that differs elsewhere. NaN equals
/// nothing, not even itself.
pub(crate) fn equals(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => None,
        (Value::Boolean(a), Value::Boolean(b)) => Some(a == b),
        (Value::Integer(a), Value::Integer(b)) => Some(a == b),
        #[allow(
            clippy::float_cmp,
            reason = "the language's equality of floats is exact"
        )]
        (Value::Float(a), Value::Float(b)) => Some(a == b),
        (Value::Integer(a), Value::Float(b)) | (Value::Float(b), Value::Integer(a)) => {
            Some(int_with_float(*a, *b) == Some(std::cmp::Ordering::Equal))
        }
        (Value::Text(a), Value::Text(b)) => Some(a == b),
        (Value::Time(a), Value::Time(b)) => Some(same_time(*a, *b)),
        (Value::Node(a), Value::Node(b)) => Some(a == b),
        (Value::Relationship(a), Value::Relationship(b)) => Some(a == b),
        (Value::Path(a), Value::Path(b)) => Some(a == b),
        (Value::List(a), Value::List(b)) => {
            let (a, b) = (a.items(), b.items());
            if a.len() == b.len() {
                all_equal(a.iter().zip(b))
            } else {
                Some(false)
            }
        }
        (Value::Map(a), Value::Map(b)) => {
            let (a, b) = (a.items(), b.items());
            let mut names = a.iter().zip(b);
            if a.len() == b.len() && names.all(|((a, _), (b, _))| a == b) {
                all_equal(a.iter().zip(b).map(|((_, a), (_, b))| (a, b)))
            } else {
                Some(false)
            }
        }
        _ => Some(false),
    }
}

fn all_equal<'a>(pairs: impl Iterator<Item = (&'a Value, &'a Value)>) -> Option<bool> {
    let mut known = Some(true);
    for (a, b) in pairs {
        match equals(a, b) {
            Some(false) => return Some(false),
            None => known = None,
            Some(true) => {}
        }
    }
    known
}
