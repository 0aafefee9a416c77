//! The fields of one part as the document stores them: names and plain values.
//!
//! A field that has its default value is not stored. Enumerations are stored as their glossary
//! word, times and days as text, so that any Yjs client can read a document.

use std::{collections::BTreeMap, str::FromStr, sync::Arc};

use yrs::Any;

/// The stored fields of one part, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Fields(pub(super) BTreeMap<Arc<str>, Any>);

/// Why a stored part could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum FieldError {
    /// A field that must be there is not.
    #[error("the field {0:?} is missing")]
    Missing(&'static str),
    /// A field holds something it cannot.
    #[error("the field {field:?} {why}")]
    Wrong {
        /// Which field.
        field: &'static str,
        /// What is wrong with it.
        why: String,
    },
}

impl Fields {
    /// Stores a text.
    pub(super) fn text(mut self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.0
            .insert(name.into(), Any::String(value.as_ref().into()));
        self
    }

    /// Stores what there is as text, by its usual display.
    pub(super) fn optional<T: ToString>(self, name: &'static str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.text(name, value.to_string()),
            None => self,
        }
    }

    /// Stores a text unless it is the usual one.
    pub(super) fn unless(self, usual: &str, name: &'static str, value: &str) -> Self {
        if value == usual {
            self
        } else {
            self.text(name, value)
        }
    }

    /// Stores that something is so.
    pub(super) fn flag(self, name: &'static str, value: bool) -> Self {
        if value { self.member(name) } else { self }
    }

    /// Stores a whole number.
    pub(super) fn number(mut self, name: &'static str, value: u32) -> Self {
        self.0.insert(name.into(), Any::from(f64::from(value)));
        self
    }

    /// Stores a pair of numbers.
    pub(super) fn pair(mut self, name: &'static str, (x, y): (f64, f64)) -> Self {
        self.0.insert(name.into(), pair(x, y));
        self
    }

    /// Stores membership in a set, one field a member, so that two people can add at once.
    pub(super) fn member(mut self, name: impl Into<Arc<str>>) -> Self {
        self.0.insert(name.into(), Any::Bool(true));
        self
    }

    /// What follows the prefix in the names of all fields that have it.
    pub(super) fn members<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .keys()
            .filter_map(move |name| name.strip_prefix(prefix))
    }

    fn string(&self, name: &'static str) -> Result<Option<&str>, FieldError> {
        match self.0.get(name) {
            None => Ok(None),
            Some(Any::String(text)) => Ok(Some(text)),
            Some(_) => Err(FieldError::Wrong {
                field: name,
                why: "is not a text".into(),
            }),
        }
    }

    /// Reads a text by a parser whose error says what is wrong, where there is one.
    pub(super) fn get_with<T, E: ToString>(
        &self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Option<T>, FieldError> {
        let parsed = self.string(name)?.map(parse).transpose();
        parsed.map_err(|error| FieldError::Wrong {
            field: name,
            why: error.to_string(),
        })
    }

    /// Reads a text that parses by itself, where there is one.
    pub(super) fn get<T: FromStr<Err: ToString>>(
        &self,
        name: &'static str,
    ) -> Result<Option<T>, FieldError> {
        self.get_with(name, str::parse)
    }

    /// Reads one of a closed list of words, or the default where there is none.
    pub(super) fn word<T: Copy + Default>(
        &self,
        name: &'static str,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Result<T, FieldError> {
        Ok(self.optional_word(name, all, word)?.unwrap_or_default())
    }

    /// Reads one of a closed list of words, where there is one.
    pub(super) fn optional_word<T: Copy>(
        &self,
        name: &'static str,
        all: &[T],
        word: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, FieldError> {
        self.get_with(name, |text| {
            let found = all.iter().copied().find(|value| word(*value) == text);
            found.ok_or_else(|| format!("holds the unknown word {text:?}"))
        })
    }

    /// Reads whether something is so.
    pub(super) fn is(&self, name: &'static str) -> bool {
        matches!(self.0.get(name), Some(Any::Bool(true)))
    }

    /// Reads a turn; a part without one comes first.
    pub(super) fn order(&self) -> u32 {
        self.whole("order")
    }

    /// Reads a whole number, where there is one.
    pub(super) fn count(&self, name: &'static str) -> Option<u32> {
        self.0.get(name).and_then(as_number).map(whole)
    }

    /// Reads a whole number that is not negative; 0 where there is none.
    pub(super) fn whole(&self, name: &'static str) -> u32 {
        self.count(name).unwrap_or(0)
    }

    /// Reads a pair of numbers, where there is one.
    pub(super) fn get_pair(&self, name: &'static str) -> Option<(f64, f64)> {
        self.0.get(name).and_then(as_pair)
    }
}

/// Turns a missing field into an error.
pub(super) fn needed<T>(name: &'static str, value: Option<T>) -> Result<T, FieldError> {
    value.ok_or(FieldError::Missing(name))
}

/// Two numbers as one stored value.
pub(super) fn pair(x: f64, y: f64) -> Any {
    Any::Array([Any::from(x), Any::from(y)].into())
}

/// A stored value as two numbers.
pub(super) fn as_pair(value: &Any) -> Option<(f64, f64)> {
    match value {
        Any::Array(items) => match &**items {
            [x, y] => Some((as_number(x)?, as_number(y)?)),
            _ => None,
        },
        _ => None,
    }
}

/// A stored value as a number.
pub(super) fn as_number(value: &Any) -> Option<f64> {
    value.clone().cast::<f64>().ok().or_else(|| {
        let whole = value.clone().cast::<i64>().ok()?;
        i32::try_from(whole).ok().map(f64::from)
    })
}

/// A number as a whole one: rounded, and held within what that can be.
fn whole(number: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    let turn = number.round() as u32;
    turn
}

/// A list of whole numbers.
pub(super) fn whole_numbers(numbers: &[i32]) -> Any {
    let numbers = numbers.iter().map(|&number| Any::from(f64::from(number)));
    Any::Array(numbers.collect())
}

/// A stored list of whole numbers, if it is one; of fractions the nearest.
pub(super) fn as_whole_numbers(value: &Any) -> Option<Vec<i32>> {
    let Any::Array(numbers) = value else {
        return None;
    };
    numbers.iter().map(as_whole_number).collect()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates, and nothing is drawn out there"
)]
fn as_whole_number(value: &Any) -> Option<i32> {
    as_number(value).map(|number| number.round() as i32)
}
