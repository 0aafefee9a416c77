//! What a file can hold at a place: read from the tree, written as text.

use super::{error::Read, text::Writer, tree::Node};

/// A value of a file.
pub(super) trait Value: Sized {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// What is wrong with it, where it stands and the way to it.
    fn read(node: Node) -> Read<Self>;

    /// Writes it.
    fn write(&self, out: &mut Writer);
}

/// A value that is left out where it is the usual one.
pub(super) trait Omissible: Value + Default {
    /// Whether it is the usual one.
    fn is_default(&self) -> bool;
}

/// A field that must be there.
pub(super) fn required<T: Value>(object: Node, name: &str) -> Read<T> {
    match object.field(name) {
        Some(node) => T::read(node),
        None => Err(object.lacks(name)),
    }
}

/// A field that may be left out.
pub(super) fn or_default<T: Omissible>(object: Node, name: &str) -> Read<T> {
    object.field(name).map_or_else(|| Ok(T::default()), T::read)
}

impl<T: Value> Value for Option<T> {
    fn read(node: Node) -> Read<Self> {
        if node.is_null() {
            return Ok(None);
        }
        T::read(node).map(Some)
    }

    fn write(&self, out: &mut Writer) {
        if let Some(value) = self {
            value.write(out);
        }
    }
}

impl<T: Value> Omissible for Option<T> {
    fn is_default(&self) -> bool {
        self.is_none()
    }
}

impl<T: Value> Value for Vec<T> {
    fn read(node: Node) -> Read<Self> {
        let mut list = Self::new();
        for item in node.list()? {
            list.push(T::read(item)?);
        }
        Ok(list)
    }

    fn write(&self, out: &mut Writer) {
        out.open('[');
        for item in self {
            out.item();
            item.write(out);
        }
        out.close(']');
    }
}

impl<T: Value> Omissible for Vec<T> {
    fn is_default(&self) -> bool {
        self.is_empty()
    }
}

impl Value for bool {
    fn read(node: Node) -> Read<Self> {
        node.truth()
    }

    fn write(&self, out: &mut Writer) {
        out.raw(if *self { "true" } else { "false" });
    }
}

impl Omissible for bool {
    fn is_default(&self) -> bool {
        !self
    }
}

impl Value for u64 {
    fn read(node: Node) -> Read<Self> {
        node.whole_number()
    }

    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }
}

impl Value for u32 {
    fn read(node: Node) -> Read<Self> {
        let number = Self::try_from(node.whole_number()?);
        number.map_err(|_| node.misshapen(format!("a whole number here is at most {}", Self::MAX)))
    }

    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }
}

impl Omissible for u32 {
    fn is_default(&self) -> bool {
        *self == 0
    }
}

impl Value for i32 {
    fn read(node: Node) -> Read<Self> {
        let number = node.number()?;
        let is_whole = number.fract().abs() <= 0.0 && number.abs() <= f64::from(Self::MAX);
        if !is_whole {
            let expected = format!("a whole number here is at most {}", Self::MAX);
            return Err(node.misshapen(expected));
        }
        Ok(whole(number))
    }

    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "known to be whole and to fit"
)]
fn whole(number: f64) -> i32 {
    number as i32
}

impl Value for f64 {
    fn read(node: Node) -> Read<Self> {
        node.number()
    }

    fn write(&self, out: &mut Writer) {
        let number = self.to_string();
        out.raw(&number);
        if !number.contains('.') {
            out.raw(".0");
        }
    }
}
