//! Strings: what their escapes stand for.

use crate::query::error::{ErrorDetail, QueryError, Span};

/// The text that a string with its quotes stands for.
pub(super) fn unescaped(written: &str, span: Span) -> Result<String, QueryError> {
    let inner = written
        .get(1..written.len().saturating_sub(1))
        .unwrap_or_default();
    let mut text = String::with_capacity(inner.len());
    let mut letters = inner.char_indices();
    while let Some((at, c)) = letters.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        let Some((_, escaped)) = letters.next() else {
            break;
        };
        let digits = match escaped {
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        if digits == 0 {
            text.push(plain(escaped).ok_or_else(|| unknown(span, at, escaped))?);
            continue;
        }
        let code = inner.get(at + 2..at + 2 + digits);
        let code = code.filter(|code| code.chars().all(|c| c.is_ascii_hexdigit()));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        text.push(
            code.and_then(char::from_u32)
                .ok_or_else(|| no_letter(span, at, digits))?,
        );
        for _ in 0..digits {
            letters.next();
        }
    }
    Ok(text)
}

fn plain(escaped: char) -> Option<char> {
    Some(match escaped {
        '\\' | '\'' | '"' | '`' => escaped,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => return None,
    })
}

fn unknown(span: Span, at: usize, escaped: char) -> QueryError {
    let start = span.start + 1 + at;
    QueryError::syntax(
        Span::new(start, start + 1 + escaped.len_utf8()),
        ErrorDetail::UnexpectedSyntax,
        format!("`\\{escaped}` stands for nothing; write \\\\ for a backslash"),
    )
}

fn no_letter(span: Span, at: usize, digits: usize) -> QueryError {
    let start = span.start + 1 + at;
    QueryError::syntax(
        Span::new(start, start + 2),
        ErrorDetail::InvalidUnicodeLiteral,
        format!("expected {digits} hexadecimal digits of a letter's code"),
    )
}
