//! Values in words, as literals of the language where they have one.

use std::fmt::{self, Write};

use crate::query::graph::QueryGraph;

use super::{NodeId, Path, RelationshipId, Value};

/// A value as text; nodes and relationships with what the graph knows of them.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    value: &'a Value,
    graph: &'a dyn QueryGraph,
}

impl Value {
    /// The value as text.
    pub fn shown<'a>(&'a self, graph: &'a dyn QueryGraph) -> Shown<'a> {
        Shown { value: self, graph }
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |value| Shown { value, ..*self };
        match self.value {
            Value::Null => f.write_str("null"),
            Value::Boolean(b) => write!(f, "{b}"),
            Value::Integer(n) => write!(f, "{n}"),
            Value::Float(n) => f.write_str(&float_text(*n)),
            Value::Text(text) => quoted(text, f),
            Value::Time(when) => write!(f, "{when}"),
            Value::List(list) => {
                f.write_char('[')?;
                for (turn, item) in list.items().iter().enumerate() {
                    f.write_str(if turn == 0 { "" } else { ", " })?;
                    of(item).fmt(f)?;
                }
                f.write_char(']')
            }
            Value::Map(map) => {
                let entries = map.items().iter();
                entries_of(entries.map(|(name, value)| (&**name, of(value))), f)
            }
            Value::Node(node) => self.node(*node, f),
            Value::Relationship(relationship) => self.relationship(*relationship, f),
            Value::Path(path) => self.path(path, f),
        }
    }
}

impl Shown<'_> {
    fn node(&self, node: NodeId, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('(')?;
        for label in self.graph.labels(node) {
            write!(f, ":{}", self.graph.name(*label))?;
        }
        let properties = self.graph.node_properties(node);
        if !properties.is_empty() && !self.graph.labels(node).is_empty() {
            f.write_char(' ')?;
        }
        self.properties(properties, f)?;
        f.write_char(')')
    }

    fn relationship(
        &self,
        relationship: RelationshipId,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let properties = self.graph.relationship_properties(relationship);
        let kind = self.graph.relationship(relationship).kind;
        write!(f, "[:{}", self.graph.name(kind))?;
        f.write_str(if properties.is_empty() { "" } else { " " })?;
        self.properties(properties, f)?;
        f.write_char(']')
    }

    fn properties(
        &self,
        properties: &[(super::super::graph::Symbol, Value)],
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        if properties.is_empty() {
            return Ok(());
        }
        let entries = properties
            .iter()
            .map(|(name, value)| (self.graph.name(*name), Shown { value, ..*self }));
        entries_of(entries, f)
    }

    fn path(&self, path: &Path, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('<')?;
        self.node(path.start, f)?;
        let mut from = path.start;
        for (relationship, to) in &path.steps {
            let forward = self.graph.relationship(*relationship).start == from;
            f.write_str(if forward { "-" } else { "<-" })?;
            self.relationship(*relationship, f)?;
            f.write_str(if forward { "->" } else { "-" })?;
            self.node(*to, f)?;
            from = *to;
        }
        f.write_char('>')
    }
}

fn entries_of<'a, T: fmt::Display>(
    entries: impl Iterator<Item = (&'a str, T)>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    f.write_char('{')?;
    for (turn, (name, value)) in entries.enumerate() {
        f.write_str(if turn == 0 { "" } else { ", " })?;
        write!(f, "{name}: {value}")?;
    }
    f.write_char('}')
}

fn quoted(text: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_char('\'')?;
    for c in text.chars() {
        match c {
            '\'' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('\'')
}

/// A float as the language writes it: always with a fraction or an exponent.
pub(crate) fn float_text(n: f64) -> String {
    if n.is_nan() {
        return "NaN".to_owned();
    }
    if n.is_infinite() {
        return if n > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    let size = n.abs();
    if size != 0.0 && !(1e-3..1e7).contains(&size) {
        let text = format!("{n:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let fraction = if digits.contains('.') { "" } else { ".0" };
        return format!("{digits}{fraction}E{exponent}");
    }
    let text = n.to_string();
    if text.contains('.') {
        text
    } else {
        text + ".0"
    }
}
