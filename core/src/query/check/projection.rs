//! WITH and RETURN: columns, grouping, order and limits.

use std::sync::Arc;

use crate::query::{
    ast::{self, Expr, ExprKind, Item},
    error::{ErrorDetail, QueryError},
    graph::Names,
    resolved::{Column, Ex, Grouping, Projection},
};

use super::{Aggregates, Checked, Checker, Grouped, Type, Variable, function::has_aggregate};

impl Checker<'_> {
    /// Columns and all that is said of them; from here on only they are in scope.
    pub(super) fn projection(
        &mut self,
        clause: &ast::Projection,
        is_with: bool,
    ) -> Checked<Projection> {
        let mut named = self.starred(clause)?;
        for item in &clause.items {
            named.push((self.column_name(item, is_with)?, item.clone()));
        }
        check_names(&named)?;
        let mut projection = Projection {
            distinct: clause.distinct,
            ..Projection::default()
        };
        let columns = self.columns_of(&named, &mut projection)?;
        let hidden: Vec<Arc<str>> = self.scope.iter().map(|v| Arc::clone(&v.name)).collect();
        let narrow = projection.grouping.is_some() || clause.distinct;
        if narrow {
            let both = named.iter().zip(&columns);
            self.columns = both
                .map(|((_, item), column)| self.column_of(&item.value, column.slot, column.kind))
                .collect();
            self.scope.clone_from(&columns);
        } else {
            self.scope.extend(columns.iter().cloned());
        }
        self.of_rows(clause, &mut projection, &hidden)?;
        self.columns.clear();
        self.scope = columns;
        Ok(projection)
    }

    /// Everything in scope, as a CALL that stands alone gives it.
    pub(super) fn everything(&self) -> Projection {
        let columns = self.scope.iter().map(|variable| Column {
            slot: variable.slot,
            value: Ex::Slot(variable.slot),
            aggregated: false,
        });
        Projection {
            columns: columns.collect(),
            ..Projection::default()
        }
    }

    fn starred(&self, clause: &ast::Projection) -> Checked<Vec<(Arc<str>, Item)>> {
        if !clause.star {
            return Ok(Vec::new());
        }
        if self.scope.is_empty() && clause.items.is_empty() {
            return Err(QueryError::syntax(
                clause.span,
                ErrorDetail::NoVariablesInScope,
                "`*` stands for all variables, and there are none here",
            ));
        }
        let variables = self.scope.iter().map(|variable| {
            let name = ast::Name {
                text: Arc::clone(&variable.name),
                span: clause.span,
            };
            let value = Arc::new(Expr::new(ExprKind::Variable(name), clause.span));
            (Arc::clone(&variable.name), Item { value, alias: None })
        });
        Ok(variables.collect())
    }

    fn column_name(&self, item: &Item, is_with: bool) -> Checked<Arc<str>> {
        if let Some(alias) = &item.alias {
            return Ok(Arc::clone(&alias.text));
        }
        if let ExprKind::Variable(name) = &item.value.kind {
            return Ok(Arc::clone(&name.text));
        }
        if is_with {
            return Err(QueryError::syntax(
                item.value.span,
                ErrorDetail::NoExpressionAlias,
                "WITH needs a name for this; write AS and the name after it",
            ));
        }
        Ok(item.value.span.of(self.text).trim().into())
    }

    /// The columns as variables; groups rows where one of them is made of aggregates.
    fn columns_of(
        &mut self,
        named: &[(Arc<str>, Item)],
        projection: &mut Projection,
    ) -> Checked<Vec<Variable>> {
        let aggregated: Vec<bool> = named
            .iter()
            .map(|(_, item)| has_aggregate(&item.value))
            .collect();
        let mut columns: Vec<Option<(Variable, Ex)>> = Vec::new();
        for ((name, item), aggregated) in named.iter().zip(&aggregated) {
            columns.push(match aggregated {
                true => None,
                false => Some(self.column(name, &item.value)?),
            });
        }
        if aggregated.contains(&true) {
            self.group(named, &columns);
            self.aggregates = Aggregates::Collected(Vec::new());
            for ((name, item), column) in named.iter().zip(&mut columns) {
                if column.is_none() {
                    *column = Some(self.column(name, &item.value)?);
                }
            }
            let collected = std::mem::replace(&mut self.aggregates, Aggregates::Forbidden);
            let Aggregates::Collected(aggregates) = collected else {
                return Ok(Vec::new());
            };
            projection.grouping = Some(Grouping { aggregates });
            self.grouped = None;
            self.columns.clear();
        }
        let mut variables = Vec::new();
        for ((variable, value), aggregated) in columns.into_iter().flatten().zip(aggregated) {
            projection.columns.push(Column {
                slot: variable.slot,
                value,
                aggregated,
            });
            variables.push(variable);
        }
        Ok(variables)
    }

    fn column(&mut self, name: &Arc<str>, value: &Expr) -> Checked<(Variable, Ex)> {
        let (value, kind) = self.expression(value)?;
        let variable = Variable {
            name: Arc::clone(name),
            slot: self.slot()?,
            kind,
        };
        Ok((variable, value))
    }

    /// From here on expressions can use only what rows are grouped by: variables and properties
    /// that are columns by themselves.
    fn group(&mut self, named: &[(Arc<str>, Item)], columns: &[Option<(Variable, Ex)>]) {
        let mut keys = Vec::new();
        for ((_, item), column) in named.iter().zip(columns) {
            let Some((variable, _)) = column else {
                continue;
            };
            if let ExprKind::Variable(name) = &item.value.kind {
                keys.push((Arc::clone(&name.text), variable.slot, variable.kind));
            } else if let ExprKind::Property(..) = &item.value.kind {
                let column = self.column_of(&item.value, variable.slot, variable.kind);
                self.columns.push(column);
            }
        }
        self.grouped = Some(Grouped {
            own_from: self.scope.len(),
            keys,
            hidden: Vec::new(),
        });
    }

    fn of_rows(
        &mut self,
        clause: &ast::Projection,
        projection: &mut Projection,
        hidden: &[Arc<str>],
    ) -> Checked<()> {
        for (key, descending) in &clause.order {
            let (key, _) = match projection.grouping {
                Some(_) if has_aggregate(key) => self.aggregated_key(key, hidden)?,
                _ => self.expression(key)?,
            };
            projection.order.push((key, *descending));
        }
        projection.skip = self.bound(clause.skip.as_ref(), "SKIP")?;
        projection.limit = self.bound(clause.limit.as_ref(), "LIMIT")?;
        if let Some(filter) = &clause.filter {
            projection.filter = Some(self.predicate(filter)?.0);
        }
        Ok(())
    }

    /// What to sort groups by, with an aggregate in it: a column, or made of columns and of what rows
    /// are grouped by.
    fn aggregated_key(&mut self, key: &Expr, hidden: &[Arc<str>]) -> Checked<(Ex, Type)> {
        if self.same_column(key).is_some() {
            return self.expression(key);
        }
        let all = self.columns.clone();
        self.columns.retain(|column| {
            let value = &column.value;
            has_aggregate(value)
                || matches!(value.kind, ExprKind::Variable(_) | ExprKind::Property(..))
        });
        let keys = self.scope.iter();
        self.grouped = Some(Grouped {
            own_from: self.scope.len(),
            keys: keys
                .map(|v| (Arc::clone(&v.name), v.slot, v.kind))
                .collect(),
            hidden: hidden.to_vec(),
        });
        let typed = self.expression(key);
        self.grouped = None;
        self.columns = all;
        typed
    }

    /// How many rows; the same for all of them, so nothing of a row can stand in it.
    fn bound(&mut self, bound: Option<&Expr>, word: &str) -> Checked<Option<Ex>> {
        let Some(bound) = bound else {
            return Ok(None);
        };
        if let ExprKind::Integer(number) = bound.kind
            && number < 0
        {
            return Err(QueryError::syntax(
                bound.span,
                ErrorDetail::NegativeIntegerArgument,
                format!("{word} takes 0 or more, not {number}"),
            ));
        }
        let scope = std::mem::take(&mut self.scope);
        let columns = std::mem::take(&mut self.columns);
        let typed = self.typed(bound, "an integer", |kind| {
            matches!(kind, Type::Integer | Type::Number)
        });
        self.scope = scope;
        self.columns = columns;
        match typed {
            Err(error) if error.detail() == ErrorDetail::UndefinedVariable => {
                Err(QueryError::syntax(
                    bound.span,
                    ErrorDetail::NonConstantExpression,
                    format!("{word} takes a number that does not depend on a row"),
                ))
            }
            typed => typed.map(|(value, _)| Some(value)),
        }
    }
}

fn check_names(named: &[(Arc<str>, Item)]) -> Checked<()> {
    let mut seen = Names::default();
    for (turn, (name, item)) in named.iter().enumerate() {
        seen.intern(name);
        if seen.count() == turn {
            return Err(QueryError::syntax(
                item.value.span,
                ErrorDetail::ColumnNameConflict,
                format!("two columns are called `{name}`; name one of them otherwise by AS"),
            ));
        }
    }
    Ok(())
}
