//! Words people typed: one-line labels, longer texts and web addresses, each valid by construction.

use std::{fmt, sync::Arc};

/// The longest label, in characters (Unicode scalar values).
pub const LONGEST_LABEL: usize = 500;
/// The longest text, in characters (Unicode scalar values).
pub const LONGEST_TEXT: usize = 20_000;
/// The longest web address, in characters.
pub const LONGEST_ADDRESS: usize = 2_000;

/// Why some words were refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// There is nothing but white space.
    #[error("the text is blank")]
    Blank,
    /// The text is longer than allowed.
    #[error("the text has {found} characters, at most {most} are allowed")]
    TooLong {
        /// Characters found.
        found: usize,
        /// Characters allowed.
        most: usize,
    },
    /// A control character, or one that silently reorders the words around it.
    #[error("the text holds the invisible control character U+{:04X} at character {at}", *.found as u32)]
    Control {
        /// The character found.
        found: char,
        /// Where, counted in characters from 1.
        at: usize,
    },
    /// An address that is not http, https or mailto.
    #[error("an address starts with http://, https:// or mailto:")]
    Scheme,
}

/// Whether a character can hide or reorder other words: C0 and C1 controls, the bidirectional
/// embeddings, overrides and isolates (Unicode Standard Annex 9), and line separators.
///
/// Letters of right-to-left scripts are ordinary letters; only the invisible switches are meant.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

fn refuse_controls(text: &str, allowed: impl Fn(char) -> bool) -> Result<(), TextError> {
    match text
        .chars()
        .enumerate()
        .find(|(_, c)| is_control(*c) && !allowed(*c))
    {
        Some((at, found)) => Err(TextError::Control { found, at: at + 1 }),
        None => Ok(()),
    }
}

fn refuse_longer(text: &str, most: usize) -> Result<(), TextError> {
    // Bytes bound characters from above, so most texts need no count.
    if text.len() <= most {
        return Ok(());
    }
    match text.chars().count() {
        found if found > most => Err(TextError::TooLong { found, most }),
        _ => Ok(()),
    }
}

/// Removes what [`Label::new`] would refuse, for words from outside that must not be lost:
/// controls become spaces, white space is folded, and what is too long ends in an ellipsis.
///
/// Returns nothing only where nothing is left.
pub fn tidy(text: &str) -> Option<Label> {
    let clean: String = text
        .chars()
        .map(|c| if is_control(c) { ' ' } else { c })
        .collect();
    let folded = fold(&clean);
    let short = if folded.chars().count() > LONGEST_LABEL {
        let kept: String = folded.chars().take(LONGEST_LABEL - 1).collect();
        format!("{}…", kept.trim_end())
    } else {
        folded
    };
    Label::new(&short).ok()
}

/// As many texts as the words need, for words from outside that must not be lost: controls other
/// than line ends and tabs become spaces.
///
/// Returns none only where there is nothing but white space.
pub fn tidy_text(text: &str) -> Vec<Text> {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean: Vec<char> = lines
        .chars()
        .map(|c| match c {
            '\n' | '\t' => c,
            c if is_control(c) => ' ',
            c => c,
        })
        .collect();
    clean
        .chunks(LONGEST_TEXT)
        .filter_map(|chunk| Text::new(&chunk.iter().collect::<String>()).ok())
        .collect()
}

/// One space where there was any run of white space, none at the ends.
fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

macro_rules! words {
    ($($name:ident),+) => {$(
        impl $name {
            /// The words themselves.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

/// One line of words that is not blank: a statement, a title, a name.
///
/// White space is folded; it has at most [`LONGEST_LABEL`] characters and no control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(Arc<str>);

impl Label {
    /// Takes the words as typed.
    ///
    /// ```
    /// use whyweb_core::model::Label;
    /// assert_eq!(Label::new("  Replication\tstopped ").unwrap().as_str(), "Replication stopped");
    /// assert!(Label::new(" ").is_err());
    /// ```
    pub fn new(text: &str) -> Result<Self, TextError> {
        refuse_controls(text, |c| matches!(c, '\t' | '\n' | '\r'))?;
        let folded = fold(text);
        if folded.is_empty() {
            return Err(TextError::Blank);
        }
        refuse_longer(&folded, LONGEST_LABEL)?;
        Ok(Self(folded.into()))
    }
}

/// Several lines of words that are not blank: a note, a quotation, a summary.
///
/// At most [`LONGEST_TEXT`] characters; line breaks are kept as `\n`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Arc<str>);

impl Text {
    /// Takes the words as typed, without the white space at both ends.
    pub fn new(text: &str) -> Result<Self, TextError> {
        refuse_controls(text, |c| matches!(c, '\t' | '\n' | '\r'))?;
        let lines = text.trim().replace("\r\n", "\n").replace('\r', "\n");
        if lines.is_empty() {
            return Err(TextError::Blank);
        }
        refuse_longer(&lines, LONGEST_TEXT)?;
        Ok(Self(lines.into()))
    }
}

/// A web address that is safe to open: `http`, `https` or `mailto`, nothing that runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Arc<str>);

impl WebAddress {
    /// Takes an address as typed.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Blank);
        }
        refuse_controls(text, |_| false)?;
        refuse_longer(text, LONGEST_ADDRESS)?;
        let starts = |scheme: &str| {
            text.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && text.len() > scheme.len()
        };
        if !["http://", "https://", "mailto:"].into_iter().any(starts) {
            return Err(TextError::Scheme);
        }
        Ok(Self(text.into()))
    }
}

words!(Label, Text, WebAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_one_visible_line() {
        assert_eq!(Label::new("\t \n"), Err(TextError::Blank));
        assert_eq!(
            Label::new("a\u{202e}b"),
            Err(TextError::Control {
                found: '\u{202e}',
                at: 2
            })
        );
        assert_eq!(
            Label::new("a\0"),
            Err(TextError::Control { found: '\0', at: 2 })
        );
        assert!(Label::new("שרת נפל").is_ok());
        assert!(Label::new(&"é".repeat(LONGEST_LABEL)).is_ok());
        assert!(Label::new(&"é".repeat(LONGEST_LABEL + 1)).is_err());
    }

    #[test]
    fn tidy_keeps_what_can_be_kept() {
        assert_eq!(tidy("a\u{202e}b\0").unwrap().as_str(), "a b");
        assert_eq!(tidy("\0 "), None);
        assert_eq!(
            tidy(&"x".repeat(900)).unwrap().as_str().chars().count(),
            LONGEST_LABEL
        );
    }

    #[test]
    fn tidy_text_keeps_all_words() {
        let long = "ab\u{202e}".repeat(LONGEST_TEXT);
        let texts = tidy_text(&long);
        assert_eq!(texts.len(), 3);
        let kept: String = texts.iter().map(Text::as_str).collect();
        assert_eq!(kept.matches('a').count(), LONGEST_TEXT);
        assert_eq!(tidy_text(" \0\r"), []);
    }

    #[test]
    fn only_addresses_that_cannot_run_are_kept() {
        assert!(WebAddress::new("HTTPS://example.org/a?b#c").is_ok());
        assert!(WebAddress::new("mailto:a@example.org").is_ok());
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "ftp://x",
            "//x",
        ] {
            assert_eq!(WebAddress::new(bad), Err(TextError::Scheme), "{bad}");
        }
        assert!(WebAddress::new("http://a\nb").is_err());
    }
}
