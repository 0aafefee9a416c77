//! Parser: tokens as a tree, by recursive descent, expressions by the strength of their operators.

mod atom;
mod clause;
mod expression;
mod pattern;
mod text;

use std::sync::Arc;

use super::{
    ErrorClass,
    ast::{Name, Statement},
    error::{ErrorDetail, QueryError, Span},
    lexer::{Kind, Token, tokens},
    nearest::nearest,
};

type Parsed<T> = Result<T, QueryError>;

/// How deep brackets and clauses can be nested, and how long a chain of operators can be: whatever
/// walks the tree does so recursively.
const DEEPEST: usize = 60;
const LONGEST_CHAIN: usize = 250;

/// The tree of a query's text.
pub(crate) fn parse(text: &str) -> Parsed<Statement> {
    let tokens = tokens(text)?;
    let mut parser = Parser {
        text,
        tokens: &tokens,
        at: 0,
        depth: 0,
    };
    parser.whole()
}

/// The words that name clauses and operators and so cannot name a variable.
pub(crate) const RESERVED: [&str; 43] = [
    "ALL",
    "AND",
    "AS",
    "ASC",
    "ASCENDING",
    "BY",
    "CASE",
    "CONTAINS",
    "CREATE",
    "DELETE",
    "DESC",
    "DESCENDING",
    "DETACH",
    "DISTINCT",
    "ELSE",
    "END",
    "ENDS",
    "EXISTS",
    "FALSE",
    "IN",
    "IS",
    "LIMIT",
    "MATCH",
    "MERGE",
    "NOT",
    "NULL",
    "ON",
    "OPTIONAL",
    "OR",
    "ORDER",
    "REMOVE",
    "RETURN",
    "SET",
    "SKIP",
    "STARTS",
    "THEN",
    "TRUE",
    "UNION",
    "UNWIND",
    "WHEN",
    "WHERE",
    "WITH",
    "XOR",
];

struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Token {
        self.ahead(0)
    }

    fn ahead(&self, by: usize) -> Token {
        let last = Token {
            kind: Kind::End,
            span: Span::new(self.text.len(), self.text.len()),
        };
        self.tokens.get(self.at + by).copied().unwrap_or(last)
    }

    fn next(&mut self) -> Token {
        let token = self.peek();
        self.at = (self.at + 1).min(self.tokens.len());
        token
    }

    /// Where the token before this one ends.
    fn end_of_last(&self) -> usize {
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        last.map_or(0, |token| token.span.end)
    }

    fn since(&self, start: Span) -> Span {
        Span::new(start.start, self.end_of_last())
    }

    fn words(&self, token: Token) -> &'a str {
        token.span.of(self.text)
    }

    fn is_sign_at(&self, by: usize, sign: &str) -> bool {
        self.ahead(by).kind_is_sign(sign)
    }

    fn is_sign(&self, sign: &str) -> bool {
        self.is_sign_at(0, sign)
    }

    fn is_word_at(&self, by: usize, word: &str) -> bool {
        let token = self.ahead(by);
        token.kind == Kind::Word && self.words(token).eq_ignore_ascii_case(word)
    }

    fn is_word(&self, word: &str) -> bool {
        self.is_word_at(0, word)
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.is_sign(sign);
        self.at += usize::from(found);
        found
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    fn expect_sign(&mut self, sign: &str) -> Parsed<Span> {
        let token = self.peek();
        if self.take_sign(sign) {
            return Ok(token.span);
        }
        Err(self.unexpected(&format!("`{sign}`"), &[]))
    }

    fn expect_word(&mut self, word: &'static str) -> Parsed<Span> {
        let token = self.peek();
        if self.take_word(word) {
            return Ok(token.span);
        }
        Err(self.unexpected(word, &[word]))
    }

    /// The error of a token that cannot stand here; a misspelt word is told by those it could be.
    fn unexpected(&self, expected: &str, words: &[&str]) -> QueryError {
        let token = self.peek();
        let found = match token.kind {
            Kind::End => "the end of the query".to_owned(),
            _ => format!("`{}`", self.words(token)),
        };
        let meant = match token.kind {
            Kind::Word => nearest(self.words(token), words.iter().copied()),
            _ => None,
        };
        QueryError::syntax(
            token.span,
            ErrorDetail::UnexpectedSyntax,
            format!("found {found}, expected {expected}"),
        )
        .meaning(meant)
    }

    /// A name of any sort: labels, types and properties can be called what they like.
    fn name(&mut self, what: &str) -> Parsed<Name> {
        let token = self.peek();
        match token.kind {
            Kind::Word | Kind::Quoted => {
                self.next();
                Ok(self.name_of(token))
            }
            _ => Err(self.unexpected(what, &[])),
        }
    }

    fn name_of(&self, token: Token) -> Name {
        let written = self.words(token);
        let text: Arc<str> = match token.kind {
            Kind::Word => written.into(),
            Kind::Parameter => unquoted(written.get(1..).unwrap_or_default()).into(),
            _ => unquoted(written).into(),
        };
        Name {
            text,
            span: token.span,
        }
    }

    /// A variable: a name that is no word of the language.
    fn variable(&mut self) -> Parsed<Name> {
        if self.at_variable() {
            return self.name("a variable");
        }
        Err(self.unexpected("a variable", &[]))
    }

    fn at_variable(&self) -> bool {
        let token = self.peek();
        match token.kind {
            Kind::Quoted => true,
            Kind::Word => !is_reserved(self.words(token)),
            _ => false,
        }
    }

    /// Goes one level deeper, if that is not too deep.
    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEEPEST {
            return Err(QueryError::at(
                self.peek().span,
                ErrorClass::Limit,
                ErrorDetail::TooLarge,
                format!(
                    "brackets are nested more than {DEEPEST} deep here; take the query apart by WITH"
                ),
            ));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    fn check_chain(&self, length: usize) -> Parsed<()> {
        if length <= LONGEST_CHAIN {
            return Ok(());
        }
        Err(QueryError::at(
            self.peek().span,
            ErrorClass::Limit,
            ErrorDetail::TooLarge,
            format!(
                "here are more than {LONGEST_CHAIN} operators or patterns in a row; a list and IN can stand for many"
            ),
        ))
    }
}

impl Token {
    fn kind_is_sign(self, sign: &str) -> bool {
        matches!(self.kind, Kind::Sign(found) if found == sign)
    }
}

fn is_reserved(word: &str) -> bool {
    RESERVED
        .iter()
        .any(|reserved| word.eq_ignore_ascii_case(reserved))
}

fn unquoted(name: &str) -> String {
    let inner = name
        .strip_prefix('`')
        .and_then(|name| name.strip_suffix('`'));
    inner.unwrap_or(name).replace("``", "`")
}
