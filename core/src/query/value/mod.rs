//! Values: what expressions give and rows hold.

mod equal;
mod key;
mod order;
mod show;

use std::sync::Arc;

use crate::model::When;

use super::{
    error::{ErrorClass, ErrorDetail, QueryError},
    sort::sort,
};

pub(crate) use equal::equals;
pub(crate) use key::Keys;
pub use order::order;
pub(crate) use order::{Compared, compare, rank};
pub use show::Shown;
pub(crate) use show::float_text;

/// A node of the graph that a query reads, by its turn there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A relationship of the graph that a query reads, by its turn there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationshipId(pub u32);

/// A value.
#[derive(Debug, Clone, Default)]
pub enum Value {
    /// Nothing is known.
    #[default]
    Null,
    /// True or false.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text.
    Text(Arc<str>),
    /// A day or a moment.
    Time(When),
    /// A list.
    List(Arc<List>),
    /// A map.
    Map(Arc<Map>),
    /// A node.
    Node(NodeId),
    /// A relationship.
    Relationship(RelationshipId),
    /// A path.
    Path(Arc<Path>),
}

/// A list that is not nested too deep.
#[derive(Debug, Clone, Default)]
pub struct List {
    items: Vec<Value>,
    depth: u16,
}

/// A map that is not nested too deep.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// Each name once, in their order.
    items: Vec<(Arc<str>, Value)>,
    depth: u16,
}

/// A path: a node, and then any number of relationships, each with the node it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Where it begins.
    pub start: NodeId,
    /// The relationships in the order it takes them, each with the node it arrives at.
    pub steps: Vec<(RelationshipId, NodeId)>,
}

/// How deep lists and maps can be nested: whatever walks them does so recursively.
const DEEPEST: u16 = 200;

impl Value {
    /// Text.
    pub fn text(text: impl Into<Arc<str>>) -> Self {
        Self::Text(text.into())
    }

    /// A list; an error if it is nested too deep.
    pub fn list(items: Vec<Self>) -> Result<Self, QueryError> {
        let depth = nested(items.iter())?;
        Ok(Self::List(Arc::new(List { items, depth })))
    }

    /// A map; an error if it is nested too deep. Of entries with the same name the last counts.
    pub fn map(mut items: Vec<(Arc<str>, Self)>) -> Result<Self, QueryError> {
        let depth = nested(items.iter().map(|(_, value)| value))?;
        sort(&mut items, &|a, b| a.0.cmp(&b.0));
        items.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                std::mem::swap(later, kept);
            }
            same
        });
        Ok(Self::Map(Arc::new(Map { items, depth })))
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// What sort of value it is, as messages name it.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a float",
            Self::Text(_) => "a string",
            Self::Time(_) => "a time",
            Self::List(_) => "a list",
            Self::Map(_) => "a map",
            Self::Node(_) => "a node",
            Self::Relationship(_) => "a relationship",
            Self::Path(_) => "a path",
        }
    }

    /// The bytes that nothing but this value keeps, roughly.
    pub(super) fn own_size(&self) -> usize {
        match self {
            Self::Text(text) if Arc::strong_count(text) == 1 => text.len(),
            Self::List(list) if Arc::strong_count(list) == 1 => size_of_val(list.items()),
            Self::Map(map) if Arc::strong_count(map) == 1 => size_of_val(map.items()),
            _ => 0,
        }
    }

    fn depth(&self) -> u16 {
        match self {
            Self::List(list) => list.depth,
            Self::Map(map) => map.depth,
            _ => 0,
        }
    }
}

fn nested<'a>(items: impl Iterator<Item = &'a Value>) -> Result<u16, QueryError> {
    let depth = items.map(Value::depth).max().unwrap_or_default() + 1;
    if depth > DEEPEST {
        return Err(QueryError::running(
            ErrorClass::Limit,
            ErrorDetail::TooLarge,
            format!("lists and maps are nested more than {DEEPEST} deep here"),
        ));
    }
    Ok(depth)
}

impl List {
    /// Its items.
    pub fn items(&self) -> &[Value] {
        &self.items
    }
}

impl Map {
    /// Its entries in the order of their names.
    pub fn items(&self) -> &[(Arc<str>, Value)] {
        &self.items
    }

    /// The value under a name, if there is one.
    pub fn get(&self, name: &str) -> Option<&Value> {
        let place = self
            .items
            .binary_search_by(|(known, _)| (**known).cmp(name));
        place
            .ok()
            .and_then(|place| self.items.get(place))
            .map(|(_, value)| value)
    }
}

impl Path {
    /// Its nodes from its start to its end.
    pub fn nodes(&self) -> impl DoubleEndedIterator<Item = NodeId> + '_ {
        std::iter::once(self.start).chain(self.steps.iter().map(|(_, node)| *node))
    }

    /// Its relationships from its start to its end.
    pub fn relationships(&self) -> impl DoubleEndedIterator<Item = RelationshipId> + '_ {
        self.steps.iter().map(|(relationship, _)| *relationship)
    }
}
