//! Commands about what a meeting gathers: comments, versions and rounds.
//!
//! They bring what plans them along, rather than being known to [`plan`](super::plan) by name: a map
//! is opened without it, and the page fetches it with the windows that make such commands.

use std::{fmt, rc::Rc};

use crate::model::Incident;

use super::{Command, CommentCommand, Plan, Refusal, RoundCommand, VersionCommand};

/// What plans itself.
trait Planned: fmt::Debug {
    fn plan(&self, incident: &Incident) -> Result<Plan, Refusal>;
}

/// A command about what a meeting gathers. Equal only to itself and its copies.
#[derive(Debug, Clone)]
pub struct MeetingCommand(Rc<dyn Planned>);

impl MeetingCommand {
    pub(super) fn plan(&self, incident: &Incident) -> Result<Plan, Refusal> {
        self.0.plan(incident)
    }
}

impl PartialEq for MeetingCommand {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

macro_rules! planned {
    ($($noun:ident by $room:ident),+ $(,)?) => {$(
        impl Planned for $noun {
            fn plan(&self, incident: &Incident) -> Result<Plan, Refusal> {
                super::$room::plan(self, incident)
            }
        }

        impl From<$noun> for Command {
            fn from(command: $noun) -> Self {
                Self::Meeting(MeetingCommand(Rc::new(command)))
            }
        }
    )+};
}

planned!(
    CommentCommand by comment,
    VersionCommand by version,
    RoundCommand by round,
);
