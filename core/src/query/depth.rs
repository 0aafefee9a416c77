//! How deep a tree goes. Whatever walks a tree calls itself, so no tree may be deeper than the stack;
//! brackets are counted on the way down, but a chain of operators shows its length only afterwards.

use super::ast::{Clause, Expr, ExprKind, Pattern, Projection, Statement};

/// The deepest tree of an expression.
pub(super) const DEEPEST_TREE: u16 = 300;

impl Expr {
    /// An expression and how deep it goes.
    pub(super) fn new(kind: ExprKind, span: super::Span) -> Self {
        let depth = 1 + of_kind(&kind);
        Self { kind, span, depth }
    }
}

fn most<'a>(all: impl IntoIterator<Item = &'a Expr>) -> u16 {
    all.into_iter()
        .map(|expr| expr.depth)
        .max()
        .unwrap_or_default()
}

fn of_kind(kind: &ExprKind) -> u16 {
    match kind {
        ExprKind::PatternComprehension(walk) => {
            let rest = walk.filter.iter().chain([&walk.result]);
            most(rest).max(of_pattern(&walk.pattern))
        }
        ExprKind::Pattern(pattern) => of_pattern(pattern),
        ExprKind::Exists(statement) => of_statement(statement),
        _ => {
            let mut most = 0;
            kind.children(&mut |child| most = child.depth.max(most));
            most
        }
    }
}

fn of_pattern(pattern: &Pattern) -> u16 {
    let nodes = pattern
        .nodes
        .iter()
        .filter_map(|node| node.properties.as_ref());
    let hops = pattern.relationships.iter();
    most(nodes.chain(hops.filter_map(|hop| hop.properties.as_ref())))
}

fn of_statement(statement: &Statement) -> u16 {
    let clauses = statement.parts.iter().flatten();
    clauses.map(of_clause).max().unwrap_or_default()
}

fn of_clause(clause: &Clause) -> u16 {
    match clause {
        Clause::Match(clause) => {
            let patterns = clause.patterns.iter().map(of_pattern).max();
            most(&clause.filter).max(patterns.unwrap_or_default())
        }
        Clause::Unwind { list, .. } => list.depth,
        Clause::With(projection) | Clause::Return(projection) => of_projection(projection),
        Clause::Call(call) => most(call.arguments.iter().flatten().chain(&call.filter)),
    }
}

fn of_projection(projection: &Projection) -> u16 {
    let items = projection.items.iter().map(|item| &*item.value);
    let order = projection.order.iter().map(|(key, _)| key);
    let rest = [&projection.skip, &projection.limit, &projection.filter];
    most(items.chain(order).chain(rest.into_iter().flatten()))
}
