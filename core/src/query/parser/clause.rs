//! Clauses: MATCH, UNWIND, WITH, RETURN, CALL, and the unions of what they give.

use crate::query::{
    ast::{Call, Clause, Item, Match, Projection, Statement, Yields},
    error::{ErrorClass, ErrorDetail, QueryError},
    lexer::Kind,
};

use super::{Parsed, Parser};

/// The words a clause can begin with.
const CLAUSES: [&str; 6] = ["MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL"];

/// Clauses that change a graph, which none here may.
const WRITES: [&str; 9] = [
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "LOAD",
];

impl Parser<'_> {
    pub(super) fn whole(&mut self) -> Parsed<Statement> {
        if self.peek().kind == Kind::End {
            let expected = "a query; it begins with MATCH, UNWIND, WITH, RETURN or CALL";
            return Err(self.unexpected(expected, &CLAUSES));
        }
        let statement = self.statement()?;
        self.take_sign(";");
        if self.peek().kind != Kind::End {
            return Err(self.not_a_clause());
        }
        Ok(statement)
    }

    /// Clauses and unions up to whatever is none.
    pub(super) fn statement(&mut self) -> Parsed<Statement> {
        let mut statement = Statement {
            parts: vec![self.part()?],
            union_all: false,
            unions: Vec::new(),
        };
        while self.is_word("UNION") {
            let span = self.next().span;
            let all = self.take_word("ALL");
            let first = statement.unions.is_empty();
            if !first && all != statement.union_all {
                return Err(QueryError::syntax(
                    span,
                    ErrorDetail::InvalidClauseComposition,
                    "UNION and UNION ALL cannot be mixed in one query",
                ));
            }
            statement.union_all = all;
            statement.unions.push(span);
            statement.parts.push(self.part()?);
        }
        Ok(statement)
    }

    fn part(&mut self) -> Parsed<Vec<Clause>> {
        let mut clauses = Vec::new();
        loop {
            let clause = if self.is_word("MATCH") || self.is_word("OPTIONAL") {
                Clause::Match(self.match_clause()?)
            } else if self.take_word("UNWIND") {
                let list = self.expression()?;
                self.expect_word("AS")?;
                Clause::Unwind {
                    list,
                    variable: self.variable()?,
                }
            } else if self.is_word("WITH") {
                Clause::With(self.projection(true)?)
            } else if self.is_word("RETURN") {
                Clause::Return(self.projection(false)?)
            } else if self.is_word("CALL") {
                Clause::Call(self.call()?)
            } else {
                break;
            };
            clauses.push(clause);
        }
        if clauses.is_empty() {
            return Err(self.not_a_clause());
        }
        if self.at_write() {
            return Err(self.not_a_clause());
        }
        Ok(clauses)
    }

    fn at_write(&self) -> bool {
        WRITES.iter().any(|word| self.is_word(word))
    }

    fn not_a_clause(&self) -> QueryError {
        if self.at_write() {
            let token = self.peek();
            let word = self.words(token).to_ascii_uppercase();
            return QueryError::at(
                token.span,
                ErrorClass::Refused,
                ErrorDetail::Write,
                format!(
                    "{word} would change the map, and a query only reads it; change the map by hand"
                ),
            );
        }
        let words: Vec<&str> = CLAUSES
            .into_iter()
            .chain(["WHERE", "ORDER", "SKIP", "LIMIT", "UNION", "AS"])
            .collect();
        self.unexpected(
            "MATCH, UNWIND, WITH, RETURN, CALL or the end of the query",
            &words,
        )
    }

    fn match_clause(&mut self) -> Parsed<Match> {
        let optional = self.take_word("OPTIONAL");
        self.expect_word("MATCH")?;
        let mut patterns = vec![self.pattern()?];
        while self.take_sign(",") {
            patterns.push(self.pattern()?);
            self.check_chain(patterns.len())?;
        }
        Ok(Match {
            optional,
            patterns,
            filter: self.filter()?,
        })
    }

    pub(super) fn filter(&mut self) -> Parsed<Option<super::super::ast::Expr>> {
        if self.take_word("WHERE") {
            return self.expression().map(Some);
        }
        Ok(None)
    }

    fn projection(&mut self, is_with: bool) -> Parsed<Projection> {
        let start = self.next().span;
        let mut projection = Projection {
            distinct: self.take_word("DISTINCT"),
            star: self.take_sign("*"),
            items: Vec::new(),
            order: Vec::new(),
            skip: None,
            limit: None,
            filter: None,
            span: start,
        };
        let more = !projection.star || self.take_sign(",");
        if more {
            projection.items.push(self.item()?);
            while self.take_sign(",") {
                projection.items.push(self.item()?);
            }
        }
        projection.span = self.since(start);
        if self.take_word("ORDER") {
            self.expect_word("BY")?;
            projection.order.push(self.sort_key()?);
            while self.take_sign(",") {
                projection.order.push(self.sort_key()?);
            }
        }
        if self.take_word("SKIP") {
            projection.skip = Some(self.expression()?);
        }
        if self.take_word("LIMIT") {
            projection.limit = Some(self.expression()?);
        }
        if is_with {
            projection.filter = self.filter()?;
        }
        Ok(projection)
    }

    fn item(&mut self) -> Parsed<Item> {
        let value = self.expression()?;
        let alias = if self.take_word("AS") {
            Some(self.variable()?)
        } else {
            None
        };
        Ok(Item { value, alias })
    }

    /// An expression to sort by, and whether downwards.
    fn sort_key(&mut self) -> Parsed<(super::super::ast::Expr, bool)> {
        let key = self.expression()?;
        let descending = self.take_word("DESC") || self.take_word("DESCENDING");
        if !descending {
            let _ = self.take_word("ASC") || self.take_word("ASCENDING");
        }
        Ok((key, descending))
    }

    fn call(&mut self) -> Parsed<Call> {
        let start = self.next().span;
        let mut name = self.name("the name of a procedure")?;
        while self.take_sign(".") {
            let more = self.name("the rest of the procedure's name")?;
            name.text = format!("{}.{}", name.text, more.text).into();
            name.span = name.span.to(more.span);
        }
        let arguments = if self.take_sign("(") {
            Some(self.list_until(")")?)
        } else {
            None
        };
        let span = self.since(start);
        let yields = self.yields()?;
        let filter = match yields {
            Yields::Unsaid => None,
            _ => self.filter()?,
        };
        Ok(Call {
            name,
            arguments,
            yields,
            filter,
            span,
        })
    }

    fn yields(&mut self) -> Parsed<Yields> {
        if !self.take_word("YIELD") {
            return Ok(Yields::Unsaid);
        }
        if self.take_sign("*") {
            return Ok(Yields::Everything);
        }
        if self.take_sign("-") {
            return Ok(Yields::Columns(Vec::new()));
        }
        let mut columns = Vec::new();
        loop {
            let column = self.name("a column of the procedure")?;
            let alias = if self.take_word("AS") {
                Some(self.variable()?)
            } else {
                None
            };
            columns.push((column, alias));
            if !self.take_sign(",") {
                return Ok(Yields::Columns(columns));
            }
        }
    }
}
