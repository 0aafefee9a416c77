//! Where a caret stands: what the tokens before it say.

use std::sync::Arc;

use crate::query::{
    error::Span,
    lexer::{Kind, Token, tokens},
    parser::RESERVED,
};

/// What belongs at the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Label,
    Type,
    Property,
    /// The inside of a string that the named property is compared with, and its quote.
    Text(String, char),
    Procedure,
    /// A column of the named procedure.
    Column(String),
    /// A new name, which nobody can guess.
    Name,
    Variable,
    Expression,
    /// The beginning of the query.
    Clause,
    /// Behind an operand in a clause that begins with this word.
    After(&'static str),
}

/// Where the caret stands, and what is typed there already.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) place: Place,
    pub(super) typed: &'a str,
    /// Where what is typed begins.
    pub(super) from: usize,
    pub(super) variables: Vec<Arc<str>>,
}

impl<'a> Context<'a> {
    /// The context at the end of this text.
    pub(super) fn at(before: &'a str) -> Self {
        let (closed, open) = open_string(before);
        let tokens = read(closed);
        let reader = Reader {
            text: before,
            tokens: &tokens,
        };
        if let Some((start, quote)) = open {
            return Self {
                place: Place::Text(reader.compared(), quote),
                typed: before.get(start + 1..).unwrap_or_default(),
                from: start + 1,
                variables: Vec::new(),
            };
        }
        let touched = tokens
            .last()
            .filter(|token| token.kind == Kind::Word && token.span.end == before.len());
        let (typed, rest) = match touched {
            Some(token) => (token.span, tokens.len() - 1),
            None => (Span::new(before.len(), before.len()), tokens.len()),
        };
        let reader = Reader {
            text: before,
            tokens: tokens.get(..rest).unwrap_or_default(),
        };
        let (place, from) = reader.place(typed.start);
        Self {
            place,
            typed: before.get(from..).unwrap_or_default(),
            from,
            variables: reader.variables(),
        }
    }
}

/// The text up to a string that has no end, and where that begins.
fn open_string(text: &str) -> (&str, Option<(usize, char)>) {
    let mut open: Option<(usize, char)> = None;
    let mut letters = text.char_indices();
    while let Some((at, c)) = letters.next() {
        match open {
            Some((_, '\'' | '"')) if c == '\\' => drop(letters.next()),
            Some((_, quote)) if c == quote => open = None,
            None if matches!(c, '\'' | '"' | '`') => open = Some((at, c)),
            _ => {}
        }
    }
    let closed = open.map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    (closed, open.filter(|(_, quote)| *quote != '`'))
}

/// The tokens of the text, up to where there is something that is none.
fn read(text: &str) -> Vec<Token> {
    let mut end = text.len();
    loop {
        match tokens(text.get(..end).unwrap_or_default()) {
            Ok(mut all) => {
                all.pop();
                return all;
            }
            Err(error) => match error.span() {
                Some(span) if span.start < end => end = span.start,
                _ => return Vec::new(),
            },
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    /// The token so many before the last, as it is written.
    fn back(&self, by: usize) -> &str {
        self.token(by).map_or("", |token| token.span.of(self.text))
    }

    fn token(&self, by: usize) -> Option<&Token> {
        self.tokens
            .len()
            .checked_sub(by + 1)
            .and_then(|at| self.tokens.get(at))
    }

    /// What belongs behind these tokens, and from where on it is typed.
    fn place(&self, typed_from: usize) -> (Place, usize) {
        if let Some(from) = self.procedure(typed_from) {
            return (Place::Procedure, from);
        }
        (self.place_of_word(), typed_from)
    }

    /// Whether a procedure's name belongs here, and where what is there of it begins.
    fn procedure(&self, typed_from: usize) -> Option<usize> {
        let mut by = 0;
        while self.back(by) == "." && self.token(by + 1).is_some_and(|t| t.kind == Kind::Word) {
            by += 2;
        }
        let is_call = self.back(by).eq_ignore_ascii_case("CALL");
        let first = by.checked_sub(1).and_then(|first| self.token(first));
        is_call.then(|| first.map_or(typed_from, |token| token.span.start))
    }

    fn place_of_word(&self) -> Place {
        let last = self.back(0);
        let Some(token) = self.token(0) else {
            return Place::Clause;
        };
        let bracket = self.bracket();
        match last {
            ":" if bracket == "[" => return Place::Type,
            ":" if bracket == "{" => return Place::Expression,
            ":" => return Place::Label,
            "|" if self.in_types() => return Place::Type,
            "(" | "[" if self.in_pattern() => return Place::Variable,
            "." | "{" => return Place::Property,
            "," if bracket == "{" => return Place::Property,
            _ => {}
        }
        let clause = self.clause();
        let is_operand = match token.kind {
            Kind::Word => !is_word_before_operand(last),
            Kind::Sign(sign) => matches!(sign, ")" | "]" | "}") || (sign == "*" && self.is_star()),
            _ => true,
        };
        match (clause, last) {
            _ if last.eq_ignore_ascii_case("AS") => Place::Name,
            ("YIELD", ",") => Place::Column(self.called()),
            ("YIELD", _) if last.eq_ignore_ascii_case("YIELD") => Place::Column(self.called()),
            ("MATCH", _) if !is_operand && bracket.is_empty() => Place::Name,
            _ if is_operand => Place::After(clause),
            _ => Place::Expression,
        }
    }

    /// A star behind RETURN or WITH is all there is; elsewhere it multiplies.
    fn is_star(&self) -> bool {
        let before = self.back(1);
        ["RETURN", "WITH", "DISTINCT", "YIELD"]
            .iter()
            .any(|word| before.eq_ignore_ascii_case(word))
    }

    /// The innermost bracket that is open.
    fn bracket(&self) -> &str {
        let mut closed = 0_usize;
        for token in self.tokens.iter().rev() {
            match token.kind {
                Kind::Sign(")" | "]" | "}") => closed += 1,
                Kind::Sign(sign @ ("(" | "[" | "{")) => match closed {
                    0 => return sign,
                    _ => closed -= 1,
                },
                _ => {}
            }
        }
        ""
    }

    /// Whether the last bracket is part of a pattern.
    fn in_pattern(&self) -> bool {
        let before = self.back(1);
        let word = |word: &str| before.eq_ignore_ascii_case(word);
        matches!(before, "-" | ">" | "<")
            || (self.clause() == "MATCH" && (word("MATCH") || matches!(before, "," | "=")))
    }

    /// Whether a bar parts the types of a relationship.
    fn in_types(&self) -> bool {
        let mut by = 1;
        while self.token(by).is_some_and(|token| token.kind == Kind::Word)
            && matches!(self.back(by + 1), "|" | ":")
        {
            if self.back(by + 1) == ":" {
                return self.bracket() == "[";
            }
            by += 2;
        }
        false
    }

    /// The word that begins the clause.
    fn clause(&self) -> &'static str {
        const CLAUSES: [&str; 7] = [
            "MATCH", "WHERE", "WITH", "RETURN", "UNWIND", "CALL", "YIELD",
        ];
        for (turn, token) in self.tokens.iter().enumerate().rev() {
            if token.kind != Kind::Word {
                continue;
            }
            let word = token.span.of(self.text);
            let is_operator = word.eq_ignore_ascii_case("WITH")
                && turn
                    .checked_sub(1)
                    .and_then(|before| self.tokens.get(before))
                    .is_some_and(|before| {
                        let before = before.span.of(self.text);
                        before.eq_ignore_ascii_case("STARTS") || before.eq_ignore_ascii_case("ENDS")
                    });
            let found = CLAUSES
                .iter()
                .find(|clause| word.eq_ignore_ascii_case(clause));
            if let Some(clause) = found.filter(|_| !is_operator) {
                return clause;
            }
        }
        ""
    }

    /// The procedure that was called last.
    fn called(&self) -> String {
        let mut calls = self
            .tokens
            .iter()
            .rposition(|token| token.span.of(self.text).eq_ignore_ascii_case("CALL"));
        let mut name = String::new();
        while let Some(token) = calls.and_then(|at| self.tokens.get(at + 1)) {
            let word = token.span.of(self.text);
            if token.kind != Kind::Word && word != "." {
                break;
            }
            name += word;
            calls = calls.map(|at| at + 1);
        }
        name
    }

    /// The property that a string behind these tokens is compared with.
    fn compared(&self) -> String {
        let names = self.tokens.iter().rev().take(8);
        let name = names
            .filter(|token| token.kind == Kind::Word)
            .map(|token| token.span.of(self.text));
        let operators = ["STARTS", "ENDS", "WITH", "CONTAINS", "IN", "NOT"];
        let mut name = name.filter(|word| !operators.iter().any(|o| word.eq_ignore_ascii_case(o)));
        name.next().unwrap_or("statement").to_owned()
    }

    /// Names that stand where variables are made: in patterns, behind AS, before IN.
    fn variables(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> = Vec::new();
        for (turn, token) in self.tokens.iter().enumerate() {
            let word = token.span.of(self.text);
            if token.kind != Kind::Word || RESERVED.iter().any(|r| word.eq_ignore_ascii_case(r)) {
                continue;
            }
            let around = |by: isize| {
                let at = turn.checked_add_signed(by);
                at.and_then(|at| self.tokens.get(at))
                    .map_or("", |token| token.span.of(self.text))
            };
            let in_pattern =
                matches!(around(-1), "(" | "[") && matches!(around(1), ")" | ":" | "{" | "]" | "*");
            let names_path = around(1) == "=" && around(2) == "(";
            let made =
                around(-1).eq_ignore_ascii_case("AS") || around(1).eq_ignore_ascii_case("IN");
            let yielded = self.clause_at(turn) == "YIELD" && around(-1) != "." && around(1) != ".";
            if (in_pattern || names_path || made || yielded)
                && !names.iter().any(|known| **known == *word)
            {
                names.push(word.into());
            }
        }
        names
    }

    fn clause_at(&self, turn: usize) -> &'static str {
        let before = Reader {
            text: self.text,
            tokens: self.tokens.get(..turn).unwrap_or_default(),
        };
        before.clause()
    }
}

/// Whether an operand belongs behind this word.
fn is_word_before_operand(word: &str) -> bool {
    let operands = [
        "END",
        "NULL",
        "TRUE",
        "FALSE",
        "ASC",
        "DESC",
        "ASCENDING",
        "DESCENDING",
    ];
    let is = |words: &[&str]| words.iter().any(|other| word.eq_ignore_ascii_case(other));
    (is(&RESERVED) || is(&["YIELD", "CALL"])) && !is(&operands)
}
