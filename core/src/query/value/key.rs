//! Sameness as DISTINCT and grouping see it: null is the same as null, and 1 as 1.0.

use std::hash::{Hash, Hasher};

use super::{Value, order, rank};

/// Values to look up by.
#[derive(Debug, Clone)]
pub(crate) struct Key(pub(crate) Vec<Value>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&other.0);
        self.0.len() == other.0.len() && pairs.all(|(a, b)| same(a, b))
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for value in &self.0 {
            hash(value, state);
        }
    }
}

/// Whether two values are one to DISTINCT.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Integer(a), Value::Integer(b)) => a == b,
        (Value::Text(a), Value::Text(b)) => a == b,
        (Value::Node(a), Value::Node(b)) => a == b,
        _ => order(a, b).is_eq(),
    }
}

fn hash<H: Hasher>(value: &Value, state: &mut H) {
    rank(value).hash(state);
    match value {
        Value::Null => {}
        Value::Boolean(b) => b.hash(state),
        #[allow(
            clippy::cast_precision_loss,
            reason = "only equal numbers must hash alike"
        )]
        Value::Integer(n) => float(*n as f64).hash(state),
        Value::Float(n) => float(*n).hash(state),
        Value::Text(text) => text.hash(state),
        Value::Time(when) => when.hash(state),
        Value::List(list) => list.items().iter().for_each(|item| hash(item, state)),
        Value::Map(map) => {
            for (name, value) in map.items() {
                name.hash(state);
                hash(value, state);
            }
        }
        Value::Node(node) => node.hash(state),
        Value::Relationship(relationship) => relationship.hash(state),
        Value::Path(path) => (path.start, &path.steps).hash(state),
    }
}

/// Equal floats as equal bits.
fn float(n: f64) -> u64 {
    if n.is_nan() {
        f64::NAN.to_bits()
    } else {
        // Adding zero turns -0 into 0.
        (n + 0.0).to_bits()
    }
}
