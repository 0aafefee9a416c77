//! What an expression is made of, for whoever goes through all of it.

use super::ast::{Expr, ExprKind};

impl ExprKind {
    /// Calls back with each expression right inside this one; what patterns and inner queries hold is
    /// theirs.
    pub(super) fn children(&self, each: &mut dyn FnMut(&Expr)) {
        match self {
            Self::Property(a, _)
            | Self::HasLabels(a, _)
            | Self::Not(a)
            | Self::Negate(a)
            | Self::Plus(a)
            | Self::IsNull(a, _) => each(a),
            Self::Index(a, b) | Self::Binary(_, a, b) => {
                each(a);
                each(b);
            }
            Self::Slice(a, b, c) => {
                each(a);
                [b, c].into_iter().flatten().for_each(|end| each(end));
            }
            Self::List(items) | Self::Chain(items, _) => items.iter().for_each(each),
            Self::Map(entries) => entries.iter().for_each(|(_, value)| each(value)),
            Self::Case(case) => {
                case.subject.iter().for_each(&mut *each);
                for (when, then) in &case.arms {
                    each(when);
                    each(then);
                }
                case.otherwise.iter().for_each(each);
            }
            Self::Call(call) => call.arguments.iter().for_each(each),
            Self::Comprehension(walk) | Self::Quantifier(_, walk) => {
                each(&walk.list);
                walk.filter.iter().for_each(&mut *each);
                walk.result.iter().for_each(each);
            }
            Self::Null
            | Self::Boolean(_)
            | Self::Integer(_)
            | Self::Float(_)
            | Self::Text(_)
            | Self::Parameter(_)
            | Self::Variable(_)
            | Self::PatternComprehension(_)
            | Self::Pattern(_)
            | Self::Exists(_) => {}
        }
    }
}
