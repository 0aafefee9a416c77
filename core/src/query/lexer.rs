//! Lexer: the text as tokens. Words are told from names by the parser, because most words of the
//! language can also name something.

use super::error::{ErrorDetail, QueryError, Span};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// A word or a name.
    Word,
    /// A name in backticks, which stands in the text with them.
    Quoted,
    /// A whole number without its sign; the parser checks that it fits with it.
    Integer(u64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// Something that begins like a number and is none; the parser says what is wrong where a number
    /// could stand.
    NoNumber,
    /// A string, which stands in the text with its quotes and escapes.
    Text,
    /// `$name`, with the dollar sign.
    Parameter,
    /// A sign of one character, or `<=`, `>=`, `<>`, `..`, `=~`, `+=`.
    Sign(&'static str),
    /// The end of the text.
    End,
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// The longest text that is read, in bytes.
pub(crate) const LONGEST_QUERY: usize = 64 * 1024;

const SIGNS: [&str; 30] = [
    "<=", ">=", "<>", "..", "=~", "+=", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "|", "+",
    "-", "*", "/", "%", "^", "=", "<", ">", "$", "!", "&", "?",
];

/// The tokens of a text, the last of which is its end.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    if text.len() > LONGEST_QUERY {
        return Err(QueryError::at(
            Span::new(LONGEST_QUERY, LONGEST_QUERY),
            super::ErrorClass::Limit,
            ErrorDetail::TooLarge,
            format!(
                "a query has at most {LONGEST_QUERY} bytes, this one has {}",
                text.len()
            ),
        ));
    }
    let mut lexer = Lexer { text, at: 0 };
    let mut tokens = Vec::new();
    loop {
        let token = lexer.token()?;
        tokens.push(token);
        if token.kind == Kind::End {
            return Ok(tokens);
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn token(&mut self) -> Result<Token, QueryError> {
        self.skip_space()?;
        let start = self.at;
        let kind = self.kind()?;
        Ok(Token {
            kind,
            span: Span::new(start, self.at),
        })
    }

    fn kind(&mut self) -> Result<Kind, QueryError> {
        let rest = self.rest();
        let mut letters = rest.chars();
        let Some(first) = letters.next() else {
            return Ok(Kind::End);
        };
        let second = letters.next().unwrap_or(' ');
        match first {
            c if starts_name(c) => {
                self.at += word(rest);
                Ok(Kind::Word)
            }
            '0'..='9' => self.number(),
            '.' if second.is_ascii_digit() => self.number(),
            '\'' | '"' => self.enclosed(first, true, Kind::Text, "string"),
            '`' => self.enclosed('`', false, Kind::Quoted, "name"),
            '$' if second == '`' => {
                self.at += 1;
                self.enclosed('`', false, Kind::Parameter, "name")
            }
            '$' if second.is_alphanumeric() || second == '_' => {
                self.at += 1;
                self.at += word(self.rest());
                Ok(Kind::Parameter)
            }
            _ => self.sign(first),
        }
    }

    fn sign(&mut self, first: char) -> Result<Kind, QueryError> {
        let rest = self.rest();
        let found = SIGNS.iter().find(|sign| rest.starts_with(**sign));
        if let Some(sign) = found {
            self.at += sign.len();
            return Ok(Kind::Sign(sign));
        }
        let span = Span::new(self.at, self.at + first.len_utf8());
        let detail = if first.is_ascii() {
            ErrorDetail::UnexpectedSyntax
        } else {
            ErrorDetail::InvalidUnicodeCharacter
        };
        let message = match first {
            '—' | '–' | '−' => format!("{first:?} is a dash; write the sign - instead"),
            _ => format!("{first:?} has no meaning here"),
        };
        Err(QueryError::syntax(span, detail, message))
    }

    fn skip_space(&mut self) -> Result<(), QueryError> {
        loop {
            let rest = self.rest();
            let space = rest.len() - rest.trim_start().len();
            self.at += space;
            let rest = self.rest();
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if let Some(comment) = rest.strip_prefix("/*") {
                let Some(length) = comment.find("*/") else {
                    let span = Span::new(self.at, self.at + 2);
                    return Err(unexpected(
                        span,
                        "this comment has no end; write */ after it",
                    ));
                };
                self.at += length + 4;
            } else if space == 0 {
                return Ok(());
            }
        }
    }

    fn enclosed(
        &mut self,
        quote: char,
        escapes: bool,
        kind: Kind,
        what: &str,
    ) -> Result<Kind, QueryError> {
        let start = self.at;
        let mut letters = self.rest().char_indices().skip(1).peekable();
        while let Some((at, c)) = letters.next() {
            if escapes && c == '\\' {
                letters.next();
            } else if c == quote {
                let doubled = !escapes && letters.peek().is_some_and(|(_, next)| *next == quote);
                if !doubled {
                    self.at = start + at + 1;
                    return Ok(kind);
                }
                letters.next();
            }
        }
        let span = Span::new(start, start + 1);
        Err(unexpected(
            span,
            format!("this {what} has no end; write {quote} after it"),
        ))
    }

    fn number(&mut self) -> Result<Kind, QueryError> {
        let rest = self.rest();
        let start = self.at;
        let radix = match rest.get(..2).map(str::to_ascii_lowercase).as_deref() {
            Some("0x") => 16,
            Some("0o") => 8,
            _ => 10,
        };
        let length = if radix == 10 { decimal(rest) } else { 2 };
        let tail = rest.get(length..).unwrap_or_default();
        // Letters right behind a number are part of what was meant to be one.
        let length = length + word(tail);
        self.at += length;
        let span = Span::new(start, self.at);
        let written = span.of(self.text);
        if radix != 10 {
            return integer(written.get(2..).unwrap_or_default(), radix, span);
        }
        if written.bytes().all(|b| b.is_ascii_digit()) {
            return integer(written, 10, span);
        }
        let Ok(number) = written.parse::<f64>() else {
            return Ok(Kind::NoNumber);
        };
        if number.is_infinite() {
            let message = format!("{written} is more than a float can hold");
            return Err(QueryError::syntax(
                span,
                ErrorDetail::FloatingPointOverflow,
                message,
            ));
        }
        Ok(Kind::Float(number))
    }
}

fn integer(digits: &str, radix: u32, span: Span) -> Result<Kind, QueryError> {
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return Ok(Kind::NoNumber);
    }
    u64::from_str_radix(digits, radix)
        .map(Kind::Integer)
        .map_err(|_| too_large(span))
}

/// What is said of a whole number that does not fit.
pub(crate) fn too_large(span: Span) -> QueryError {
    QueryError::syntax(
        span,
        ErrorDetail::IntegerOverflow,
        "integers go from -9223372036854775808 to 9223372036854775807, and this one lies outside",
    )
}

fn unexpected(span: Span, message: impl Into<String>) -> QueryError {
    QueryError::syntax(span, ErrorDetail::UnexpectedSyntax, message)
}

/// The length of a number in decimal, with its fraction and exponent.
fn decimal(text: &str) -> usize {
    let digits = |from: usize| {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or_default();
    let mut at = digits(0);
    if byte(at) == b'.' && byte(at + 1).is_ascii_digit() {
        at += 1 + digits(at + 1);
    }
    if matches!(byte(at), b'e' | b'E') {
        let sign = usize::from(matches!(byte(at + 1), b'+' | b'-'));
        let exponent = digits(at + 1 + sign);
        if exponent > 0 {
            at += 1 + sign + exponent;
        }
    }
    at
}

fn word(text: &str) -> usize {
    let end = text.char_indices().find(|(_, c)| !continues_name(*c));
    end.map_or(text.len(), |(at, _)| at)
}

fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn continues_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
