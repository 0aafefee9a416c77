//! Order: `<` compares what can be compared, ORDER BY orders everything.

use std::cmp::Ordering;

use crate::model::When;

use super::{Value, equals};

/// How two values compare by `<`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compared {
    /// One lies before the other, or they are equal.
    Ordered(Ordering),
    /// NaN is neither below nor above a number.
    Never,
    /// They do not compare, which is null to the query.
    Unknown,
}

impl Compared {
    fn of(order: Option<Ordering>) -> Self {
        order.map_or(Self::Never, Self::Ordered)
    }
}

/// How two values compare by `<`.
pub(crate) fn compare(a: &Value, b: &Value) -> Compared {
    match (a, b) {
        (Value::Boolean(a), Value::Boolean(b)) => Compared::Ordered(a.cmp(b)),
        (Value::Integer(a), Value::Integer(b)) => Compared::Ordered(a.cmp(b)),
        (Value::Float(a), Value::Float(b)) => Compared::of(a.partial_cmp(b)),
        (Value::Integer(a), Value::Float(b)) => Compared::of(int_with_float(*a, *b)),
        (Value::Float(a), Value::Integer(b)) => {
            Compared::of(int_with_float(*b, *a).map(Ordering::reverse))
        }
        (Value::Text(a), Value::Text(b)) => Compared::Ordered(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => {
            times(*a, *b).map_or(Compared::Unknown, Compared::Ordered)
        }
        (Value::List(a), Value::List(b)) => lists(a.items(), b.items()),
        _ => Compared::Unknown,
    }
}

/// By the first items that differ, else by length.
fn lists(a: &[Value], b: &[Value]) -> Compared {
    for (a, b) in a.iter().zip(b) {
        match equals(a, b) {
            Some(true) => {}
            Some(false) => return compare(a, b),
            None => return Compared::Unknown,
        }
    }
    Compared::Ordered(a.len().cmp(&b.len()))
}

/// A day and a moment in it have no order.
fn times(a: When, b: When) -> Option<Ordering> {
    if a.is_before(b) {
        Some(Ordering::Less)
    } else if b.is_before(a) {
        Some(Ordering::Greater)
    } else {
        (a == b).then_some(Ordering::Equal)
    }
}

pub(super) fn same_time(a: When, b: When) -> bool {
    a == b
}

/// Compares exactly, also where a float cannot hold the integer.
pub(super) fn int_with_float(a: i64, b: f64) -> Option<Ordering> {
    /// 2^63, the first float above all integers.
    const ABOVE: f64 = 9_223_372_036_854_775_808.0;
    if b.is_nan() {
        return None;
    }
    if b >= ABOVE {
        return Some(Ordering::Less);
    }
    if b < -ABOVE {
        return Some(Ordering::Greater);
    }
    #[allow(
        clippy::cast_possible_truncation,
        reason = "it lies between the bounds above"
    )]
    let whole = b.trunc() as i64;
    let fraction = b - b.trunc();
    Some(a.cmp(&whole).then(if fraction > 0.0 {
        Ordering::Less
    } else if fraction < 0.0 {
        Ordering::Greater
    } else {
        Ordering::Equal
    }))
}

/// The order of everything, as ORDER BY, `min` and `max` see it: maps, nodes, relationships, lists,
/// paths, times, strings, booleans, numbers, NaN, null.
pub fn order(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::List(a), Value::List(b)) => {
            let mut pairs = a.items().iter().zip(b.items());
            let first = pairs.find_map(|(a, b)| Some(order(a, b)).filter(|o| o.is_ne()));
            first.unwrap_or_else(|| a.items().len().cmp(&b.items().len()))
        }
        (Value::Map(a), Value::Map(b)) => {
            let (a, b) = (a.items(), b.items());
            let mut pairs = a.iter().zip(b);
            let first = pairs.find_map(|((k, v), (l, w))| {
                Some(k.cmp(l).then_with(|| order(v, w))).filter(|o| o.is_ne())
            });
            first.unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Value::Path(a), Value::Path(b)) => (a.start, &a.steps).cmp(&(b.start, &b.steps)),
        (Value::Node(a), Value::Node(b)) => a.cmp(b),
        (Value::Relationship(a), Value::Relationship(b)) => a.cmp(b),
        (Value::Time(a), Value::Time(b)) => {
            let written = || a.to_string().cmp(&b.to_string());
            times(*a, *b).unwrap_or_else(written)
        }
        _ => rank(a).cmp(&rank(b)).then_with(|| match compare(a, b) {
            Compared::Ordered(order) => order,
            _ => Ordering::Equal,
        }),
    }
}

/// The turn of the value's sort in the order of everything.
pub(crate) fn rank(value: &Value) -> u8 {
    match value {
        Value::Map(_) => 0,
        Value::Node(_) => 1,
        Value::Relationship(_) => 2,
        Value::List(_) => 3,
        Value::Path(_) => 4,
        Value::Time(_) => 5,
        Value::Text(_) => 6,
        Value::Boolean(_) => 7,
        Value::Float(n) if n.is_nan() => 9,
        Value::Integer(_) | Value::Float(_) => 8,
        Value::Null => 10,
    }
}
