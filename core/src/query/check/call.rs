//! CALL: a procedure, its arguments and the columns taken from it.

use std::sync::Arc;

use crate::query::{
    ast::{Call, Expr, ExprKind, Name, Yields},
    error::{ErrorClass, ErrorDetail, QueryError},
    nearest::nearest,
    resolved::{CallStep, Ex, Step},
    schema::{ArgumentType, Signature},
    value::Value,
};

use super::{Checked, Checker, Type, conjuncts, expression::invalid_type, function::has_aggregate};

impl Checker<'_> {
    pub(super) fn call(&mut self, call: &Call, alone: bool) -> Checked<Step> {
        let Some(signature) = self.schema.procedure(&call.name.text) else {
            return Err(self.no_procedure(&call.name));
        };
        let arguments = self.call_arguments(call, signature, alone)?;
        let columns = self.yields(call, signature, alone)?;
        let mut filter = Vec::new();
        if let Some(condition) = &call.filter {
            conjuncts(self.predicate(condition)?.0, &mut filter);
        }
        Ok(Step::Call(CallStep {
            procedure: Arc::clone(&signature.name),
            arguments,
            columns,
            filter,
        }))
    }

    fn no_procedure(&self, name: &Name) -> QueryError {
        let all = self
            .schema
            .procedures
            .iter()
            .flat_map(|all| all.signatures());
        let meant = nearest(&name.text, all.map(|signature| &*signature.name));
        QueryError::at(
            name.span,
            ErrorClass::Procedure,
            ErrorDetail::ProcedureNotFound,
            format!("there is no procedure `{}`", name.text),
        )
        .meaning(meant)
    }

    fn call_arguments(
        &mut self,
        call: &Call,
        signature: &Signature,
        alone: bool,
    ) -> Checked<Vec<Ex>> {
        let Some(given) = &call.arguments else {
            return self.implied_arguments(call, signature, alone);
        };
        let most = signature.arguments.len();
        let least = signature
            .arguments
            .iter()
            .filter(|argument| !argument.optional)
            .count();
        if !(least..=most).contains(&given.len()) {
            return Err(QueryError::syntax(
                call.span,
                ErrorDetail::InvalidNumberOfArguments,
                format!(
                    "{} takes {}, not {} arguments",
                    signature.name,
                    counted(least, most),
                    given.len()
                ),
            ));
        }
        let mut values = Vec::with_capacity(most);
        for (value, argument) in given.iter().zip(&signature.arguments) {
            values.push(self.call_argument(value, argument.takes)?);
        }
        values.resize_with(most, || Ex::Constant(Value::Null));
        Ok(values)
    }

    fn call_argument(&mut self, value: &Expr, takes: ArgumentType) -> Checked<Ex> {
        if has_aggregate(value) {
            return Err(QueryError::syntax(
                value.span,
                ErrorDetail::InvalidAggregation,
                "an aggregate cannot stand in CALL; compute it by WITH first",
            ));
        }
        let (ex, kind) = self.expression(value)?;
        if kind.is_unknown() || takes.fits(kind) {
            return Ok(ex);
        }
        Err(invalid_type(value.span, kind, takes.words()))
    }

    /// Without parentheses arguments are parameters of the same names.
    fn implied_arguments(
        &mut self,
        call: &Call,
        signature: &Signature,
        alone: bool,
    ) -> Checked<Vec<Ex>> {
        if !alone && !signature.arguments.is_empty() {
            return Err(QueryError::syntax(
                call.span,
                ErrorDetail::InvalidArgumentPassingMode,
                "CALL beside other clauses needs its arguments in parentheses",
            ));
        }
        let mut values = Vec::new();
        for argument in &signature.arguments {
            if argument.optional {
                values.push(Ex::Constant(Value::Null));
                continue;
            }
            let name = Name {
                text: Arc::clone(&argument.name),
                span: call.span,
            };
            let parameter = Expr::new(ExprKind::Parameter(name), call.span);
            values.push(self.expression(&parameter)?.0);
        }
        Ok(values)
    }

    fn yields(
        &mut self,
        call: &Call,
        signature: &Signature,
        alone: bool,
    ) -> Checked<Vec<(usize, u16)>> {
        let mut columns = Vec::new();
        match &call.yields {
            Yields::Columns(named) => {
                for (name, alias) in named {
                    let place = signature
                        .columns
                        .iter()
                        .position(|column| *column == name.text);
                    let place = place.ok_or_else(|| no_column(name, signature))?;
                    let slot = self.declare_new(alias.as_ref().unwrap_or(name), Type::Any)?;
                    columns.push((place, slot));
                }
            }
            Yields::Everything if !alone => {
                return Err(QueryError::syntax(
                    call.span,
                    ErrorDetail::UnexpectedSyntax,
                    format!(
                        "YIELD * can stand only where CALL is all there is; name the columns: {}",
                        signature.columns.join(", ")
                    ),
                ));
            }
            Yields::Unsaid if !alone && !signature.columns.is_empty() => {
                return Err(QueryError::syntax(
                    call.span,
                    ErrorDetail::UndefinedVariable,
                    format!(
                        "CALL beside other clauses needs YIELD and columns: {}",
                        signature.columns.join(", ")
                    ),
                ));
            }
            Yields::Everything | Yields::Unsaid => {
                for (place, column) in signature.columns.iter().enumerate() {
                    columns.push((place, self.declare(column, Type::Any)?));
                }
            }
        }
        Ok(columns)
    }
}

fn no_column(name: &Name, signature: &Signature) -> QueryError {
    QueryError::syntax(
        name.span,
        ErrorDetail::UndefinedVariable,
        format!(
            "{} has no column `{}`, only {}",
            signature.name,
            name.text,
            signature.columns.join(", ")
        ),
    )
}

fn counted(least: usize, most: usize) -> String {
    if least == most {
        least.to_string()
    } else {
        format!("{least} to {most}")
    }
}

impl ArgumentType {
    fn fits(self, kind: Type) -> bool {
        match self {
            Self::Any => true,
            Self::Boolean => kind == Type::Boolean,
            Self::Integer => matches!(kind, Type::Integer | Type::Number),
            Self::Number | Self::Float => kind.is_number(),
            Self::Text => kind == Type::Text,
            Self::Map => matches!(kind, Type::Map | Type::Node | Type::Relationship),
            Self::List => kind.is_list(),
            Self::Node => kind == Type::Node,
        }
    }

    /// How messages name it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Number => "a number",
            Self::Float => "a float",
            Self::Text => "a string",
            Self::Map => "a map",
            Self::List => "a list",
            Self::Node => "a node",
        }
    }
}
