//! Where in a JSON value something is: a list of steps from the outermost value inwards.

use std::fmt;

/// One step inwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Into an object's field.
    Field(&'static str),
    /// Into a list, counted from 0.
    Index(usize),
}

/// A way from the outermost value inwards; shown as `incident.links[3].effect`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Path(pub(super) Vec<Step>);

impl Path {
    /// The way to one part of an incident.
    pub(super) fn of_part(list: &'static str, index: usize) -> Self {
        Self(vec![
            Step::Field("incident"),
            Step::Field(list),
            Step::Index(index),
        ])
    }

    /// One step further into an object.
    pub(super) fn field(mut self, name: &'static str) -> Self {
        self.0.push(Step::Field(name));
        self
    }

    /// One step further into a list.
    pub(super) fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (turn, step) in self.0.iter().enumerate() {
            match step {
                Step::Field(name) if turn == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
