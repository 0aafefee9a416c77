//! Operands: literals, names, brackets, CASE, functions, comprehensions, EXISTS.

use crate::query::{
    ast::{
        Case, Clause, Comprehension, Expr, ExprKind, FunctionCall, Match, PatternComprehension,
        Quantifier, Statement,
    },
    error::{ErrorDetail, QueryError, Span},
    lexer::{Kind, Token, too_large},
};

use super::{Parsed, Parser, is_reserved, text::unescaped};

impl Parser<'_> {
    pub(super) fn atom(&mut self) -> Parsed<Expr> {
        let token = self.peek();
        let kind = match token.kind {
            Kind::Integer(number) => {
                self.next();
                ExprKind::Integer(i64::try_from(number).map_err(|_| too_large(token.span))?)
            }
            Kind::Float(number) => {
                self.next();
                ExprKind::Float(number)
            }
            Kind::NoNumber => {
                let message = format!("{} is no number", self.words(token));
                return Err(QueryError::syntax(
                    token.span,
                    ErrorDetail::InvalidNumberLiteral,
                    message,
                ));
            }
            Kind::Text => {
                self.next();
                ExprKind::Text(unescaped(self.words(token), token.span)?.into())
            }
            Kind::Parameter => {
                self.next();
                ExprKind::Parameter(self.name_of(token))
            }
            Kind::Sign("(") => return self.bracketed(token.span),
            Kind::Sign("[") => self.list()?,
            Kind::Sign("{") => self.map()?,
            Kind::Word | Kind::Quoted => self.named(token)?,
            Kind::Sign(_) | Kind::End => return Err(self.unexpected("an expression", &[])),
        };
        Ok(Expr::new(kind, self.since(token.span)))
    }

    fn bracketed(&mut self, start: Span) -> Parsed<Expr> {
        if self.at_pattern() {
            let pattern = self.pattern_of_path(None)?;
            let span = pattern.span;
            return Ok(Expr::new(ExprKind::Pattern(Box::new(pattern)), span));
        }
        self.next();
        let inner = self.expression()?;
        self.expect_sign(")")?;
        Ok(Expr {
            span: self.since(start),
            ..inner
        })
    }

    fn named(&mut self, token: Token) -> Parsed<ExprKind> {
        if token.kind == Kind::Word
            && let Some(kind) = self.word(token)?
        {
            return Ok(kind);
        }
        let called = self.calls_function();
        if called {
            return self.function();
        }
        if token.kind == Kind::Word && is_reserved(self.words(token)) {
            return Err(self.unexpected("an expression", &[]));
        }
        self.next();
        Ok(ExprKind::Variable(self.name_of(token)))
    }

    /// Whatever begins with a word of the language.
    fn word(&mut self, token: Token) -> Parsed<Option<ExprKind>> {
        let word = self.words(token).to_ascii_lowercase();
        let literal = match word.as_str() {
            "null" => Some(ExprKind::Null),
            "true" => Some(ExprKind::Boolean(true)),
            "false" => Some(ExprKind::Boolean(false)),
            "case" => return self.case().map(Some),
            "exists" if self.is_sign_at(1, "{") => {
                return self.nested(Self::exists).map(Some);
            }
            "all" | "any" | "none" | "single" if self.is_sign_at(1, "(") => {
                return self.quantifier(&word);
            }
            "count" if self.is_sign_at(1, "(") && self.is_sign_at(2, "*") => {
                let name = self.name_of(token);
                self.at += 3;
                self.expect_sign(")")?;
                return Ok(Some(ExprKind::Call(Box::new(FunctionCall {
                    name,
                    distinct: false,
                    star: true,
                    arguments: Vec::new(),
                }))));
            }
            _ => None,
        };
        if literal.is_some() {
            self.next();
        }
        Ok(literal)
    }

    /// Whether a name with dots and then a bracket follows.
    fn calls_function(&self) -> bool {
        let mut by = 1;
        while self.is_sign_at(by, ".")
            && matches!(self.ahead(by + 1).kind, Kind::Word | Kind::Quoted)
        {
            by += 2;
        }
        self.is_sign_at(by, "(")
    }

    fn function(&mut self) -> Parsed<ExprKind> {
        let mut name = self.name("the name of a function")?;
        while self.take_sign(".") {
            let more = self.name("the rest of the function's name")?;
            name.text = format!("{}.{}", name.text, more.text).into();
            name.span = name.span.to(more.span);
        }
        self.expect_sign("(")?;
        let distinct = self.take_word("DISTINCT");
        let arguments = self.list_until(")")?;
        Ok(ExprKind::Call(Box::new(FunctionCall {
            name,
            distinct,
            star: false,
            arguments,
        })))
    }

    /// Expressions with commas between them, and the sign that ends them.
    pub(super) fn list_until(&mut self, end: &str) -> Parsed<Vec<Expr>> {
        let mut items = Vec::new();
        if self.take_sign(end) {
            return Ok(items);
        }
        loop {
            items.push(self.expression()?);
            if !self.take_sign(",") {
                if !self.is_sign(end) {
                    return Err(self.unexpected(&format!("`,` or `{end}`"), &[]));
                }
                self.next();
                return Ok(items);
            }
        }
    }

    fn list(&mut self) -> Parsed<ExprKind> {
        self.next();
        let names_path = self.at_variable() && self.is_sign_at(1, "=") && self.is_pattern_at(2);
        if names_path || self.at_pattern() {
            return self.pattern_comprehension();
        }
        if self.at_variable() && self.is_word_at(1, "IN") {
            let before = self.at;
            let comprehension = self.comprehension()?;
            let plain = comprehension.filter.is_none() && comprehension.result.is_none();
            if !(plain && self.is_sign(",")) {
                self.expect_sign("]")?;
                return Ok(ExprKind::Comprehension(Box::new(comprehension)));
            }
            // `[x IN list, y]` is a list whose first item is a boolean.
            self.at = before;
        }
        self.list_until("]").map(ExprKind::List)
    }

    fn comprehension(&mut self) -> Parsed<Comprehension> {
        let variable = self.variable()?;
        self.expect_word("IN")?;
        let list = self.expression()?;
        let filter = self.filter()?;
        let result = if self.take_sign("|") {
            Some(self.expression()?)
        } else {
            None
        };
        Ok(Comprehension {
            variable,
            list,
            filter,
            result,
        })
    }

    fn pattern_comprehension(&mut self) -> Parsed<ExprKind> {
        let variable = if self.at_variable() {
            let name = self.variable()?;
            self.expect_sign("=")?;
            Some(name)
        } else {
            None
        };
        let pattern = self.pattern_of_path(variable)?;
        let filter = self.filter()?;
        self.expect_sign("|")?;
        let result = self.expression()?;
        self.expect_sign("]")?;
        Ok(ExprKind::PatternComprehension(Box::new(
            PatternComprehension {
                pattern,
                filter,
                result,
            },
        )))
    }

    fn quantifier(&mut self, word: &str) -> Parsed<Option<ExprKind>> {
        let quantifier = match word {
            "all" => Quantifier::All,
            "any" => Quantifier::Any,
            "none" => Quantifier::None,
            _ => Quantifier::Single,
        };
        self.at += 2;
        let comprehension = self.comprehension()?;
        self.expect_sign(")")?;
        Ok(Some(ExprKind::Quantifier(
            quantifier,
            Box::new(comprehension),
        )))
    }

    pub(super) fn map(&mut self) -> Parsed<ExprKind> {
        self.expect_sign("{")?;
        let mut entries = Vec::new();
        if !self.take_sign("}") {
            loop {
                let name = self.name("the name of an entry")?;
                self.expect_sign(":")?;
                entries.push((name, self.expression()?));
                if !self.take_sign(",") {
                    if !self.is_sign("}") {
                        return Err(self.unexpected("`,` or `}`", &[]));
                    }
                    self.next();
                    break;
                }
            }
        }
        Ok(ExprKind::Map(entries))
    }

    fn case(&mut self) -> Parsed<ExprKind> {
        self.next();
        let subject = if self.is_word("WHEN") {
            None
        } else {
            Some(self.expression()?)
        };
        let mut arms = Vec::new();
        while self.take_word("WHEN") {
            let when = self.expression()?;
            self.expect_word("THEN")?;
            arms.push((when, self.expression()?));
        }
        if arms.is_empty() {
            return Err(self.unexpected("WHEN", &["WHEN"]));
        }
        let otherwise = if self.take_word("ELSE") {
            Some(self.expression()?)
        } else {
            None
        };
        self.expect_word("END")?;
        Ok(ExprKind::Case(Box::new(Case {
            subject,
            arms,
            otherwise,
        })))
    }

    /// A query in an expression: there is no place for a clause that writes.
    fn statement_inside(&mut self) -> Parsed<Statement> {
        self.statement().map_err(|error| match error.detail() {
            ErrorDetail::Write => QueryError::syntax(
                error.span().unwrap_or_default(),
                ErrorDetail::InvalidClauseComposition,
                "a query in EXISTS only reads",
            ),
            _ => error,
        })
    }

    fn exists(&mut self) -> Parsed<ExprKind> {
        self.at += 2;
        let is_pattern = self.is_sign("(") || (self.at_variable() && self.is_sign_at(1, "="));
        let statement = if is_pattern {
            let mut patterns = vec![self.pattern()?];
            while self.take_sign(",") {
                patterns.push(self.pattern()?);
                self.check_chain(patterns.len())?;
            }
            let clause = Clause::Match(Match {
                optional: false,
                patterns,
                filter: self.filter()?,
            });
            Statement {
                parts: vec![vec![clause]],
                union_all: true,
                unions: Vec::new(),
            }
        } else {
            self.statement_inside()?
        };
        self.expect_sign("}")?;
        Ok(ExprKind::Exists(Box::new(statement)))
    }
}
