//! An answer, whatever the question: a sentence, lists, a highlight, and what it does not mean.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::model::{ActionId, FactorId, LinkId};

use super::{question::Question, routes::RouteCount};

/// What the map raises while an answer is shown; the rest fades.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Highlight {
    /// The cards.
    pub factors: BTreeSet<FactorId>,
    /// The links.
    pub links: BTreeSet<LinkId>,
}

/// One line of a list; choosing it selects what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// What it says.
    pub text: String,
    /// The factors it is about.
    pub factors: Vec<FactorId>,
    /// The links it is about.
    pub links: Vec<LinkId>,
    /// The actions it is about.
    pub actions: Vec<ActionId>,
}

/// A list of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// What its rows have in common.
    pub heading: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether it is shown as its heading and a count until somebody opens it.
    pub is_folded: bool,
}

/// Numbers by row and column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What the numbers count.
    pub heading: String,
    /// What the columns are.
    pub columns: Vec<String>,
    /// What each row is, with as many numbers as there are columns.
    pub rows: Vec<(String, Vec<usize>)>,
    /// The links that a number counts, by its row and its column from 0; none where it counts none.
    pub links: BTreeMap<(usize, usize), Vec<LinkId>>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The question.
    pub question: Question,
    /// The answer in a sentence or two.
    pub sentence: String,
    /// The answer in lists.
    pub sections: Vec<Section>,
    /// The answer in numbers.
    pub tables: Vec<Table>,
    /// The answer on the map.
    pub highlight: Highlight,
    /// Which limit was met and how far the answer got; none where it is whole.
    pub bound: Option<String>,
    /// How many untested links it rests on; none where links do not matter to it.
    pub untested: Option<usize>,
    /// How many routes go over each link, where that is what is asked. Links inside loops have no
    /// number: nobody counts the ways through a loop.
    pub counts: BTreeMap<LinkId, RouteCount>,
    /// What it does not mean.
    pub caveat: &'static str,
}

impl Answer {
    pub(super) fn new(question: Question, sentence: impl Into<String>) -> Self {
        Self {
            question,
            sentence: sentence.into(),
            sections: Vec::new(),
            tables: Vec::new(),
            highlight: Highlight::default(),
            bound: None,
            untested: None,
            counts: BTreeMap::new(),
            caveat: question.caveat(),
        }
    }

    /// Adds a list, unless it is empty, and raises what its rows are about.
    pub(super) fn list(mut self, heading: impl Into<String>, rows: Vec<Row>) -> Self {
        for row in &rows {
            self.highlight.factors.extend(row.factors.iter().cloned());
            self.highlight.links.extend(row.links.iter().cloned());
        }
        self.quiet_list(heading, rows, false)
    }

    /// Adds a list that raises nothing.
    pub(super) fn quiet_list(
        mut self,
        heading: impl Into<String>,
        rows: Vec<Row>,
        is_folded: bool,
    ) -> Self {
        if !rows.is_empty() {
            self.sections.push(Section {
                heading: heading.into(),
                rows,
                is_folded,
            });
        }
        self
    }

    pub(super) fn raising(
        mut self,
        factors: impl IntoIterator<Item = FactorId>,
        links: impl IntoIterator<Item = LinkId>,
    ) -> Self {
        self.highlight.factors.extend(factors);
        self.highlight.links.extend(links);
        self
    }

    pub(super) fn resting_on(mut self, untested: usize) -> Self {
        self.untested = Some(untested);
        self
    }

    pub(super) fn bounded(mut self, bound: Option<String>) -> Self {
        self.bound = bound;
        self
    }

    /// How many untested links the answer rests on, in words.
    pub fn rests_on(&self) -> Option<String> {
        Some(match self.untested? {
            0 => "It rests on no untested link.".to_owned(),
            1 => "It rests on 1 untested link.".to_owned(),
            untested => format!("It rests on {untested} untested links."),
        })
    }
}

/// The whole answer as plain text, folded lists opened.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n\n{}", self.question.title(), self.sentence)?;
        for line in self.rests_on().iter().chain(&self.bound) {
            writeln!(f, "{line}")?;
        }
        for section in &self.sections {
            writeln!(f, "\n{}:", section.heading)?;
            for row in &section.rows {
                writeln!(f, "- {}", row.text)?;
            }
        }
        for table in &self.tables {
            write_table(f, table)?;
        }
        writeln!(f, "\n{}", self.caveat)
    }
}

fn write_table(f: &mut fmt::Formatter<'_>, table: &Table) -> fmt::Result {
    writeln!(f, "\n{}:", table.heading)?;
    let length = |text: &str| text.chars().count();
    let first = table.rows.iter().map(|(name, _)| length(name)).max();
    let first = first.unwrap_or_default();
    write!(f, "{:first$}", "")?;
    for column in &table.columns {
        write!(f, "  {column}")?;
    }
    writeln!(f)?;
    for (name, numbers) in &table.rows {
        write!(f, "{name:first$}")?;
        for (number, column) in numbers.iter().zip(&table.columns) {
            write!(f, "  {number:>width$}", width = length(column))?;
        }
        writeln!(f)?;
    }
    Ok(())
}
