//! The tree of a query as it is written: names are text, nothing is looked up yet.

use std::sync::Arc;

use super::error::Span;

/// A name and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) text: Arc<str>,
    pub(crate) span: Span,
}

/// A whole query: parts whose rows are put together.
#[derive(Debug)]
pub(crate) struct Statement {
    pub(crate) parts: Vec<Vec<Clause>>,
    /// Whether rows that several parts give are kept each time.
    pub(crate) union_all: bool,
    /// Where each UNION stands.
    pub(crate) unions: Vec<Span>,
}

/// A clause.
#[derive(Debug)]
pub(crate) enum Clause {
    Match(Match),
    Unwind { list: Expr, variable: Name },
    With(Projection),
    Return(Projection),
    Call(Call),
}

/// MATCH and OPTIONAL MATCH.
#[derive(Debug)]
pub(crate) struct Match {
    pub(crate) optional: bool,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) filter: Option<Expr>,
}

/// CALL.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) name: Name,
    /// None where the parentheses are left out.
    pub(crate) arguments: Option<Vec<Expr>>,
    pub(crate) yields: Yields,
    pub(crate) filter: Option<Expr>,
    pub(crate) span: Span,
}

/// What a CALL gives on.
#[derive(Debug)]
pub(crate) enum Yields {
    /// Not said.
    Unsaid,
    /// `YIELD *`
    Everything,
    /// `YIELD -`, or columns, each perhaps under another name.
    Columns(Vec<(Name, Option<Name>)>),
}

/// WITH and RETURN.
#[derive(Debug)]
pub(crate) struct Projection {
    pub(crate) distinct: bool,
    pub(crate) star: bool,
    pub(crate) items: Vec<Item>,
    pub(crate) order: Vec<(Expr, bool)>,
    pub(crate) skip: Option<Expr>,
    pub(crate) limit: Option<Expr>,
    pub(crate) filter: Option<Expr>,
    pub(crate) span: Span,
}

/// One column of a projection.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Shared with the check, which finds columns again by what they say.
    pub(crate) value: Arc<Expr>,
    pub(crate) alias: Option<Name>,
}

/// A pattern: nodes, and between each two a relationship.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) variable: Option<Name>,
    pub(crate) nodes: Vec<NodePattern>,
    pub(crate) relationships: Vec<RelationshipPattern>,
    pub(crate) span: Span,
}

/// `(n:Label {name: value})`
#[derive(Debug)]
pub(crate) struct NodePattern {
    pub(crate) variable: Option<Name>,
    pub(crate) labels: Vec<Name>,
    pub(crate) properties: Option<Expr>,
}

/// `-[r:TYPE*1..3 {name: value}]->`
#[derive(Debug)]
pub(crate) struct RelationshipPattern {
    pub(crate) variable: Option<Name>,
    pub(crate) types: Vec<Name>,
    pub(crate) direction: Direction,
    pub(crate) length: Option<Length>,
    pub(crate) properties: Option<Expr>,
}

/// Which way a relationship is walked, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Out,
    In,
    Both,
}

/// How many relationships in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) least: u32,
    pub(crate) most: u32,
}

/// An expression.
#[derive(Debug)]
pub(crate) struct Expr {
    pub(crate) kind: ExprKind,
    pub(crate) span: Span,
    /// How many expressions are inside each other here.
    pub(crate) depth: u16,
}

/// What an expression is.
#[derive(Debug)]
pub(crate) enum ExprKind {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(Arc<str>),
    Parameter(Name),
    Variable(Name),
    Property(Box<Expr>, Name),
    HasLabels(Box<Expr>, Vec<Name>),
    Index(Box<Expr>, Box<Expr>),
    Slice(Box<Expr>, Option<Box<Expr>>, Option<Box<Expr>>),
    List(Vec<Expr>),
    Map(Vec<(Name, Expr)>),
    Not(Box<Expr>),
    Negate(Box<Expr>),
    Plus(Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// Comparisons in a row: one operand more than operators.
    Chain(Vec<Expr>, Vec<Operator>),
    IsNull(Box<Expr>, bool),
    Case(Box<Case>),
    Call(Box<FunctionCall>),
    Comprehension(Box<Comprehension>),
    Quantifier(Quantifier, Box<Comprehension>),
    PatternComprehension(Box<PatternComprehension>),
    Pattern(Box<Pattern>),
    Exists(Box<Statement>),
}

/// CASE.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) subject: Option<Expr>,
    pub(crate) arms: Vec<(Expr, Expr)>,
    pub(crate) otherwise: Option<Expr>,
}

/// A function and its arguments.
#[derive(Debug)]
pub(crate) struct FunctionCall {
    pub(crate) name: Name,
    pub(crate) distinct: bool,
    /// `count(*)`
    pub(crate) star: bool,
    pub(crate) arguments: Vec<Expr>,
}

/// `[x IN list WHERE filter | result]`, and what a quantifier says of a list.
#[derive(Debug)]
pub(crate) struct Comprehension {
    pub(crate) variable: Name,
    pub(crate) list: Expr,
    pub(crate) filter: Option<Expr>,
    pub(crate) result: Option<Expr>,
}

/// `[p = (a)-->(b) WHERE filter | result]`
#[derive(Debug)]
pub(crate) struct PatternComprehension {
    pub(crate) pattern: Pattern,
    pub(crate) filter: Option<Expr>,
    pub(crate) result: Expr,
}

/// What is said of the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quantifier {
    All,
    Any,
    None,
    Single,
}

/// What stands between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Or,
    Xor,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
    StartsWith,
    EndsWith,
    Contains,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Power,
}
