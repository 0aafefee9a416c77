//! What is wrong with a query: where, what was found, what was expected, and the nearest name.

use std::fmt::{self, Write as _};

/// A stretch of a query's text, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends; the byte there is not part of it.
    pub end: usize,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub(crate) fn to(self, other: Self) -> Self {
        Self::new(self.start, other.end.max(self.start))
    }

    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The sort of error as openCypher's conformance kit names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorClass {
    /// The text breaks a rule of the language.
    Syntax,
    /// A value is of the wrong type.
    Type,
    /// A value is out of range.
    Argument,
    /// A calculation has no result.
    Arithmetic,
    /// A parameter has no value.
    ParameterMissing,
    /// A procedure is unknown or called wrongly.
    Procedure,
    /// The language has it, but not here: writing, or one of the listed exclusions.
    Refused,
    /// The query went past its budget or the limits on its size.
    Limit,
}

impl ErrorClass {
    /// Its name in the conformance kit.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "SyntaxError",
            Self::Type => "TypeError",
            Self::Argument => "ArgumentError",
            Self::Arithmetic => "ArithmeticError",
            Self::ParameterMissing => "ParameterMissing",
            Self::Procedure => "ProcedureError",
            Self::Refused => "Refused",
            Self::Limit => "Limit",
        }
    }
}

macro_rules! details {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What exactly is wrong, as openCypher's conformance kit names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ErrorDetail {
            $($(#[$doc])* $name,)+
        }

        impl ErrorDetail {
            /// Its name in the conformance kit.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)+
                }
            }
        }
    };
}

details! {
    /// A word or sign that cannot stand there.
    UnexpectedSyntax,
    /// A number that is none.
    InvalidNumberLiteral,
    /// A `\u` without four hexadecimal digits.
    InvalidUnicodeLiteral,
    /// A sign that no query has.
    InvalidUnicodeCharacter,
    /// A whole number too large.
    IntegerOverflow,
    /// A number with a fraction too large.
    FloatingPointOverflow,
    /// A variable that nothing has named.
    UndefinedVariable,
    /// A name that is given twice.
    VariableAlreadyBound,
    /// A variable used as two sorts of thing.
    VariableTypeConflict,
    /// An aggregation where none can stand.
    InvalidAggregation,
    /// An aggregation mixed with what is not grouped by.
    AmbiguousAggregationExpression,
    /// An aggregation of an aggregation.
    NestedAggregation,
    /// A value that must not change from row to row.
    NonConstantExpression,
    /// A value of the wrong type.
    InvalidArgumentType,
    /// A value out of the question.
    InvalidArgumentValue,
    /// A number below zero.
    NegativeIntegerArgument,
    /// A number out of range.
    NumberOutOfRange,
    /// Clauses in an order that cannot be.
    InvalidClauseComposition,
    /// Unions of different columns.
    DifferentColumnsInUnion,
    /// Two columns of one name.
    ColumnNameConflict,
    /// A value that needs a name.
    NoExpressionAlias,
    /// Everything asked for, and there is nothing.
    NoVariablesInScope,
    /// No such function.
    UnknownFunction,
    /// A parameter where none can stand.
    InvalidParameterUse,
    /// A relationship named twice in a pattern.
    RelationshipUniquenessViolation,
    /// A pattern that cannot be.
    InvalidRelationshipPattern,
    /// Too few or too many arguments.
    InvalidNumberOfArguments,
    /// Arguments left out where they must be given.
    InvalidArgumentPassingMode,
    /// No such procedure.
    ProcedureNotFound,
    /// A parameter without a value.
    MissingParameter,
    /// A list asked for something by what is no number.
    ListElementAccessByNonInteger,
    /// A map asked for something by what is no name.
    MapElementAccessByNonString,
    /// Division by zero of whole numbers.
    DivisionByZero,
    /// A clause that would change the incident.
    Write,
    /// A part of the language that this one leaves out.
    NotSupported,
    /// More than the language here can hold.
    TooLarge,
    /// More steps than the budget has.
    OutOfSteps,
    /// More rows than the budget has.
    OutOfRows,
    /// More memory than the budget has.
    OutOfMemory,
    /// Something that should not happen.
    Internal,
}

/// What is wrong with a query. It is small, since whatever reads or runs a query hands one on or a
/// result of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError(Box<Wrong>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wrong {
    class: ErrorClass,
    detail: ErrorDetail,
    span: Option<Span>,
    message: String,
    meant: Option<String>,
    at_runtime: bool,
}

impl QueryError {
    // Kept in one place, as the next two are: errors are made at a hundred places of the page.
    #[cold]
    #[inline(never)]
    pub(crate) fn at(
        span: Span,
        class: ErrorClass,
        detail: ErrorDetail,
        message: impl Into<String>,
    ) -> Self {
        Self(Box::new(Wrong {
            class,
            detail,
            span: Some(span),
            message: message.into(),
            meant: None,
            at_runtime: false,
        }))
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn syntax(span: Span, detail: ErrorDetail, message: impl Into<String>) -> Self {
        Self::at(span, ErrorClass::Syntax, detail, message)
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn running(
        class: ErrorClass,
        detail: ErrorDetail,
        message: impl Into<String>,
    ) -> Self {
        let mut error = Self::at(Span::default(), class, detail, message);
        error.0.span = None;
        error.0.at_runtime = true;
        error
    }

    /// One that shows before the first step.
    pub(crate) fn before_running(mut self) -> Self {
        self.0.at_runtime = false;
        self
    }

    pub(crate) fn meaning(mut self, meant: Option<&str>) -> Self {
        self.0.meant = meant.map(str::to_owned);
        self
    }

    /// The sort of error.
    pub fn class(&self) -> ErrorClass {
        self.0.class
    }

    /// What exactly is wrong.
    pub fn detail(&self) -> ErrorDetail {
        self.0.detail
    }

    /// Where in the text, if it can be said.
    pub fn span(&self) -> Option<Span> {
        self.0.span
    }

    /// What was found and what was expected.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The name or word that was perhaps meant, to stand where the error is.
    pub fn meant(&self) -> Option<&str> {
        self.0.meant.as_deref()
    }

    /// The text with what was perhaps meant where the error is.
    ///
    /// ```
    /// use whyweb_core::query::{Schema, prepare};
    /// let text = "MATCH (f:Factor) RETRUN f";
    /// let error = prepare(text, &Schema::default()).unwrap_err();
    /// assert_eq!(error.mended(text).as_deref(), Some("MATCH (f:Factor) RETURN f"));
    /// ```
    pub fn mended(&self, text: &str) -> Option<String> {
        let (span, meant) = self.0.span.zip(self.meant())?;
        let (before, after) = (text.get(..span.start)?, text.get(span.end..)?);
        Some(format!("{before}{meant}{after}"))
    }

    /// Whether it showed only while the query ran.
    pub fn is_at_runtime(&self) -> bool {
        self.0.at_runtime
    }

    /// The line and column of the place, both from 1; columns count characters.
    pub fn place(&self, text: &str) -> Option<(usize, usize)> {
        let before = text.get(..self.0.span?.start.min(text.len()))?;
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        let column = before.get(line_start..)?.chars().count() + 1;
        Some((line, column))
    }

    /// The error with the line it stands in and a caret under the place.
    ///
    /// ```
    /// use whyweb_core::query::{Schema, prepare};
    /// let text = "MATCH (n:Factor) RETURN m";
    /// let error = prepare(text, &Schema::default()).unwrap_err();
    /// assert!(error.shown(text).contains("1 | MATCH (n:Factor) RETURN m"));
    /// ```
    pub fn shown(&self, text: &str) -> String {
        let mut shown = self.to_string();
        let Some(((line, column), span)) = self.place(text).zip(self.0.span) else {
            return shown;
        };
        let words = text.lines().nth(line - 1).unwrap_or_default();
        let left = words.chars().count().saturating_sub(column - 1);
        let wide = span.of(text).lines().next().unwrap_or_default();
        let wide = wide.chars().count().clamp(1, left.max(1));
        let number = line.to_string();
        // Writing to a string cannot fail.
        let _ = write!(
            shown,
            "\n{number} | {words}\n{:gutter$} | {:indent$}{}",
            "",
            "",
            "^".repeat(wide),
            gutter = number.len(),
            indent = column - 1,
        );
        shown
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)?;
        match &self.0.meant {
            Some(meant) => write!(f, "; did you mean `{meant}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for QueryError {}
