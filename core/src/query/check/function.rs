//! Calls of functions and aggregates.

use crate::query::{
    ast::{Expr, ExprKind, FunctionCall},
    error::{ErrorDetail, QueryError, Span},
    function::{self, AGGREGATES, Aggregate, FUNCTIONS, Function, Takes},
    nearest::nearest,
    resolved::{AggregateCall, Ex},
};

use super::{Aggregates, Checked, Checker, Type, expression::invalid_type};

impl Checker<'_> {
    pub(super) fn function(&mut self, span: Span, call: &FunctionCall) -> Checked<(Ex, Type)> {
        if let Some(aggregate) = function::aggregate(&call.name.text) {
            return self.aggregate(span, aggregate, call);
        }
        let Some(signature) = function::function(&call.name.text) else {
            return Err(unknown_function(call));
        };
        let given = call.arguments.len();
        let (least, most) = (usize::from(signature.least), usize::from(signature.most));
        if !(least..=most).contains(&given) {
            let wanted = if least == most {
                least.to_string()
            } else {
                format!("{least} to {most}")
            };
            return Err(QueryError::syntax(
                span,
                ErrorDetail::InvalidNumberOfArguments,
                format!("{}() takes {wanted} arguments, not {given}", signature.name),
            ));
        }
        if call.distinct {
            return Err(QueryError::syntax(
                call.name.span,
                ErrorDetail::UnexpectedSyntax,
                format!(
                    "DISTINCT can stand in an aggregate only, and {}() is none",
                    signature.name
                ),
            ));
        }
        if signature.function == Function::Rand && matches!(self.aggregates, Aggregates::Inside) {
            return Err(QueryError::syntax(
                span,
                ErrorDetail::NonConstantExpression,
                "rand() cannot stand in an aggregate",
            ));
        }
        self.plain_call(signature, call)
    }

    fn plain_call(
        &mut self,
        signature: &function::Signature,
        call: &FunctionCall,
    ) -> Checked<(Ex, Type)> {
        let mut values = Vec::with_capacity(call.arguments.len());
        for (turn, argument) in call.arguments.iter().enumerate() {
            if signature.function == Function::Exists
                && let Some(exists) = self.exists_pattern(argument)
            {
                return exists.map(|exists| (exists, Type::Boolean));
            }
            let (value, kind) = self.expression(argument)?;
            if turn == 0 && !kind.is_unknown() && !signature.takes.fits(kind) {
                return Err(invalid_type(argument.span, kind, signature.takes.words()));
            }
            values.push(value);
        }
        Ok((Ex::Call(signature.function, values), signature.gives))
    }

    fn aggregate(
        &mut self,
        span: Span,
        aggregate: Aggregate,
        call: &FunctionCall,
    ) -> Checked<(Ex, Type)> {
        match self.aggregates {
            Aggregates::Forbidden => {
                if !self.columns.is_empty() {
                    // Behind grouping a variable that is gone is the graver mistake.
                    self.grouped = None;
                    for argument in &call.arguments {
                        self.expression(argument)?;
                    }
                }
                return Err(QueryError::syntax(
                    span,
                    ErrorDetail::InvalidAggregation,
                    format!(
                        "{}() can stand in the columns of WITH and RETURN only; give it a name there",
                        call.name.text
                    ),
                ));
            }
            Aggregates::Inside => {
                return Err(QueryError::syntax(
                    span,
                    ErrorDetail::NestedAggregation,
                    "an aggregate cannot stand in another one; put WITH between them",
                ));
            }
            Aggregates::Collected(_) => {}
        }
        check_aggregate(span, aggregate, call)?;
        let outer = std::mem::replace(&mut self.aggregates, Aggregates::Inside);
        let grouped = self.grouped.take();
        let columns = std::mem::take(&mut self.columns);
        let argument = self.argument(call.arguments.first())?;
        let extra = self.argument(call.arguments.get(1))?;
        self.grouped = grouped;
        self.columns = columns;
        self.aggregates = outer;
        let slot = self.slot()?;
        if let Aggregates::Collected(all) = &mut self.aggregates {
            all.push(AggregateCall {
                aggregate,
                distinct: call.distinct,
                argument: argument.map(|(argument, _)| argument),
                extra: extra.map(|(extra, _)| extra),
                slot,
            });
        }
        Ok((Ex::Slot(slot), type_of(aggregate)))
    }

    fn argument(&mut self, argument: Option<&Expr>) -> Checked<Option<(Ex, Type)>> {
        argument
            .map(|argument| self.expression(argument))
            .transpose()
    }
}

fn check_aggregate(span: Span, aggregate: Aggregate, call: &FunctionCall) -> Checked<()> {
    let wanted = match aggregate {
        Aggregate::PercentileContinuous | Aggregate::PercentileDiscrete => 2,
        Aggregate::Count if call.star => 0,
        _ => 1,
    };
    if call.arguments.len() == wanted {
        return Ok(());
    }
    Err(QueryError::syntax(
        span,
        ErrorDetail::InvalidNumberOfArguments,
        format!(
            "{}() takes {wanted} arguments, not {}",
            call.name.text,
            call.arguments.len()
        ),
    ))
}

fn type_of(aggregate: Aggregate) -> Type {
    match aggregate {
        Aggregate::Count => Type::Integer,
        Aggregate::Collect => Type::AnyList,
        _ => Type::Any,
    }
}

fn unknown_function(call: &FunctionCall) -> QueryError {
    let functions = FUNCTIONS.iter().map(|signature| signature.name);
    let aggregates = AGGREGATES.iter().map(|(name, _)| *name);
    let meant = nearest(&call.name.text, functions.chain(aggregates));
    QueryError::syntax(
        call.name.span,
        ErrorDetail::UnknownFunction,
        format!("there is no function `{}`", call.name.text),
    )
    .meaning(meant)
}

impl Takes {
    fn fits(self, kind: Type) -> bool {
        match self {
            Self::Anything => true,
            Self::Node => kind == Type::Node,
            Self::Relationship => kind == Type::Relationship,
            Self::Entity => matches!(kind, Type::Node | Type::Relationship),
            Self::Path => kind == Type::Path,
            Self::List => kind.is_list(),
            Self::Number => kind.is_number(),
            Self::Text => kind == Type::Text,
            Self::Sized | Self::Reversible => kind.is_list() || kind == Type::Text,
            Self::Mapping => matches!(kind, Type::Map | Type::Node | Type::Relationship),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Anything => "a value",
            Self::Node => "a node",
            Self::Relationship => "a relationship",
            Self::Entity => "a node or a relationship",
            Self::Path => "a path",
            Self::List => "a list",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::Sized | Self::Reversible => "a list or a string",
            Self::Mapping => "a node, a relationship or a map",
        }
    }
}

/// Whether an aggregate stands somewhere in the expression.
pub(super) fn has_aggregate(expr: &Expr) -> bool {
    if let ExprKind::Call(call) = &expr.kind
        && function::aggregate(&call.name.text).is_some()
    {
        return true;
    }
    let mut found = false;
    expr.kind
        .children(&mut |child| found = found || has_aggregate(child));
    found
}
