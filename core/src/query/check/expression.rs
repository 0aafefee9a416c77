//! Expressions: variables to slots, types as far as they show.

use std::sync::Arc;

use crate::query::{
    ast::{Case, Comprehension, Expr, ExprKind, Name, Operator, PatternComprehension, Quantifier},
    error::{ErrorClass, ErrorDetail, QueryError, Span},
    resolved::{Branch, Choice, Ex, Part, Projection, Step, Walk},
    value::Value,
};

use super::{Aggregates, Checked, Checker, Ending, Type, conjuncts};

type Typed = (Ex, Type);

impl Checker<'_> {
    /// An expression that says whether something holds; patterns can stand in it.
    pub(super) fn predicate(&mut self, expr: &Expr) -> Checked<Typed> {
        let typed = match &expr.kind {
            ExprKind::Pattern(pattern) => (self.pattern_predicate(pattern)?, Type::Boolean),
            ExprKind::Not(inner) => {
                let (inner, _) = self.predicate(inner)?;
                (Ex::Not(Box::new(inner)), Type::Boolean)
            }
            ExprKind::Binary(
                operator @ (Operator::And | Operator::Or | Operator::Xor),
                left,
                right,
            ) => {
                let (left, _) = self.predicate(left)?;
                let (right, _) = self.predicate(right)?;
                let both = Ex::Binary(*operator, Box::new(left), Box::new(right));
                (both, Type::Boolean)
            }
            _ => self.expression(expr)?,
        };
        if typed.1.is_unknown() || typed.1 == Type::Boolean {
            return Ok(typed);
        }
        Err(invalid_type(
            expr.span,
            typed.1,
            "a condition: true or false",
        ))
    }

    pub(super) fn expression(&mut self, expr: &Expr) -> Checked<Typed> {
        if let Some(column) = self.same_column(expr) {
            return Ok((Ex::Slot(column.slot), column.kind));
        }
        let constant = |value, kind| Ok((Ex::Constant(value), kind));
        match &expr.kind {
            ExprKind::Null => constant(Value::Null, Type::Null),
            ExprKind::Boolean(value) => constant(Value::Boolean(*value), Type::Boolean),
            ExprKind::Integer(value) => constant(Value::Integer(*value), Type::Integer),
            ExprKind::Float(value) => constant(Value::Float(*value), Type::Float),
            ExprKind::Text(text) => constant(Value::Text(Arc::clone(text)), Type::Text),
            ExprKind::Parameter(name) => Ok((self.parameter(name), Type::Any)),
            ExprKind::Variable(name) => self.variable(name),
            ExprKind::Property(of, name) => self.property(of, name),
            ExprKind::HasLabels(of, labels) => self.has_labels(of, labels),
            ExprKind::Index(of, by) => self.index(of, by),
            ExprKind::Slice(of, from, to) => self.slice(of, from.as_deref(), to.as_deref()),
            ExprKind::List(items) => self.list(items),
            ExprKind::Map(entries) => self.map(entries),
            ExprKind::Not(inner) => {
                let (inner, _) = self.typed(inner, "a boolean", |kind| kind == Type::Boolean)?;
                Ok((Ex::Not(Box::new(inner)), Type::Boolean))
            }
            ExprKind::Negate(inner) => {
                let (inner, kind) = self.typed(inner, "a number", Type::is_number)?;
                Ok((Ex::Negate(Box::new(inner)), kind))
            }
            ExprKind::Plus(inner) => self.typed(inner, "a number", Type::is_number),
            ExprKind::Binary(operator, left, right) => self.binary(*operator, left, right),
            ExprKind::Chain(operands, operators) => {
                let mut values = Vec::with_capacity(operands.len());
                for operand in operands {
                    values.push(self.expression(operand)?.0);
                }
                Ok((Ex::Chain(values, operators.clone()), Type::Boolean))
            }
            ExprKind::IsNull(inner, wanted) => {
                let (inner, _) = self.expression(inner)?;
                Ok((Ex::IsNull(Box::new(inner), *wanted), Type::Boolean))
            }
            ExprKind::Case(case) => self.case(case),
            ExprKind::Call(call) => self.function(expr.span, call),
            ExprKind::Comprehension(walk) => self.comprehension(walk),
            ExprKind::Quantifier(quantifier, walk) => self.quantifier(*quantifier, walk),
            ExprKind::PatternComprehension(walk) => self.pattern_comprehension(walk),
            ExprKind::Pattern(_) => Err(QueryError::syntax(
                expr.span,
                ErrorDetail::UnexpectedSyntax,
                "a pattern can stand in MATCH, WHERE, exists() and [pattern | value] only",
            )),
            ExprKind::Exists(statement) => {
                let aggregates = std::mem::replace(&mut self.aggregates, Aggregates::Forbidden);
                let columns = std::mem::take(&mut self.columns);
                let branches = self.statement(statement, Ending::Anything)?;
                self.aggregates = aggregates;
                self.columns = columns;
                Ok((Ex::Exists(branches), Type::Boolean))
            }
        }
    }

    /// An expression of a type that fits, if the type is known.
    pub(super) fn typed(
        &mut self,
        expr: &Expr,
        expected: &str,
        fits: impl Fn(Type) -> bool,
    ) -> Checked<Typed> {
        let (value, kind) = self.expression(expr)?;
        if kind.is_unknown() || fits(kind) {
            return Ok((value, kind));
        }
        Err(invalid_type(expr.span, kind, expected))
    }

    fn parameter(&mut self, name: &Name) -> Ex {
        let known = &mut self.program.parameters;
        let place = known.iter().position(|known| *known == name.text);
        let place = place.unwrap_or_else(|| {
            known.push(Arc::clone(&name.text));
            known.len() - 1
        });
        Ex::Parameter(u16::try_from(place).unwrap_or(u16::MAX))
    }

    fn variable(&mut self, name: &Name) -> Checked<Typed> {
        let mut all = self.scope.iter().enumerate().rev();
        let found = all.find(|(_, variable)| variable.name == name.text);
        let found = found.map(|(place, variable)| (place, variable.slot, variable.kind));
        let own_from = self.grouped.as_ref().map_or(0, |grouped| grouped.own_from);
        match (found, &self.grouped) {
            (Some((place, slot, kind)), _) if place >= own_from => Ok((Ex::Slot(slot), kind)),
            (found, Some(grouped)) => {
                let mut keys = grouped.keys.iter();
                let known = found.is_some() || grouped.hidden.contains(&name.text);
                match keys.find(|(key, ..)| *key == name.text) {
                    Some((_, slot, kind)) => Ok((Ex::Slot(*slot), *kind)),
                    None if known => Err(ambiguous(name)),
                    None => Err(self.undefined(name)),
                }
            }
            _ => Err(self.undefined(name)),
        }
    }

    fn property(&mut self, of: &Expr, name: &Name) -> Checked<Typed> {
        let (value, kind) = self.expression(of)?;
        if !kind.has_properties() {
            // The conformance kit tells these two apart.
            let class = match kind {
                Type::Path => ErrorClass::Syntax,
                _ => ErrorClass::Type,
            };
            return Err(QueryError::at(
                name.span,
                class,
                ErrorDetail::InvalidArgumentType,
                format!(
                    "{} has no properties; nodes, relationships and maps have",
                    kind.words()
                ),
            ));
        }
        let is_entity = matches!(kind, Type::Node | Type::Relationship);
        let known = if is_entity {
            &self.schema.properties[..]
        } else {
            &[]
        };
        let name = self.known_name(name, "property", known);
        Ok((Ex::Property(Box::new(value), name), Type::Any))
    }

    fn has_labels(&mut self, of: &Expr, labels: &[Name]) -> Checked<Typed> {
        let fits = |kind| matches!(kind, Type::Node | Type::Relationship);
        let (value, kind) = self.typed(of, "a node", fits)?;
        let known = if kind == Type::Relationship {
            &self.schema.types
        } else {
            &self.schema.labels
        };
        let labels = labels
            .iter()
            .map(|label| self.known_name(label, "label", known));
        Ok((
            Ex::HasLabels(Box::new(value), labels.collect()),
            Type::Boolean,
        ))
    }

    fn index(&mut self, of: &Expr, by: &Expr) -> Checked<Typed> {
        let (value, kind) = self.expression(of)?;
        let span = of.span;
        if !(kind.is_list() || kind.has_properties()) {
            return Err(no_items(span, format!("{} has no items", kind.words())));
        }
        let (span, (by, by_kind)) = (by.span, self.expression(by)?);
        let is_place = by_kind.is_unknown() || matches!(by_kind, Type::Integer | Type::Number);
        if kind.is_list() && !is_place {
            let message = format!("a list has items by number, not by {}", by_kind.words());
            return Err(no_items(span, message));
        }
        Ok((Ex::Index(Box::new(value), Box::new(by)), kind.item()))
    }

    fn slice(&mut self, of: &Expr, from: Option<&Expr>, to: Option<&Expr>) -> Checked<Typed> {
        let (value, kind) = self.typed(of, "a list", Type::is_list)?;
        let mut end = |bound: Option<&Expr>| match bound {
            Some(bound) => {
                let (bound, _) = self.typed(bound, "an integer", Type::is_number)?;
                Ok::<_, QueryError>(Some(Box::new(bound)))
            }
            None => Ok(None),
        };
        let (from, to) = (end(from)?, end(to)?);
        Ok((Ex::Slice(Box::new(value), from, to), kind))
    }

    fn list(&mut self, items: &[Expr]) -> Checked<Typed> {
        let mut values = Vec::with_capacity(items.len());
        let mut kinds = Vec::with_capacity(items.len());
        for item in items {
            let (value, kind) = self.expression(item)?;
            values.push(value);
            kinds.push(kind);
        }
        Ok((Ex::List(values), Type::list_of(kinds)))
    }

    fn map(&mut self, entries: &[(Name, Expr)]) -> Checked<Typed> {
        let mut values = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            let name = self.name_ix(&name.text);
            values.push((name, self.expression(value)?.0));
        }
        Ok((Ex::Map(values), Type::Map))
    }

    fn binary(&mut self, operator: Operator, left: &Expr, right: &Expr) -> Checked<Typed> {
        let (left_value, left_kind) = self.expression(left)?;
        let (right_value, right_kind) = self.expression(right)?;
        let kind = Type::of_operation(operator, left_kind, right_kind).map_err(|is_right| {
            let (operand, kind) = if is_right {
                (right, right_kind)
            } else {
                (left, left_kind)
            };
            invalid_type(operand.span, kind, expected_by(operator))
        })?;
        let both = Ex::Binary(operator, Box::new(left_value), Box::new(right_value));
        Ok((both, kind))
    }

    fn case(&mut self, case: &Case) -> Checked<Typed> {
        let subject = match &case.subject {
            Some(subject) => Some(self.expression(subject)?.0),
            None => None,
        };
        let mut arms = Vec::new();
        for (when, then) in &case.arms {
            let when = match subject {
                Some(_) => self.expression(when)?.0,
                None => self.predicate(when)?.0,
            };
            arms.push((when, self.expression(then)?.0));
        }
        let otherwise = match &case.otherwise {
            Some(otherwise) => Some(self.expression(otherwise)?.0),
            None => None,
        };
        let choice = Choice {
            subject,
            arms,
            otherwise,
        };
        Ok((Ex::Case(Box::new(choice)), Type::Any))
    }

    fn walk(&mut self, walk: &Comprehension) -> Checked<(Walk, Type)> {
        let (list, kind) = self.typed(&walk.list, "a list", Type::is_list)?;
        let scope = self.scope.len();
        let slot = self.declare(&walk.variable.text, kind.item())?;
        let aggregates = match self.aggregates {
            Aggregates::Inside => Aggregates::Inside,
            _ => Aggregates::Forbidden,
        };
        let aggregates = std::mem::replace(&mut self.aggregates, aggregates);
        let filter = match &walk.filter {
            Some(filter) => Some(self.predicate(filter)?.0),
            None => None,
        };
        let (result, kind) = match &walk.result {
            Some(result) => {
                let (result, kind) = self.expression(result)?;
                (Some(result), Type::list_of([kind]))
            }
            None => (None, kind),
        };
        self.aggregates = aggregates;
        self.scope.truncate(scope);
        let walk = Walk {
            slot,
            list,
            filter,
            result,
        };
        Ok((walk, kind))
    }

    fn comprehension(&mut self, walk: &Comprehension) -> Checked<Typed> {
        let (walk, kind) = self.walk(walk)?;
        Ok((Ex::Comprehension(Box::new(walk)), kind))
    }

    fn quantifier(&mut self, quantifier: Quantifier, walk: &Comprehension) -> Checked<Typed> {
        let (walk, _) = self.walk(walk)?;
        Ok((Ex::Quantifier(quantifier, Box::new(walk)), Type::Boolean))
    }

    fn pattern_comprehension(&mut self, walk: &PatternComprehension) -> Checked<Typed> {
        let (scope, slots) = (self.scope.len(), self.slots);
        let mut step = self.patterns(std::slice::from_ref(&walk.pattern))?;
        step.fresh = (slots..self.slots)
            .filter_map(|slot| u16::try_from(slot).ok())
            .collect();
        if let Some(filter) = &walk.filter {
            let (filter, _) = self.predicate(filter)?;
            conjuncts(filter, &mut step.filter);
        }
        let (result, kind) = self.expression(&walk.result)?;
        self.scope.truncate(scope);
        let branch = only(step);
        Ok((
            Ex::Rows(Box::new(branch), Box::new(result)),
            Type::list_of([kind]),
        ))
    }

    fn pattern_predicate(&mut self, pattern: &crate::query::ast::Pattern) -> Checked<Ex> {
        let nodes = pattern
            .nodes
            .iter()
            .filter_map(|node| node.variable.as_ref());
        let relationships = pattern.relationships.iter();
        let relationships = relationships.filter_map(|hop| hop.variable.as_ref());
        for name in nodes.chain(relationships) {
            if self.find(&name.text).is_none() {
                return Err(self.undefined(name));
            }
        }
        let slots = self.slots;
        let mut step = self.patterns(std::slice::from_ref(pattern))?;
        step.fresh = (slots..self.slots)
            .filter_map(|slot| u16::try_from(slot).ok())
            .collect();
        Ok(Ex::Exists(vec![only(step)]))
    }

    /// A pattern as what `exists()` asks for.
    pub(super) fn exists_pattern(&mut self, expr: &Expr) -> Option<Checked<Ex>> {
        match &expr.kind {
            ExprKind::Pattern(pattern) => Some(self.pattern_predicate(pattern)),
            _ => None,
        }
    }
}

fn only(step: crate::query::resolved::MatchStep) -> Branch {
    let part = Part::new(vec![Step::Match(step)], Projection::default());
    Branch { parts: vec![part] }
}

fn expected_by(operator: Operator) -> &'static str {
    match operator {
        Operator::And | Operator::Or | Operator::Xor => "a boolean",
        Operator::In => "a list",
        Operator::Add => "a number, a string or a list",
        _ => "a number",
    }
}

pub(super) fn invalid_type(span: Span, found: Type, expected: &str) -> QueryError {
    let message = format!("found {}, expected {expected}", found.words());
    QueryError::syntax(span, ErrorDetail::InvalidArgumentType, message)
}

fn no_items(span: Span, message: String) -> QueryError {
    QueryError::at(
        span,
        ErrorClass::Type,
        ErrorDetail::InvalidArgumentType,
        message,
    )
}

fn ambiguous(name: &Name) -> QueryError {
    QueryError::syntax(
        name.span,
        ErrorDetail::AmbiguousAggregationExpression,
        format!(
            "`{0}` stands beside an aggregate but rows are not grouped by it; give `{0}` as a column of its own",
            name.text
        ),
    )
}
