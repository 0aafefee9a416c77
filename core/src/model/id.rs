//! Identities: what a factor, a link or an action is called inside the engine and in files.
//!
//! The engine never invents one, because it has no randomness: whoever makes a command brings the
//! identity along (the page uses UUID version 7, so that identity order is roughly creation order).

use std::{borrow::Borrow, cmp::Ordering, fmt, hash, str::FromStr, sync::Arc};

/// The longest identity accepted, in bytes. A UUID takes 36.
pub const LONGEST_ID: usize = 64;

/// Why a text cannot be an identity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is empty.
    #[error("an id cannot be empty")]
    Empty,
    /// The text is longer than [`LONGEST_ID`].
    #[error("an id has at most {LONGEST_ID} characters, this one has {0}")]
    TooLong(usize),
    /// The text holds something other than ASCII letters, digits, `-`, `_` and `.`.
    #[error("an id holds only letters a to z, digits, '-', '_' and '.', not {0:?}")]
    Forbidden(char),
}

fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if let Some(c) = text.chars().find(|c| !is_allowed(*c)) {
        return Err(IdError::Forbidden(c));
    }
    if text.len() > LONGEST_ID {
        return Err(IdError::TooLong(text.len()));
    }
    Ok(())
}

fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// A text with its beginning at hand: every table is looked up by identity, thousands of times for
/// an edit of a large web, and nearly always the first 16 bytes tell which of two comes first.
#[derive(Debug, Clone)]
struct Name(Arc<Spelling>);

#[derive(Debug)]
struct Spelling {
    /// The first bytes, as numbers that compare as the bytes do; zeros where the text is shorter,
    /// which no identity holds.
    head: [u64; 2],
    text: Box<str>,
}

impl Name {
    // Kept in one place: every sort of identity is read by it, from every table and every file.
    #[inline(never)]
    fn checked(text: &str) -> Result<Self, IdError> {
        check(text)?;
        Ok(Self::new(text))
    }

    fn new(text: &str) -> Self {
        let mut bytes = text.bytes();
        let head = [(); 2].map(|()| {
            (0..8).fold(0, |head, _| {
                head << 8 | u64::from(bytes.next().unwrap_or(0))
            })
        });
        Self(Arc::new(Spelling {
            head,
            text: text.into(),
        }))
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    // Kept in one place: it is called from every table of the page.
    #[inline(never)]
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        let heads = self.0.head.cmp(&other.0.head);
        heads.then_with(|| self.0.text.cmp(&other.0.text))
    }
}

impl hash::Hash for Name {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.text.hash(state);
    }
}

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        ///
        /// One to [`LONGEST_ID`] ASCII letters, digits, `-`, `_` or `.`. Cheap to clone.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Name);

        impl $name {
            /// The identity as text.
            pub fn as_str(&self) -> &str {
                &self.0.0.text
            }

            /// The identity for the part of this number, for a file that gives its parts none: the
            /// prefix without what no identity may hold, at most 40 characters of it, and the number.
            pub fn numbered(prefix: &str, number: usize) -> Self {
                let kept: String = prefix.chars().filter(|c| is_allowed(*c)).take(40).collect();
                Self(Name::new(&format!("{kept}{number}")))
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Name::checked(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }
    )+};
}

id! {
    /// Names an [`Incident`](super::Incident).
    IncidentId,
    /// Names a [`Factor`](super::Factor).
    FactorId,
    /// Names a [`Link`](super::Link).
    LinkId,
    /// Names an [`Account`](super::Account) of a link.
    AccountId,
    /// Names an [`Action`](super::Action).
    ActionId,
    /// Names a piece of [`Evidence`](super::Evidence).
    EvidenceId,
    /// Names a [`Prediction`](super::Prediction).
    PredictionId,
    /// Names a [`Note`](super::Note).
    NoteId,
    /// Names a [`Category`](super::Category).
    CategoryId,
    /// Names an [`Area`](super::Area).
    AreaId,
    /// Names a [`Pinned`](super::Pinned) answer.
    PinnedId,
    /// Names a [`SavedQuery`](super::SavedQuery).
    QueryId,
    /// Names a [`Comment`](super::Comment).
    CommentId,
    /// Names a [`Version`](super::Version).
    VersionId,
    /// Names a [`Ballot`](super::Ballot).
    BallotId,
    /// Names a question, as `analysis` calls it or as a later version will.
    QuestionName,
    /// Names a rule of the wording coach, as `wording` calls it or as a later version will.
    RuleName,
}

impl IncidentId {
    /// An identity made of words such as a title or a file's name, for a file that gives none:
    /// its ASCII letters and digits in lower case with hyphens between, or else "incident".
    ///
    /// ```
    /// use whyweb_core::model::IncidentId;
    /// assert_eq!(IncidentId::from_words("GitLab.com: outage!").as_str(), "gitlab-com-outage");
    /// ```
    pub fn from_words(words: &str) -> Self {
        let lower = words.to_ascii_lowercase();
        let parts = lower.split(|c: char| !c.is_ascii_alphanumeric());
        let joined = parts
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let short: String = joined.chars().take(LONGEST_ID).collect();
        match short.trim_end_matches('-') {
            "" => Self(Name::new("incident")),
            short => Self(Name::new(short)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ids_are_in_the_order_of_their_texts(
            one in "[ab.]{1,18}|[a-z0-9-]{1,64}",
            other in "[ab.]{1,18}|[a-z0-9-]{1,64}",
        ) {
            let [a, b]: [FactorId; 2] = [&one, &other].map(|text| text.parse().unwrap());
            prop_assert_eq!(a.cmp(&b), one.cmp(&other));
            prop_assert_eq!(a == b, one == other);
            prop_assert_eq!(&a, &a.clone());
        }
    }

    #[test]
    fn an_id_is_short_plain_ascii() {
        assert!("repl-lag_2.b".parse::<FactorId>().is_ok());
        assert_eq!("".parse::<FactorId>(), Err(IdError::Empty));
        assert_eq!("a b".parse::<FactorId>(), Err(IdError::Forbidden(' ')));
        assert_eq!(
            "\u{202e}a".parse::<FactorId>(),
            Err(IdError::Forbidden('\u{202e}'))
        );
        assert_eq!(
            "a".repeat(65).parse::<FactorId>(),
            Err(IdError::TooLong(65))
        );
    }

    #[test]
    fn a_made_id_is_an_id() {
        for words in [
            "",
            "é ß",
            "A  b",
            &"long word ".repeat(20),
            "a".repeat(63).as_str(),
        ] {
            let id = IncidentId::from_words(words);
            assert_eq!(id.as_str().parse(), Ok(id.clone()), "{words}");
            let id = FactorId::numbered(words, usize::MAX);
            assert_eq!(id.as_str().parse(), Ok(id.clone()), "{words}");
        }
    }
}
