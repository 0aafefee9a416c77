//! The web while notes are read: factors that are told twice are one, and so are links.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    clock, key,
    statement::{LONGEST_READ, Statement},
};
use crate::model::{Factor, FactorId, Incident, Label, Link, LinkId, LinkKind, Role, Text, When};

/// A factor by its turn among all factors of the web.
pub(super) type Turn = usize;

/// A factor as it is first told.
pub(super) struct Told<'a> {
    pub(super) statement: &'a Statement,
    pub(super) label: Label,
    pub(super) role: Role,
    pub(super) time: Option<When>,
    pub(super) note: Option<Text>,
}

#[derive(Default)]
pub(super) struct Web {
    prefix: String,
    factors: Vec<Factor>,
    /// Those told as outcomes, in that order.
    outcomes: Vec<Turn>,
    /// By everything a statement says.
    by_key: BTreeMap<String, Turn>,
    /// By what a statement says apart from a time of its own, where it has one.
    by_timeless_key: BTreeMap<String, Turn>,
    links: Vec<(Turn, Turn)>,
    linked: BTreeSet<(Turn, Turn)>,
}

impl Web {
    pub(super) fn new(prefix: &str) -> Self {
        Self {
            prefix: prefix.to_owned(),
            ..Self::default()
        }
    }

    pub(super) fn id(&self, turn: Turn) -> FactorId {
        FactorId::numbered(&format!("{}f", self.prefix), turn + 1)
    }

    pub(super) fn factor(&self, turn: Turn) -> Option<&Factor> {
        self.factors.get(turn)
    }

    /// The outcomes, in the order they are told.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = (Turn, &Factor)> {
        let outcomes = self.outcomes.iter();
        outcomes.filter_map(|turn| Some((*turn, self.factors.get(*turn)?)))
    }

    /// Adds a factor, or finds it where it is told already and adds what is new about it.
    pub(super) fn tell(&mut self, told: Told) -> Turn {
        let known = self.find(told.statement, told.time);
        let told_before = known.and_then(|turn| self.factors.get(turn));
        let is_new_outcome = told.role == Role::Outcome
            && told_before.is_none_or(|factor| factor.role != Role::Outcome);
        if is_new_outcome {
            self.outcomes.push(known.unwrap_or(self.factors.len()));
        }
        if let Some(turn) = known {
            self.remember(&told.statement.words, turn);
            if let Some(factor) = self.factors.get_mut(turn) {
                learn(factor, told);
            }
            return turn;
        }
        let turn = self.factors.len();
        self.remember(&told.statement.words, turn);
        self.factors.push(Factor {
            role: told.role,
            unverified: told.statement.unverified,
            time: told.time,
            note: told.note,
            order: u32::try_from(turn).unwrap_or(u32::MAX),
            ..Factor::new(self.id(turn), told.label)
        });
        turn
    }

    fn remember(&mut self, words: &str, turn: Turn) {
        let Some((full, timeless)) = keys(words) else {
            return;
        };
        if timeless != full {
            self.by_timeless_key.entry(timeless).or_insert(turn);
        }
        self.by_key.entry(full).or_insert(turn);
    }

    /// The factor that says the same. Two that name different times are two.
    fn find(&self, statement: &Statement, time: Option<When>) -> Option<Turn> {
        let (full, timeless) = keys(&statement.words)?;
        let found = if timeless == full {
            let same = self.by_key.get(&full);
            same.or_else(|| self.by_timeless_key.get(&full))
        } else {
            let same = self.by_key.get(&full);
            same.or_else(|| self.by_key.get(&timeless))
        };
        let turn = *found?;
        let other = self.factors.get(turn)?.time;
        let differ = time.zip(other).is_some_and(|(a, b)| a != b);
        (!differ).then_some(turn)
    }

    /// The one factor that says this, or whose statement begins with it.
    pub(super) fn find_words(&self, words: &str) -> Option<Turn> {
        let wanted = key::key(words)?;
        if let Some(turn) = self.by_key.get(&wanted) {
            return Some(*turn);
        }
        if let Some(turn) = self.by_timeless_key.get(&wanted) {
            return Some(*turn);
        }
        let beginning = format!("{wanted} ");
        let mut longer = self
            .by_key
            .range(beginning.clone()..)
            .take_while(|(key, _)| key.starts_with(&beginning))
            .map(|(_, turn)| *turn);
        let only = longer.next()?;
        longer.next().is_none().then_some(only)
    }

    /// Links a cause to its effect, once. Says no where both are one.
    pub(super) fn link(&mut self, cause: Turn, effect: Turn) -> bool {
        if cause != effect && self.linked.insert((cause, effect)) {
            self.links.push((cause, effect));
        }
        cause != effect
    }

    /// Moves everything into the incident.
    pub(super) fn fill(self, incident: &mut Incident) {
        let prefix = format!("{}l", self.prefix);
        for (number, (cause, effect)) in (1..).zip(&self.links) {
            let id = LinkId::numbered(&prefix, number);
            let holds_back = self
                .factor(*cause)
                .is_some_and(|cause| cause.role.holds_back());
            let link = Link {
                kind: if holds_back {
                    LinkKind::HeldBack
                } else {
                    LinkKind::ContributedTo
                },
                order: u32::try_from(number - 1).unwrap_or(u32::MAX),
                ..Link::new(id.clone(), self.id(*cause), self.id(*effect))
            };
            incident.links.insert(id, Arc::new(link));
        }
        for factor in self.factors {
            incident.factors.insert(factor.id.clone(), Arc::new(factor));
        }
    }
}

/// What a statement says, and what it says apart from a time of its own. Nothing of a line that is
/// too long to be told twice.
fn keys(words: &str) -> Option<(String, String)> {
    if words.len() > LONGEST_READ {
        return None;
    }
    let full = key::key(words)?;
    let timeless = key::key(&clock::without_time(words))?;
    Some((full, timeless))
}

/// What a second telling adds.
fn learn(factor: &mut Factor, told: Told) {
    if told.role == Role::Outcome || factor.role == Role::Condition {
        factor.role = told.role;
    }
    factor.time = factor.time.or(told.time);
    // The same words with a time of day behind them, also where they are taken as they stand: the fuller
    // telling stands.
    let is_fuller = keys(told.label.as_str()).is_some_and(|(full, timeless)| full != timeless);
    if is_fuller && key::key(factor.statement.as_str()) != key::key(told.label.as_str()) {
        factor.statement = told.label;
    }
    if factor.note.is_none() {
        factor.note = told.note;
    }
}
