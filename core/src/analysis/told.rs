//! How answers name things: statements in quotation marks, numbers with their nouns.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    graph::Web,
    model::{FactorId, Incident, LinkId, LinkTest},
};

use super::answer::Row;

/// An incident and its web, as answers tell of them.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) incident: Arc<Incident>,
    pub(super) web: Arc<Web>,
}

impl Told {
    /// The statement of a factor.
    pub(super) fn statement(&self, factor: &FactorId) -> &str {
        let factor = self.incident.factors.get(factor);
        factor.map_or("something that is gone", |factor| factor.statement.as_str())
    }

    /// Its statement in quotation marks, for the middle of a sentence.
    pub(super) fn quoted(&self, factor: &FactorId) -> String {
        format!("“{}”", self.statement(factor))
    }

    /// Several statements in quotation marks.
    pub(super) fn all_quoted<'a>(
        &self,
        factors: impl IntoIterator<Item = &'a FactorId>,
        last: &str,
    ) -> String {
        joined(factors.into_iter().map(|f| self.quoted(f)).collect(), last)
    }

    /// A row about one factor: its statement, and what else there is to say of it.
    pub(super) fn row(&self, factor: &FactorId, more: impl Into<String>) -> Row {
        let more = more.into();
        let statement = self.statement(factor);
        Row {
            text: if more.is_empty() {
                statement.to_owned()
            } else {
                format!("{statement} ({more})")
            },
            factors: vec![factor.clone()],
            ..Row::default()
        }
    }

    /// Rows about factors of which there is no more to say.
    pub(super) fn rows<'a>(&self, factors: impl IntoIterator<Item = &'a FactorId>) -> Vec<Row> {
        factors.into_iter().map(|f| self.row(f, "")).collect()
    }

    /// A row about several factors, one after the other.
    pub(super) fn row_of(&self, factors: &[FactorId], between: &str) -> Row {
        let statements: Vec<_> = factors.iter().map(|f| self.statement(f)).collect();
        Row {
            text: statements.join(between),
            factors: factors.to_vec(),
            links: self.links_along(factors),
            ..Row::default()
        }
    }

    /// A row about a link: cause, arrow, effect.
    pub(super) fn link_row(&self, link: &LinkId, more: &str) -> Row {
        let Some(ends) = self.incident.links.get(link) else {
            return Row::default();
        };
        let (cause, effect) = (self.statement(&ends.cause), self.statement(&ends.effect));
        let more = match more {
            "" => String::new(),
            more => format!(" ({more})"),
        };
        Row {
            text: format!("{cause} → {effect}{more}"),
            links: vec![link.clone()],
            ..Row::default()
        }
    }

    /// The links of the web from each of these factors to the next.
    pub(super) fn links_along(&self, factors: &[FactorId]) -> Vec<LinkId> {
        let steps = factors.windows(2).filter_map(|step| match step {
            [cause, effect] => self.web.link(cause, effect),
            _ => None,
        });
        steps.cloned().collect()
    }

    /// How many of these links nobody has tested.
    pub(super) fn untested_among<'a>(&self, links: impl IntoIterator<Item = &'a LinkId>) -> usize {
        let links: BTreeSet<&LinkId> = links.into_iter().collect();
        let untested = self
            .web
            .strands
            .iter()
            .filter(|strand| strand.test == LinkTest::Untested && links.contains(&strand.id));
        untested.count()
    }

    /// The links of the web that lead from one of the factors to another.
    pub(super) fn links_among(&self, is_in: impl Fn(&FactorId) -> bool) -> Vec<LinkId> {
        let factor = |place: usize| &self.web.factors[place].id;
        let strands = self.web.strands.iter();
        let inside = strands.filter(|s| is_in(factor(s.cause)) && is_in(factor(s.effect)));
        inside.map(|strand| strand.id.clone()).collect()
    }
}

/// "1 factor", "3 factors".
pub(super) fn count(number: usize, noun: &str) -> String {
    match (number, noun) {
        (1, noun) => format!("1 {noun}"),
        (number, noun) => format!("{number} {noun}s"),
    }
}

/// "a, b and c".
pub(super) fn joined(mut words: Vec<String>, last: &str) -> String {
    match words.pop() {
        None => String::new(),
        Some(only) if words.is_empty() => only,
        Some(end) => format!("{} {last} {end}", words.join(", ")),
    }
}
