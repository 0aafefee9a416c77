//! What of the map is to be seen: a filter, and a focus on a few cards.

use std::collections::BTreeSet;

use whyweb_core::{model::FactorId, query::Filter};

/// What of the map is to be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sieve {
    /// Whether its bar is open.
    pub is_open: bool,
    /// What a factor has to meet.
    pub filter: Filter,
    /// Whether what does not meet it is left out, not faded.
    pub hides: bool,
    /// Only what lies around some cards is drawn.
    pub focus: Option<Focus>,
    /// Cards of which what lies upstream is folded away.
    pub folds: BTreeSet<FactorId>,
}

/// Some cards and what lies around them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Focus {
    /// The cards in the middle.
    pub on: Vec<FactorId>,
    /// How many links around them, from 1.
    pub steps: usize,
}

impl Sieve {
    /// Whether anything is faded or left out.
    pub fn is_on(&self) -> bool {
        self.focus.is_some() || !self.folds.is_empty() || !self.filter.is_empty()
    }
}
