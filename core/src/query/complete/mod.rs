//! Completion: what can stand at a caret.
//!
//! The text up to the caret is cut into tokens, and the few before the caret tell what sort of thing
//! belongs there; nothing needs to parse, because what people are typing seldom does.

mod context;
mod words;

use std::sync::Arc;

use super::{
    function::{AGGREGATES, FUNCTIONS},
    graph::QueryGraph,
    schema::Schema,
    sort::sort,
    value::{NodeId, Value},
};

use context::{Context, Place};

/// What a completion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompletionKind {
    /// A variable of the query.
    Variable,
    /// A label.
    Label,
    /// A relationship type.
    Type,
    /// A property.
    Property,
    /// A value that a property has somewhere, such as a statement.
    Value,
    /// A procedure.
    Procedure,
    /// A column of a procedure.
    Column,
    /// A function.
    Function,
    /// A word of the language.
    Keyword,
}

/// Something that can stand at the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// The byte from which on the text up to the caret is replaced.
    pub from: usize,
    /// What it is replaced by.
    pub insert: String,
    /// What to show in a list.
    pub shown: String,
}

/// The most that are offered.
const MOST: usize = 40;

/// The most values of a property that are looked through.
const VALUES: usize = 20_000;

/// What can stand at the caret, best first: what begins with what is typed already, then what holds
/// it; in each, variables before names of the graph before functions before words.
///
/// # Arguments
///
/// `caret` is a byte of the text; inside of a letter it counts as before it.
///
/// ```
/// use whyweb_core::query::{PropertyGraph, Schema, complete};
/// let graph = PropertyGraph::default();
/// let text = "MATCH (f:Fa";
/// let offered = complete(text, text.len(), &Schema::of_incidents(), &graph);
/// assert_eq!(offered[0].insert, "Factor");
/// ```
pub fn complete(
    text: &str,
    caret: usize,
    schema: &Schema,
    graph: &dyn QueryGraph,
) -> Vec<Completion> {
    let mut caret = caret.min(text.len());
    while !text.is_char_boundary(caret) {
        caret -= 1;
    }
    let (before, after) = text.split_at(caret);
    let context = Context::at(before);
    let typed = context.typed.to_lowercase();
    let mut all: Vec<(u8, CompletionKind, String, String)> = Vec::new();
    for (kind, insert, shown) in candidates(&context, after, schema, graph) {
        let lower = shown.to_lowercase();
        let rank = if lower.starts_with(&typed) {
            0
        } else if typed.len() > 1 && lower.contains(&typed) {
            1
        } else {
            continue;
        };
        all.push((rank, kind, insert, shown));
    }
    sort(&mut all, &|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    all.truncate(MOST);
    let completed = all.into_iter().map(|(_, kind, insert, shown)| Completion {
        kind,
        from: context.from,
        insert,
        shown,
    });
    completed.collect()
}

type Candidate = (CompletionKind, String, String);

fn candidates(
    context: &Context,
    after: &str,
    schema: &Schema,
    graph: &dyn QueryGraph,
) -> Vec<Candidate> {
    let mut all = Vec::new();
    match &context.place {
        Place::Label => names(&schema.labels, CompletionKind::Label, &mut all),
        Place::Type => names(&schema.types, CompletionKind::Type, &mut all),
        Place::Property => names(&schema.properties, CompletionKind::Property, &mut all),
        Place::Text(property, quote) => values(property, *quote, after, graph, &mut all),
        Place::Procedure => {
            for procedure in schema.procedures.iter().flat_map(|all| all.signatures()) {
                let name = &procedure.name;
                all.push(candidate(CompletionKind::Procedure, name, ["(", ""]));
            }
        }
        Place::Column(procedure) => {
            if let Some(signature) = schema.procedure(procedure) {
                names(&signature.columns, CompletionKind::Column, &mut all);
            }
        }
        Place::Name => {}
        Place::Variable => names(&context.variables, CompletionKind::Variable, &mut all),
        Place::Expression => {
            names(&context.variables, CompletionKind::Variable, &mut all);
            functions(&mut all);
            words(words::IN_EXPRESSION, &mut all);
        }
        Place::Clause => words(words::FIRST, &mut all),
        Place::After(clause) => {
            for group in words::after(clause) {
                words(group, &mut all);
            }
        }
    }
    all
}

/// A name that is put in with something behind it, and shown with something behind it.
fn candidate(kind: CompletionKind, name: &str, [put, shown]: [&str; 2]) -> Candidate {
    (kind, [name, put].concat(), [name, shown].concat())
}

fn names(names: &[Arc<str>], kind: CompletionKind, all: &mut Vec<Candidate>) {
    for name in names {
        all.push(candidate(kind, name, ["", ""]));
    }
}

fn words(words: &[&str], all: &mut Vec<Candidate>) {
    for word in words {
        all.push(candidate(CompletionKind::Keyword, word, [" ", ""]));
    }
}

fn functions(all: &mut Vec<Candidate>) {
    let mut names: Vec<&str> = FUNCTIONS.iter().map(|signature| signature.name).collect();
    names.extend(AGGREGATES.iter().map(|(name, _)| *name));
    sort(&mut names, &Ord::cmp);
    for name in names {
        all.push(candidate(CompletionKind::Function, name, ["(", "()"]));
    }
}

/// The values that a property has, as strings to be put between the quotes that are open.
fn values(
    property: &str,
    quote: char,
    after: &str,
    graph: &dyn QueryGraph,
    all: &mut Vec<Candidate>,
) {
    let Some(symbol) = graph.symbol(property) else {
        return;
    };
    let mut seen: Vec<Arc<str>> = Vec::new();
    for node in 0..graph.node_count().min(VALUES) {
        let node = NodeId(u32::try_from(node).unwrap_or(u32::MAX));
        let found = graph
            .node_properties(node)
            .iter()
            .find(|(name, _)| *name == symbol);
        if let Some((_, Value::Text(text))) = found {
            seen.push(Arc::clone(text));
        }
    }
    sort(&mut seen, &Ord::cmp);
    seen.dedup();
    let is_closed = after.starts_with(quote);
    for text in seen {
        let mut insert = String::new();
        for c in text.chars() {
            if c == quote || c == '\\' {
                insert.push('\\');
            }
            insert.push(c);
        }
        if !is_closed {
            insert.push(quote);
        }
        all.push((CompletionKind::Value, insert, text.to_string()));
    }
}
