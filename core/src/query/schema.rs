//! What a query can name: labels, relationship types, properties, procedures.

use std::{fmt, sync::Arc};

use super::{error::QueryError, graph::QueryGraph, value::Value};

/// The names of one sort of graph, for notices and completion, and its procedures.
///
/// A list that is empty says nothing: then every name will do.
#[derive(Debug, Clone, Default)]
pub struct Schema {
    /// Labels of nodes.
    pub labels: Vec<Arc<str>>,
    /// Types of relationships.
    pub types: Vec<Arc<str>>,
    /// Properties of nodes and relationships.
    pub properties: Vec<Arc<str>>,
    /// What CALL can call.
    pub procedures: Option<Arc<dyn Procedures>>,
}

/// A procedure: what it takes and the columns it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Its name.
    pub name: Arc<str>,
    /// Its arguments in their order.
    pub arguments: Vec<Argument>,
    /// The names of its columns.
    pub columns: Vec<Arc<str>>,
    /// What it gives, in a sentence.
    pub about: &'static str,
}

/// An argument of a procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: Arc<str>,
    /// What it takes.
    pub takes: ArgumentType,
    /// Whether it can be left out.
    pub optional: bool,
}

/// What an argument of a procedure takes; null always.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentType {
    /// Whatever there is.
    Any,
    /// A boolean.
    Boolean,
    /// An integer.
    Integer,
    /// An integer or a float.
    Number,
    /// A float, or an integer that becomes one.
    Float,
    /// A string.
    Text,
    /// A map.
    Map,
    /// A list.
    List,
    /// A node.
    Node,
}

/// What CALL can call.
pub trait Procedures: fmt::Debug + Send + Sync {
    /// All there are, by name.
    fn signatures(&self) -> &[Signature];

    /// Begins a call of one with arguments that suit its signature, those left out as null, for at
    /// most about `most` rows.
    fn call(
        &self,
        name: &str,
        arguments: &[Value],
        graph: &dyn QueryGraph,
        most: usize,
    ) -> Result<Box<dyn Answering>, QueryError>;
}

/// A call on its way.
pub trait Answering {
    /// Works for about so many steps of some microseconds each over the graph that the call was begun
    /// with, and gives the rows that are there by now and were not given before, if there are any; `None`
    /// once there are no more.
    fn advance(
        &mut self,
        graph: &dyn QueryGraph,
        steps: usize,
    ) -> Result<Option<Vec<Vec<Value>>>, QueryError>;
}

/// Rows that are there already.
impl Answering for Vec<Vec<Value>> {
    fn advance(
        &mut self,
        _: &dyn QueryGraph,
        _: usize,
    ) -> Result<Option<Vec<Vec<Value>>>, QueryError> {
        let rows = std::mem::take(self);
        Ok((!rows.is_empty()).then_some(rows))
    }
}

impl Schema {
    /// The procedure of that name.
    pub fn procedure(&self, name: &str) -> Option<&Signature> {
        let mut all = self.procedures.iter().flat_map(|all| all.signatures());
        all.find(|signature| *signature.name == *name)
    }
}
