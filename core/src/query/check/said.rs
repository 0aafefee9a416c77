//! What an expression says, to find a column again by it.

use std::sync::Arc;

use crate::query::{ast::Expr, lexer::tokens, resolved::Slot};

use super::{Checker, Type};

/// An expression that is a column.
#[derive(Clone)]
pub(super) struct ColumnOf {
    pub(super) value: Arc<Expr>,
    pub(super) slot: Slot,
    pub(super) kind: Type,
    /// Its words and signs, whatever space and brackets are around them.
    said: String,
}

impl Checker<'_> {
    pub(super) fn column_of(&self, value: &Arc<Expr>, slot: Slot, kind: Type) -> ColumnOf {
        ColumnOf {
            value: Arc::clone(value),
            slot,
            kind,
            said: self.said(value),
        }
    }

    /// The column that says the same.
    pub(super) fn same_column(&self, expr: &Expr) -> Option<&ColumnOf> {
        if self.columns.is_empty() {
            return None;
        }
        let said = self.said(expr);
        self.columns.iter().find(|column| column.said == said)
    }

    fn said(&self, expr: &Expr) -> String {
        let written = expr.span.of(self.text);
        let tokens = tokens(written).unwrap_or_default();
        let mut words: Vec<&str> = tokens.iter().map(|token| token.span.of(written)).collect();
        // The end of the text.
        words.pop();
        while is_bracketed(&words) {
            words.pop();
            words.remove(0);
        }
        words.join(" ")
    }
}

/// Whether one pair of brackets holds all.
fn is_bracketed(words: &[&str]) -> bool {
    let mut open = 0_usize;
    let closes = words.iter().position(|word| {
        match *word {
            "(" => open += 1,
            ")" => open = open.saturating_sub(1),
            _ => {}
        }
        open == 0
    });
    words.len() > 1 && closes == Some(words.len() - 1)
}
