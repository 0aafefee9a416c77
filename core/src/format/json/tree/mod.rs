//! JSON text as a tree that knows where each value stands.
//!
//! One flat list of parts, so that a stranger's file costs a few words per value and nothing is
//! dropped recursively. A part holds no value: that is read from the text when it is wanted. What is
//! wrong with a value is thus always said with its place and the way to it.

mod complaint;

use std::{borrow::Cow, fmt::Write};

use super::{
    error::{Misread, Read, ReadError, ReadErrorKind},
    parse,
    path::{Path, Step},
    place::{Place, place_of},
};

pub(super) use complaint::shortened;
use complaint::{one_of, place_among};

/// The values of a text, each before what is inside of it; names of fields before their values.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    text: &'t str,
    parts: Vec<Part>,
}

/// A value or a field's name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Its first byte in the text.
    pub(super) start: usize,
    /// The byte behind it; [`OPEN`] where the text broke off inside of it.
    pub(super) end: usize,
    /// The index of the part behind everything inside of it, or [`OPEN`].
    pub(super) after: usize,
}

/// The end of a part that has none.
pub(super) const OPEN: usize = usize::MAX;

/// One value or a field's name, to look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node<'t> {
    tree: &'t Tree<'t>,
    index: usize,
    part: Part,
}

impl<'t> Tree<'t> {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Where it is no JSON, with the way to where it goes wrong.
    pub(super) fn of(text: &'t str) -> Read<Self> {
        let (parts, flaw) = parse::parts(text);
        let tree = Self { text, parts };
        match flaw {
            None => Ok(tree),
            Some(flaw) => {
                let kind = match flaw.what {
                    _ if text.trim().is_empty() => ReadErrorKind::Empty,
                    None => ReadErrorKind::CutOff,
                    Some(what) => ReadErrorKind::NotJson(what.to_owned()),
                };
                Err(tree.error(kind, flaw.at, flaw.at))
            }
        }
    }

    /// The outermost value, if there is any.
    pub(super) fn root(&self) -> Option<Node<'_>> {
        self.node(0)
    }

    /// Where the value at the end of a path begins; nothing where there is no such value.
    pub(super) fn place(&self, path: &Path) -> Option<Place> {
        let mut node = self.root()?;
        for step in &path.0 {
            node = match step {
                Step::Field(name) => node.field(name)?,
                Step::Index(index) => node.items().nth(*index)?,
            };
        }
        Some(place_of(self.text, node.part.start))
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        let part = *self.parts.get(index)?;
        let tree = self;
        Some(Node { tree, index, part })
    }

    /// Something wrong at the byte `at`, with the way to the byte `within`.
    fn error(&self, kind: ReadErrorKind, within: usize, at: usize) -> Misread {
        let place = place_of(self.text, at);
        ReadError::new(kind, Some(place), self.way_to(within)).into()
    }

    /// The way to the innermost value around a byte.
    fn way_to(&self, byte: usize) -> String {
        let mut way = String::new();
        let mut next = self.root();
        while let Some(node) = next.take() {
            if node.first() == b'{' {
                for (name, value) in node.fields() {
                    let end = value.map_or(OPEN, |value| value.part.end);
                    if name.part.start <= byte && byte < end && name.part.end != OPEN {
                        let dot = if way.is_empty() { "" } else { "." };
                        way = way + dot + &shortened(&name.unescaped());
                        next = value;
                        break;
                    }
                }
            } else {
                for (index, item) in node.items().enumerate() {
                    if item.part.start <= byte && byte < item.part.end {
                        // Writing to memory cannot fail.
                        let _ = write!(way, "[{index}]");
                        next = Some(item);
                        break;
                    }
                }
            }
        }
        way
    }
}

impl<'t> Node<'t> {
    /// The byte that tells what it is.
    fn first(self) -> u8 {
        let bytes = self.tree.text.as_bytes();
        bytes.get(self.part.start).copied().unwrap_or_default()
    }

    /// As it is written in the text.
    fn raw(self) -> &'t str {
        let Part { start, end, .. } = self.part;
        self.tree.text.get(start..end).unwrap_or_default()
    }

    /// What is directly inside of it.
    fn inside(self) -> impl Iterator<Item = Node<'t>> {
        let mut at = self.index + 1;
        std::iter::from_fn(move || {
            let node = self.tree.node(at).filter(|_| at < self.part.after)?;
            at = node.part.after;
            Some(node)
        })
    }

    /// The items of a list; none of anything else.
    fn items(self) -> impl Iterator<Item = Node<'t>> {
        self.inside().filter(move |_| self.first() == b'[')
    }

    /// The fields of an object, each with its name; none of anything else. Only where the text
    /// breaks off a value is missing.
    fn fields(self) -> impl Iterator<Item = (Node<'t>, Option<Node<'t>>)> {
        let mut inside = self.inside().filter(move |_| self.first() == b'{');
        std::iter::from_fn(move || Some((inside.next()?, inside.next())))
    }

    /// The value of a field; of a name given twice the first counts.
    pub(super) fn field(self, name: &str) -> Option<Node<'t>> {
        let mut fields = self.fields();
        fields.find(|(found, _)| found.unescaped() == name)?.1
    }

    pub(super) fn is_null(self) -> bool {
        self.first() == b'n'
    }

    /// The words of a string, or the name of a field.
    fn unescaped(self) -> Cow<'t, str> {
        parse::unescaped(self.raw())
    }

    /// The words of a string.
    pub(super) fn words(self, expected: &str) -> Read<Cow<'t, str>> {
        match self.first() {
            b'"' => Ok(self.unescaped()),
            _ => Err(self.unexpected(expected)),
        }
    }

    pub(super) fn truth(self) -> Read<bool> {
        match self.raw() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.unexpected("true or false")),
        }
    }

    pub(super) fn whole_number(self) -> Read<u64> {
        let number = self.raw().parse();
        number.map_err(|_| self.unexpected("a whole number"))
    }

    pub(super) fn number(self) -> Read<f64> {
        let number = self.raw().parse();
        number.map_err(|_| self.unexpected("a number"))
    }

    /// The items of what must be a list.
    pub(super) fn list(self) -> Read<impl Iterator<Item = Node<'t>>> {
        match self.first() {
            b'[' => Ok(self.items()),
            _ => Err(self.unexpected("a list in [ ]")),
        }
    }

    /// Makes sure that it is an object with no fields but these, each at most once.
    pub(super) fn object(self, what: &str, known: &[&str]) -> Read<Self> {
        if self.first() != b'{' {
            return Err(self.unexpected(&format!("an object in {{ }}, the {what}")));
        }
        let mut seen: Vec<&str> = Vec::new();
        for (name, _) in self.fields() {
            let found = name.unescaped();
            let Some(field) = known.iter().find(|known| **known == found) else {
                let what = format!(
                    "unknown field `{}`, expected {}",
                    shortened(&found),
                    one_of(known)
                );
                return Err(name.refused(ReadErrorKind::UnknownField(what)));
            };
            if seen.contains(field) {
                let what = format!("the same field twice, `{field}`");
                return Err(self.misshapen_at(what, name.part.end));
            }
            seen.push(field);
        }
        Ok(self)
    }

    /// The one field of an object that says by its name what sort of thing its value is: the index
    /// among the known names, and the value.
    pub(super) fn choice(self, known: &[&str]) -> Read<(usize, Node<'t>)> {
        let mut fields = self.fields();
        let (Some((name, Some(value))), None) = (fields.next(), fields.next()) else {
            let expected = format!("an object in {{ }} with one field, {}", one_of(known));
            return Err(self.unexpected(&expected));
        };
        match place_among(&name.unescaped(), known) {
            Ok(index) => Ok((index, value)),
            Err(what) => Err(self.misshapen_at(what, name.part.end)),
        }
    }

    /// One of a few words, by its index.
    pub(super) fn word(self, known: &[&str]) -> Read<usize> {
        let found = self.words(&one_of(known))?;
        place_among(&found, known).map_err(|what| self.misshapen(what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "{\n  \"a\": [1, {\"x\\\"\": [[]], \"é\": \"ü\", \"b\": true}],\n  \"c\": null\n}";

    fn found(path: Vec<Step>) -> Option<(usize, usize)> {
        let place = Tree::of(TEXT).unwrap().place(&Path(path))?;
        Some((place.line, place.column))
    }

    #[test]
    fn finds_values_as_an_editor_counts() {
        use Step::{Field, Index};
        assert_eq!(found(vec![]), Some((1, 1)));
        assert_eq!(found(vec![Field("a")]), Some((2, 8)));
        assert_eq!(found(vec![Field("a"), Index(0)]), Some((2, 9)));
        assert_eq!(found(vec![Field("a"), Index(1)]), Some((2, 12)));
        // Behind é and ü, which are two bytes each.
        assert_eq!(found(vec![Field("a"), Index(1), Field("b")]), Some((2, 41)));
        assert_eq!(found(vec![Field("c")]), Some((3, 8)));
    }

    #[test]
    fn finds_nothing_where_there_is_nothing() {
        use Step::{Field, Index};
        assert_eq!(found(vec![Field("d")]), None);
        assert_eq!(found(vec![Field("a"), Index(2)]), None);
        assert_eq!(found(vec![Index(0)]), None);
    }

    #[test]
    fn tells_the_way_to_where_a_text_breaks_off() {
        let cases = [
            ("{\"a\": [1, {\"b\": tru", "a[1].b"),
            ("{\"a\": [1, {\"b\": 1, ", "a[1]"),
            ("{\"a\": [1, {\"b\"", "a[1].b"),
            ("{\"a\": [1, {\"b", "a[1]"),
            ("{\"a\": [1], ", ""),
        ];
        for (text, way) in cases {
            let error = ReadError::from(Tree::of(text).unwrap_err());
            assert_eq!(*error.kind(), ReadErrorKind::CutOff, "{text}");
            assert_eq!(error.path(), way, "{text}");
        }
    }
}
