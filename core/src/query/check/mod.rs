//! Check: the tree with its names resolved, or what does not make sense in it.

mod call;
mod expression;
mod function;
mod pattern;
mod projection;
mod said;
mod types;

use std::sync::Arc;

use super::{
    ast::{Clause, Expr, Match, Name, Statement},
    error::{ErrorClass, ErrorDetail, QueryError, Span},
    nearest::nearest,
    resolved::{AggregateCall, Branch, Ex, MatchStep, NameIx, Part, Program, Slot, Step},
    schema::Schema,
};

use said::ColumnOf;

pub(crate) use types::Type;

type Checked<T> = Result<T, QueryError>;

/// A query with its names resolved, and what is odd about it without being wrong.
pub(crate) fn check(
    text: &str,
    statement: &Statement,
    schema: &Schema,
) -> Checked<(Program, Vec<QueryError>)> {
    let mut checker = Checker::new(text, schema);
    let branches = checker.statement(statement, Ending::Rows)?;
    let mut program = checker.program;
    program.branches = branches;
    program.union_all = statement.union_all;
    program.slots = checker.slots;
    Ok((program, checker.notices))
}

/// How a query ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// With RETURN, or a CALL that is all there is.
    Rows,
    /// As it likes: only whether there are rows is asked.
    Anything,
}

/// A variable in scope.
#[derive(Debug, Clone)]
struct Variable {
    name: Arc<str>,
    slot: Slot,
    kind: Type,
}

/// What becomes of aggregates in an expression.
#[derive(Debug)]
enum Aggregates {
    /// None can stand there.
    Forbidden,
    /// They are collected.
    Collected(Vec<AggregateCall>),
    /// The expression is the argument of one.
    Inside,
}

/// While what is made of aggregates is checked: only what rows are grouped by can be used.
#[derive(Debug)]
struct Grouped {
    /// Variables from here on are the expression's own.
    own_from: usize,
    /// The variables that rows are grouped by, where they are.
    keys: Vec<(Arc<str>, Slot, Type)>,
    /// Variables that were in scope before rows were grouped.
    hidden: Vec<Arc<str>>,
}

struct Checker<'a> {
    text: &'a str,
    schema: &'a Schema,
    program: Program,
    slots: usize,
    scope: Vec<Variable>,
    aggregates: Aggregates,
    grouped: Option<Grouped>,
    /// Expressions that are columns already.
    columns: Vec<ColumnOf>,
    notices: Vec<QueryError>,
}

impl<'a> Checker<'a> {
    fn new(text: &'a str, schema: &'a Schema) -> Self {
        Self {
            text,
            schema,
            program: Program::default(),
            slots: 0,
            scope: Vec::new(),
            aggregates: Aggregates::Forbidden,
            grouped: None,
            columns: Vec::new(),
            notices: Vec::new(),
        }
    }

    fn statement(&mut self, statement: &Statement, ending: Ending) -> Checked<Vec<Branch>> {
        let outer = self.scope.clone();
        let mut branches = Vec::new();
        let mut first: Option<Vec<Arc<str>>> = None;
        for (turn, clauses) in statement.parts.iter().enumerate() {
            self.scope.clone_from(&outer);
            let (branch, columns) = self.branch(clauses, ending)?;
            branches.push(branch);
            match &first {
                None => first = Some(columns),
                Some(first) if *first == columns => {}
                Some(first) => {
                    let span = statement.unions.get(turn - 1).copied().unwrap_or_default();
                    return Err(different_columns(span, first, &columns));
                }
            }
        }
        self.scope = outer;
        if ending == Ending::Rows {
            self.program.columns = first.unwrap_or_default();
        }
        Ok(branches)
    }

    fn branch(&mut self, clauses: &[Clause], ending: Ending) -> Checked<(Branch, Vec<Arc<str>>)> {
        let mut branch = Branch::default();
        let mut steps = Vec::new();
        for (turn, clause) in clauses.iter().enumerate() {
            let is_last = turn + 1 == clauses.len();
            match clause {
                Clause::Match(clause) => steps.push(Step::Match(self.match_clause(clause)?)),
                Clause::Unwind { list, variable } => steps.push(self.unwind(list, variable)?),
                Clause::Call(call) => {
                    let alone = clauses.len() == 1 && ending == Ending::Rows;
                    steps.push(self.call(call, alone)?);
                    if alone {
                        let projection = self.everything();
                        let columns = self.scope.iter().map(|v| Arc::clone(&v.name)).collect();
                        branch.parts.push(Part::new(steps, projection));
                        return Ok((branch, columns));
                    }
                }
                Clause::With(clause) => {
                    let projection = self.projection(clause, true)?;
                    let steps = std::mem::take(&mut steps);
                    branch.parts.push(Part::new(steps, projection));
                }
                Clause::Return(clause) if is_last => {
                    let projection = self.projection(clause, false)?;
                    let columns = self.scope.iter().map(|v| Arc::clone(&v.name)).collect();
                    branch.parts.push(Part::new(steps, projection));
                    return Ok((branch, columns));
                }
                Clause::Return(clause) => {
                    return Err(composition(
                        clause.span,
                        "RETURN ends a query; use WITH to go on from it",
                    ));
                }
            }
        }
        if ending == Ending::Rows {
            let end = Span::new(self.text.len(), self.text.len());
            return Err(composition(
                end,
                "a query ends with RETURN and what it is to give",
            ));
        }
        let projection = super::resolved::Projection::default();
        branch.parts.push(Part::new(steps, projection));
        Ok((branch, Vec::new()))
    }

    fn match_clause(&mut self, clause: &Match) -> Checked<MatchStep> {
        let slots_before = self.slots;
        let mut step = self.patterns(&clause.patterns)?;
        step.optional = clause.optional;
        step.fresh = (slots_before..self.slots)
            .filter_map(|slot| Slot::try_from(slot).ok())
            .collect();
        if let Some(filter) = &clause.filter {
            let (filter, _) = self.predicate(filter)?;
            conjuncts(filter, &mut step.filter);
        }
        Ok(step)
    }

    fn unwind(&mut self, list: &Expr, variable: &Name) -> Checked<Step> {
        let (value, kind) = self.expression(list)?;
        let slot = self.declare_new(variable, kind.item())?;
        Ok(Step::Unwind { list: value, slot })
    }

    /// A new variable, whose name must be free.
    fn declare_new(&mut self, name: &Name, kind: Type) -> Checked<Slot> {
        if self.find(&name.text).is_some() {
            return Err(QueryError::syntax(
                name.span,
                ErrorDetail::VariableAlreadyBound,
                format!(
                    "`{}` is already the name of something; take another one",
                    name.text
                ),
            ));
        }
        self.declare(&name.text, kind)
    }

    fn declare(&mut self, name: &Arc<str>, kind: Type) -> Checked<Slot> {
        let slot = self.slot()?;
        self.scope.push(Variable {
            name: Arc::clone(name),
            slot,
            kind,
        });
        Ok(slot)
    }

    fn slot(&mut self) -> Checked<Slot> {
        let slot = Slot::try_from(self.slots).map_err(|_| {
            let span = Span::new(self.text.len(), self.text.len());
            let message = "this query has too many variables and parts of patterns";
            QueryError::at(span, ErrorClass::Limit, ErrorDetail::TooLarge, message)
        })?;
        self.slots += 1;
        Ok(slot)
    }

    fn find(&self, name: &str) -> Option<&Variable> {
        let mut all = self.scope.iter().rev();
        all.find(|variable| *variable.name == *name)
    }

    fn undefined(&self, name: &Name) -> QueryError {
        let known = self.scope.iter().map(|variable| &*variable.name);
        let meant = nearest(&name.text, known);
        QueryError::syntax(
            name.span,
            ErrorDetail::UndefinedVariable,
            format!("nothing here is called `{}`", name.text),
        )
        .meaning(meant)
    }

    fn name_ix(&mut self, name: &str) -> NameIx {
        self.program.names.intern(name)
    }

    /// The name of a label, type or property; one that the graph does not know is noticed.
    fn known_name(&mut self, name: &Name, what: &str, known: &[Arc<str>]) -> NameIx {
        if !known.is_empty() && !known.contains(&name.text) {
            let meant = nearest(&name.text, known.iter().map(|known| &**known));
            let message = format!("there is no {what} `{}`, so it matches nothing", name.text);
            self.notices.push(
                QueryError::at(
                    name.span,
                    ErrorClass::Argument,
                    ErrorDetail::InvalidArgumentValue,
                    message,
                )
                .meaning(meant),
            );
        }
        self.name_ix(&name.text)
    }
}

/// Takes apart what must hold all together.
fn conjuncts(filter: Ex, all: &mut Vec<Ex>) {
    match filter {
        Ex::Binary(super::ast::Operator::And, left, right) => {
            conjuncts(*left, all);
            conjuncts(*right, all);
        }
        other => all.push(other),
    }
}

fn composition(span: Span, message: &str) -> QueryError {
    QueryError::syntax(span, ErrorDetail::InvalidClauseComposition, message)
}

fn different_columns(span: Span, first: &[Arc<str>], second: &[Arc<str>]) -> QueryError {
    let listed = |columns: &[Arc<str>]| columns.join(", ");
    QueryError::syntax(
        span,
        ErrorDetail::DifferentColumnsInUnion,
        format!(
            "both sides of a UNION give the same columns in the same order, and these give {} and {}",
            listed(first),
            listed(second)
        ),
    )
}
