//! Where in a JSON value something is: a list of steps from the outermost value inwards.

use std::fmt;

use super::v1::Incident;
use crate::model::Problem;

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

    /// The way to the part that a problem is about, where it is about one.
    pub(super) fn of_problem(incident: &Incident, problem: &Problem) -> Option<Self> {
        match problem {
            Problem::LinkToNowhere { link, .. }
            | Problem::SelfLink { link, .. }
            | Problem::RepeatedLink { link, .. }
            | Problem::LinkAgainstRole { link } => {
                let mut links = incident.links.iter();
                let index = links.position(|part| part.id.0 == *link)?;
                Some(Self::of_part("links", index))
            }
            Problem::CategoryGone { factor, .. } | Problem::AreaGone { factor, .. } => {
                let mut factors = incident.factors.iter();
                let index = factors.position(|part| part.id.0 == *factor)?;
                Some(Self::of_part("factors", index))
            }
            Problem::ActionAddressesNothing { action } => {
                let mut actions = incident.actions.iter();
                let index = actions.position(|part| part.id.0 == *action)?;
                Some(Self::of_part("actions", index))
            }
            Problem::NoOutcome
            | Problem::NecessaryCycle { .. }
            | Problem::AboutNothing { .. }
            | Problem::Unreadable { .. } => None,
        }
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
