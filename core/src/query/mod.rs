//! Ways to look at a part of a web, by pointing and by writing.
//!
//! What is pointed at: the order of the link test, what words and a filter let through, what lies
//! around a card or folds behind it. Nothing is moved, so that what is hidden comes back where it
//! was.
//!
//! What is written: a read-only subset of openCypher. [`prepare`] reads a text: `lexer` cuts it into
//! tokens, `parser` makes a tree of them (`ast`), `check` resolves its names or says what makes no
//! sense (`resolved`). [`Query::start`] takes a graph: `plan` and `optimise` choose in which order
//! patterns are matched, and `exec` does it in slices and within a budget, over `value`s, with
//! `function`s and `procedure`s, the one bridge from here to the analyses. `complete` offers what can
//! stand at a caret. What is read is read through the small trait in `graph`.
//!
//! Everything is a pure function: the same query over the same graph gives the same rows.

mod alike;
mod ast;
mod check;
mod children;
mod complete;
mod coverage;
mod depth;
mod error;
mod exec;
mod filter;
mod fold;
mod function;
mod graph;
mod incident_properties;
mod incidents;
#[cfg(test)]
mod laws;
mod lexer;
mod matching;
mod nearest;
mod optimise;
mod parser;
mod plan;
mod procedure;
mod resolved;
mod round;
mod schema;
mod sort;
mod surroundings;
#[cfg(test)]
mod tests;
mod value;

use std::{collections::BTreeMap, sync::Arc};

pub use alike::near_duplicates;
pub use complete::{Completion, CompletionKind, complete};
pub use coverage::Covered;
pub use error::{ErrorClass, ErrorDetail, QueryError, Span};
pub use exec::{Budget, Limit, Progress, Run};
pub use filter::{Coded, Filter, Sieved};
pub use fold::{folded, more_causes};
pub use function::functions;
pub use graph::{Names, PropertyGraph, QueryGraph, Relationship, Symbol};
pub use incidents::{IncidentGraph, Part};
pub use matching::matches;
pub use procedure::phrased;
pub use round::{Round, Step};
pub use schema::{Answering, Argument, ArgumentType, Procedures, Schema, Signature};
pub use surroundings::surroundings;
pub use value::{List, Map, NodeId, Path, RelationshipId, Shown, Value, order};

use ast::Statement;
use exec::Context;

/// A query that makes sense and can be started, as often as one likes.
#[derive(Debug, Clone)]
pub struct Query {
    read: Arc<Read>,
    notices: Vec<QueryError>,
}

/// A query as it was read. Each run resolves its names anew, which takes microseconds, and so has a
/// tree of its own to make a plan of.
#[derive(Debug)]
struct Read {
    text: Box<str>,
    statement: Statement,
    procedures: Option<Arc<dyn Procedures>>,
    columns: Vec<Arc<str>>,
    parameters: Vec<Arc<str>>,
}

/// Reads a query's text.
///
/// # Errors
///
/// What is wrong with it, and where.
///
/// ```
/// use std::{collections::BTreeMap, sync::Arc};
/// use whyweb_core::query::{Budget, Progress, PropertyGraph, Schema, Value, prepare};
/// let mut graph = PropertyGraph::default();
/// graph.add_node(["Factor"], [("statement", Value::text("disk full"))]);
/// let query = prepare("MATCH (f:Factor) RETURN f.statement AS s", &Schema::default()).unwrap();
/// let mut run = query.start(Arc::new(graph), &BTreeMap::new(), Budget::default()).unwrap();
/// assert_eq!(run.advance(1_000).unwrap(), Progress::Done);
/// assert!(matches!(&run.rows()[0][0], Value::Text(text) if &**text == "disk full"));
/// ```
pub fn prepare(text: &str, schema: &Schema) -> Result<Query, QueryError> {
    let statement = parser::parse(text)?;
    let (program, notices) = check::check(text, &statement, schema)?;
    let read = Read {
        text: text.into(),
        statement,
        procedures: schema.procedures.clone(),
        columns: program.columns,
        parameters: program.parameters,
    };
    Ok(Query {
        read: Arc::new(read),
        notices,
    })
}

/// Whether a text has the shape of a query, whatever its names: for tests beside other parsers.
///
/// # Errors
///
/// What is wrong with it, and where.
#[cfg(feature = "testing")]
pub fn parse(text: &str) -> Result<(), QueryError> {
    parser::parse(text).map(|_| ())
}

impl Query {
    /// The names of its columns.
    pub fn columns(&self) -> &[Arc<str>] {
        &self.read.columns
    }

    /// The names of its parameters, without the dollar sign.
    pub fn parameters(&self) -> &[Arc<str>] {
        &self.read.parameters
    }

    /// What is odd about it without being wrong: labels, types and properties that nothing has.
    pub fn notices(&self) -> &[QueryError] {
        &self.notices
    }

    /// Begins to run it over a graph; [`Run::advance`] does the work.
    ///
    /// # Errors
    ///
    /// A parameter that is not given.
    pub fn start(
        &self,
        graph: Arc<dyn QueryGraph>,
        parameters: &BTreeMap<String, Value>,
        budget: Budget,
    ) -> Result<Run, QueryError> {
        let mut values = Vec::new();
        for name in &self.read.parameters {
            let value = parameters.get(&**name).ok_or_else(|| missing(name))?;
            values.push(value.clone());
        }
        let read = &self.read;
        let procedures = read.procedures.clone();
        let schema = Schema {
            procedures: procedures.clone(),
            ..Schema::default()
        };
        let (program, _) = check::check(&read.text, &read.statement, &schema)?;
        let mut program = plan::plan(program, &*graph);
        let context = Context::new(&mut program, graph, values, procedures, budget);
        Ok(Run::new(Arc::new(program), context))
    }
}

fn missing(name: &str) -> QueryError {
    QueryError::running(
        ErrorClass::ParameterMissing,
        ErrorDetail::MissingParameter,
        format!("the parameter ${name} has no value"),
    )
    .before_running()
}
