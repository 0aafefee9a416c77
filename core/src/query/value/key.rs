//! Sameness as DISTINCT and grouping see it: null is the same as null, and 1 as 1.0.

use std::hash::{Hash, Hasher};

use super::{Value, order, rank};

/// Rows of values, each once, in the order in which they first came.
///
/// A hash table with linear probing: W. W. Peterson, *Addressing for random-access storage* (1957).
/// It is small where the page carries it, and how many places were looked at is told, so that a graph
/// made for it cannot hide work from a budget.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    rows: Vec<(u64, Vec<Value>)>,
    /// A power of two of places, each with the turn of a row and one more, or 0.
    places: Vec<u32>,
}

/// Where a row is among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Known {
    /// How many rows came first before it did.
    pub(crate) turn: usize,
    /// Whether it came just now.
    pub(crate) is_new: bool,
    /// How many places were looked at in vain.
    pub(crate) looks: u64,
}

impl Keys {
    /// The turn of a row, which is kept if it is new.
    pub(crate) fn turn_of(&mut self, row: &[Value]) -> Known {
        if self.rows.len() * 2 >= self.places.len() {
            self.grow();
        }
        let hash = hash_of(row);
        let mut looks = 0;
        let mut at = self.first(hash);
        while let Some(turn) = self.at(at) {
            let known = self.rows.get(turn);
            if known.is_some_and(|(known, values)| *known == hash && same_row(values, row)) {
                return Known {
                    turn,
                    is_new: false,
                    looks,
                };
            }
            looks += 1;
            at = self.after(at);
        }
        let turn = self.rows.len();
        self.rows.push((hash, row.to_vec()));
        self.put(at, turn);
        Known {
            turn,
            is_new: true,
            looks,
        }
    }

    /// The rows by their turns.
    pub(crate) fn into_rows(self) -> impl Iterator<Item = Vec<Value>> {
        self.rows.into_iter().map(|(_, row)| row)
    }

    fn grow(&mut self) {
        let size = (self.places.len() * 2).max(16);
        self.places.clear();
        self.places.resize(size, 0);
        for turn in 0..self.rows.len() {
            let hash = self.rows.get(turn).map_or(0, |(hash, _)| *hash);
            let mut at = self.first(hash);
            while self.at(at).is_some() {
                at = self.after(at);
            }
            self.put(at, turn);
        }
    }

    fn first(&self, hash: u64) -> usize {
        #[allow(clippy::cast_possible_truncation, reason = "any part of it will do")]
        let at = hash as usize;
        at & self.places.len().wrapping_sub(1)
    }

    fn after(&self, at: usize) -> usize {
        (at + 1) & self.places.len().wrapping_sub(1)
    }

    /// The turn of the row at a place.
    fn at(&self, at: usize) -> Option<usize> {
        let place = self.places.get(at).copied().unwrap_or_default();
        (place as usize).checked_sub(1)
    }

    fn put(&mut self, at: usize, turn: usize) {
        if let Some(place) = self.places.get_mut(at) {
            *place = u32::try_from(turn + 1).unwrap_or_default();
        }
    }
}

fn same_row(a: &[Value], b: &[Value]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
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

fn hash_of(row: &[Value]) -> u64 {
    let mut mixed = Mixed(0);
    for value in row {
        hash(value, &mut mixed);
    }
    mixed.finish()
}

fn hash(value: &Value, state: &mut Mixed) {
    state.mix(u64::from(rank(value)));
    match value {
        Value::Null => {}
        Value::Boolean(b) => state.mix(u64::from(*b)),
        #[allow(
            clippy::cast_precision_loss,
            reason = "only equal numbers must hash alike"
        )]
        Value::Integer(n) => state.mix(float(*n as f64)),
        Value::Float(n) => state.mix(float(*n)),
        Value::Text(text) => state.write(text.as_bytes()),
        Value::Time(when) => when.hash(state),
        Value::List(list) => list.items().iter().for_each(|item| hash(item, state)),
        Value::Map(map) => {
            for (name, value) in map.items() {
                state.write(name.as_bytes());
                hash(value, state);
            }
        }
        Value::Node(node) => state.mix(u64::from(node.0)),
        Value::Relationship(relationship) => state.mix(u64::from(relationship.0)),
        Value::Path(path) => {
            state.mix(u64::from(path.start.0));
            for (relationship, _) in &path.steps {
                state.mix(u64::from(relationship.0));
            }
        }
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

/// Words of 64 bits mixed by turning and multiplying, and stirred at the end so that the low bits
/// depend on all. No chance is in it: the same values always lie in the same places.
struct Mixed(u64);

impl Mixed {
    fn mix(&mut self, word: u64) {
        // An odd number whose bits are those of pi.
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x243f_6a88_85a3_08d3);
    }
}

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        let stirred = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x1319_8a2e_0370_7345);
        stirred ^ (stirred >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0, |word, b| word << 8 | u64::from(*b));
            self.mix(word);
        }
        self.mix(bytes.len() as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_turn_however_many_come() {
        let mut keys = Keys::default();
        let row = |n: usize| [Value::text(n.to_string()), Value::text("x")];
        for n in 0..2_000_usize {
            let known = keys.turn_of(&row(n % 700));
            assert_eq!((known.turn, known.is_new), (n % 700, n < 700));
            assert!(known.looks < 40, "{known:?}");
        }
        assert_eq!(keys.into_rows().count(), 700);
    }

    #[test]
    fn what_is_the_same_is_one_row() {
        let mut keys = Keys::default();
        let alike = [Value::Integer(1), Value::Float(1.0)];
        let zeros = [Value::Float(0.0), Value::Float(-0.0), Value::Integer(0)];
        let nothing = [Value::Null, Value::Null];
        let unlike = [Value::Boolean(true), Value::text("1")];
        let turns: Vec<usize> = alike
            .into_iter()
            .chain(zeros)
            .chain(nothing)
            .chain(unlike)
            .map(|value| keys.turn_of(&[value]).turn)
            .collect();
        assert_eq!(turns, [0, 0, 1, 1, 1, 2, 2, 3, 4]);
    }
}
