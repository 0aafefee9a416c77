//! Expected values as the kit writes them, and the values of rows in the same shape.

use std::{collections::BTreeMap, iter::Peekable, str::Chars};

use whyweb_core::query::{NodeId, QueryGraph, RelationshipId, Value};

/// A value as both can be compared: what a node has, not which one it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Want {
    Null,
    Boolean(bool),
    Integer(i64),
    /// As the language writes it.
    Float(String),
    Text(String),
    List(Vec<Want>),
    Map(BTreeMap<String, Want>),
    Node(Vec<String>, BTreeMap<String, Want>),
    Relationship(String, BTreeMap<String, Want>),
    /// Nodes, and between them relationships, each with whether it points backwards.
    Path(Vec<Want>, Vec<(Want, bool)>),
}

impl Want {
    pub(crate) fn of(value: &Value, graph: &dyn QueryGraph) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Boolean(value) => Self::Boolean(*value),
            Value::Integer(value) => Self::Integer(*value),
            Value::Float(value) => Self::Float(written(*value)),
            Value::Text(text) => Self::Text(text.to_string()),
            Value::Time(when) => Self::Text(when.to_string()),
            Value::List(list) => Self::List(
                list.items()
                    .iter()
                    .map(|item| Self::of(item, graph))
                    .collect(),
            ),
            Value::Map(map) => {
                let entries = map.items().iter();
                Self::Map(
                    entries
                        .map(|(k, v)| (k.to_string(), Self::of(v, graph)))
                        .collect(),
                )
            }
            Value::Node(node) => Self::of_node(*node, graph),
            Value::Relationship(relationship) => Self::of_relationship(*relationship, graph),
            Value::Path(path) => {
                let nodes = path
                    .nodes()
                    .map(|node| Self::of_node(node, graph))
                    .collect();
                let mut from = path.start;
                let steps = path.steps.iter().map(|(relationship, to)| {
                    let backwards = graph.relationship(*relationship).start != from;
                    from = *to;
                    (Self::of_relationship(*relationship, graph), backwards)
                });
                Self::Path(nodes, steps.collect())
            }
        }
    }

    fn of_node(node: NodeId, graph: &dyn QueryGraph) -> Self {
        let labels = graph.labels(node).iter();
        let mut labels: Vec<String> = labels.map(|label| graph.name(*label).to_owned()).collect();
        labels.sort();
        let properties = graph.node_properties(node).iter();
        let properties = properties.map(|(k, v)| (graph.name(*k).to_owned(), Self::of(v, graph)));
        Self::Node(labels, properties.collect())
    }

    fn of_relationship(relationship: RelationshipId, graph: &dyn QueryGraph) -> Self {
        let kind = graph.relationship(relationship).kind;
        let properties = graph.relationship_properties(relationship).iter();
        let properties = properties.map(|(k, v)| (graph.name(*k).to_owned(), Self::of(v, graph)));
        Self::Relationship(graph.name(kind).to_owned(), properties.collect())
    }

    /// Reads a cell of a table.
    pub(crate) fn read(text: &str) -> Self {
        let mut reader = Reader(text.chars().peekable());
        let want = reader.value();
        reader.space();
        assert!(reader.0.peek().is_none(), "cannot read {text}");
        want
    }

    /// Lists in an order of their own, for where theirs does not matter.
    pub(crate) fn with_lists_sorted(self) -> Self {
        match self {
            Self::List(items) => {
                let mut items: Vec<_> = items.into_iter().map(Self::with_lists_sorted).collect();
                items.sort();
                Self::List(items)
            }
            other => other,
        }
    }
}

fn written(number: f64) -> String {
    format!("{:?}", number + 0.0)
}

struct Reader<'a>(Peekable<Chars<'a>>);

impl Reader<'_> {
    fn space(&mut self) {
        while self.0.next_if(|c| c.is_whitespace()).is_some() {}
    }

    fn take(&mut self, sign: char) -> bool {
        self.space();
        self.0.next_if_eq(&sign).is_some()
    }

    fn word(&mut self) -> String {
        self.space();
        if self.0.next_if_eq(&'`').is_some() {
            let name = std::iter::from_fn(|| self.0.next_if(|c| *c != '`')).collect();
            self.0.next();
            return name;
        }
        std::iter::from_fn(|| {
            self.0
                .next_if(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-'))
        })
        .collect()
    }

    fn value(&mut self) -> Want {
        self.space();
        match self.0.peek() {
            Some('\'') => Want::Text(self.text()),
            Some('[') => self.list_or_relationship(),
            Some('{') => Want::Map(self.map()),
            Some('(') => self.node(),
            Some('<') => self.path(),
            _ => scalar(&self.word()),
        }
    }

    fn text(&mut self) -> String {
        self.0.next();
        let mut text = String::new();
        while let Some(c) = self.0.next() {
            match c {
                '\\' => text.extend(self.0.next()),
                '\'' => break,
                c => text.push(c),
            }
        }
        text
    }

    fn list_or_relationship(&mut self) -> Want {
        self.take('[');
        if self.take(':') {
            let kind = self.word();
            let properties = self.properties();
            self.take(']');
            return Want::Relationship(kind, properties);
        }
        let mut items = Vec::new();
        while !self.take(']') {
            items.push(self.value());
            self.take(',');
        }
        Want::List(items)
    }

    fn map(&mut self) -> BTreeMap<String, Want> {
        self.take('{');
        let mut map = BTreeMap::new();
        while !self.take('}') {
            let name = self.word();
            self.take(':');
            map.insert(name, self.value());
            self.take(',');
        }
        map
    }

    fn properties(&mut self) -> BTreeMap<String, Want> {
        self.space();
        if self.0.peek() == Some(&'{') {
            self.map()
        } else {
            BTreeMap::new()
        }
    }

    fn node(&mut self) -> Want {
        self.take('(');
        let mut labels = Vec::new();
        while self.take(':') {
            labels.push(self.word());
        }
        labels.sort();
        let properties = self.properties();
        self.take(')');
        Want::Node(labels, properties)
    }

    fn path(&mut self) -> Want {
        self.take('<');
        let mut nodes = vec![self.node()];
        let mut steps = Vec::new();
        while !self.take('>') {
            let backwards = self.take('<');
            self.take('-');
            let relationship = self.list_or_relationship();
            self.take('-');
            if !backwards {
                self.take('>');
            }
            steps.push((relationship, backwards));
            nodes.push(self.node());
        }
        Want::Path(nodes, steps)
    }
}

fn scalar(word: &str) -> Want {
    match word {
        "null" => Want::Null,
        "true" => Want::Boolean(true),
        "false" => Want::Boolean(false),
        _ => match word.parse() {
            Ok(number) => Want::Integer(number),
            Err(_) => match word {
                "NaN" => Want::Float(written(f64::NAN)),
                _ => Want::Float(written(
                    word.parse().unwrap_or_else(|_| panic!("no value: {word}")),
                )),
            },
        },
    }
}
