//! One way to others, and how it stands.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc};

use whyweb_core::sync::{Talk, chunks};

use super::server::Connection;
use crate::platform::{channel::Channel, direct::Direct};

/// What tells one wire from another while an incident is open.
pub type WireId = u32;

/// What sort of way it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The other tabs of this browser.
    Tabs,
    /// A server that this person named.
    Server,
    /// A direct connection to somebody who was invited.
    Guest,
    /// A direct connection to somebody who invited us.
    Host,
}

/// How it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is coming to be.
    Opening,
    /// It is there.
    Open,
    /// It is not there for now, and is tried again by itself.
    Waiting,
    /// It could not be made, for this reason.
    Failed(String),
    /// The other side does not let us in, for this reason.
    Denied(String),
    /// The other side went.
    Gone,
    /// It was closed here, for what came by it.
    Dropped,
}

/// What moves the bytes.
pub(super) enum Line {
    Tabs(Channel),
    Server(Rc<Connection>),
    Direct(Direct),
}

/// One way to others.
pub struct Wire {
    /// What sort of way it is.
    pub way: Way,
    /// How it stands.
    pub state: State,
    /// Whether the other side has told all that it knew.
    pub is_up_to_date: bool,
    /// How much came that could not be taken in.
    pub faults: u32,
    /// What was the matter with the last of it.
    pub fault: Option<String>,
    pub(super) talk: Rc<RefCell<Talk>>,
    /// Who came by it.
    pub(super) clients: BTreeSet<u64>,
    line: Line,
}

impl Wire {
    pub(super) fn new(way: Way, talk: Talk, line: Line) -> Self {
        Self {
            way,
            state: State::Opening,
            is_up_to_date: false,
            faults: 0,
            fault: None,
            talk: Rc::new(RefCell::new(talk)),
            clients: BTreeSet::new(),
            line,
        }
    }

    pub(super) fn say(&self, message: &[u8]) {
        match &self.line {
            Line::Tabs(channel) => channel.say(message),
            Line::Server(connection) => connection.say(message),
            Line::Direct(direct) => {
                // Of a message that is not whole on the other side nothing is taken in: when the
                // connection is there again, all that is missing is asked for.
                let _ = chunks(message).iter().all(|piece| direct.say(piece));
            }
        }
    }

    pub(super) fn tell_update(&self, update: &[u8]) {
        self.say(&self.talk.borrow().update(update));
    }

    pub(super) fn tell_presence(&self, states: &[u8]) {
        self.say(&self.talk.borrow().presence(states));
    }

    /// The direct connection, where it is one.
    pub(super) fn direct(&self) -> Option<Direct> {
        match &self.line {
            Line::Direct(direct) => Some(direct.clone()),
            _ => None,
        }
    }
}
