//! What a query found, and what is said of it.

use std::sync::Arc;

use whyweb_core::{
    analysis::Highlight,
    layout::Rect,
    model::Incident,
    query::{IncidentGraph, Limit, QueryError, Run, Value},
};

use super::subject::{Subject, statements};
use crate::state::{Marks, Shown};

/// Why there are no more rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// These are all.
    All,
    /// A budget is used up.
    Limit(Limit),
    /// A person stopped it.
    Person,
}

/// The rows of a query that ran.
pub struct Found {
    pub run: Run,
    pub graph: Arc<IncidentGraph>,
    pub end: End,
    /// What is odd about the query without being wrong.
    pub notices: Vec<QueryError>,
}

impl Found {
    pub fn columns(&self) -> &[Arc<str>] {
        self.run.columns()
    }

    pub fn rows(&self) -> &[Vec<Value>] {
        self.run.rows()
    }

    /// What its rows raise on the map.
    pub fn marks(&self, incident: &Incident) -> Marks {
        let (statements, mut raised) = (statements(incident), Highlight::default());
        for row in self.rows() {
            Subject::of(row, &self.graph, &statements).raise(incident, &mut raised);
        }
        Marks {
            raised,
            ..Marks::default()
        }
    }

    /// Where on the map the first row lies that is about anything there.
    pub fn first(&self, shown: &Shown) -> Option<Rect> {
        let statements = statements(&shown.incident);
        let mut rows = self.rows().iter();
        rows.find_map(|row| Subject::of(row, &self.graph, &statements).place(shown))
    }

    /// How many rows there are, in words.
    pub fn count(&self) -> String {
        match self.rows().len() {
            0 => "No row".to_owned(),
            1 => "1 row".to_owned(),
            rows => format!("{} rows", grouped(rows as u64)),
        }
    }

    /// Why there may be more rows than these.
    pub fn cut(&self) -> Option<String> {
        let most = match self.end {
            End::All => return None,
            End::Person => {
                let steps = steps(self.run.steps());
                return Some(format!(
                    "Stopped after {steps}: rows may be missing, and counts too small."
                ));
            }
            End::Limit(Limit::Steps) => steps(self.run.steps()),
            End::Limit(Limit::Rows) => self.count().to_lowercase(),
            End::Limit(Limit::Memory) => "what the page may hold".to_owned(),
        };
        Some(format!(
            "Stopped at {most}, the most a query may take: rows may be missing, and counts too \
             small. Ask for less: name labels, bound lengths such as *1..4, or return DISTINCT ends."
        ))
    }
}

/// Steps in words: exact where they are few, else in millions.
pub fn steps(steps: u64) -> String {
    if steps < 1_000_000 {
        return format!("{} steps", grouped(steps));
    }
    format!(
        "{}.{} million steps",
        steps / 1_000_000,
        steps / 100_000 % 10
    )
}

/// A number with a comma before each three digits.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn large_numbers_are_read_at_a_glance() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(steps(999_999), "999,999 steps");
        assert_eq!(steps(5_380_000), "5.3 million steps");
    }
}
