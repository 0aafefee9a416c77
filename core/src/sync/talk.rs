//! One conversation about a document with one other side.

use super::{Framing, Presences, Replica, SyncError, message::Message};
use crate::document::{DocumentError, Unfit, lib0::Reader};

/// How long to wait for an answer before asking anew, in ms.
const PATIENCE: u64 = 1_000;

/// What came of a message.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// What to send back.
    pub replies: Vec<Vec<u8>>,
    /// Whether the document may have changed.
    pub has_update: bool,
    /// Whose presence changed.
    pub presences: Vec<u64>,
    /// What the other side said of the conversation itself.
    pub said: Option<Said>,
}

/// What the other side may say of the conversation itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It told all that it knew.
    UpToDate,
    /// It does not let us in, for this reason.
    Denied(String),
    /// It ends the talk, for this reason.
    Closed(String),
}

/// One conversation with one other side.
#[derive(Debug)]
pub struct Talk {
    framing: Framing,
    /// When we last asked and have had no whole answer, in ms since 1970 UTC.
    asked: Option<u64>,
    /// Whether something came that builds on edits which are not here.
    is_behind: bool,
}

impl Talk {
    /// A conversation that has not begun.
    pub fn new(framing: Framing) -> Self {
        Self {
            framing,
            asked: None,
            is_behind: false,
        }
    }

    /// The first messages: who we are and what we know. `now` is in ms since 1970 UTC.
    pub fn greet(
        &mut self,
        replica: &impl Replica,
        presences: &Presences,
        now: u64,
    ) -> Vec<Vec<u8>> {
        let mut greeting: Vec<_> = self.framing.knock().into_iter().collect();
        greeting.push(self.ask(replica, now));
        greeting.push(self.framing.write(Message::AskPresence));
        greeting.push(self.presence(&presences.tell_all()));
        greeting
    }

    /// Tells of an update.
    pub fn update(&self, update: &[u8]) -> Vec<u8> {
        self.framing.write(Message::Update(update))
    }

    /// Tells of presences.
    pub fn presence(&self, states: &[u8]) -> Vec<u8> {
        self.framing.write(Message::Presence(states))
    }

    /// Asks for all that this copy does not know.
    pub fn ask(&mut self, replica: &impl Replica, now: u64) -> Vec<u8> {
        self.asked = Some(now);
        self.framing.write(Message::Ask(&replica.state_vector()))
    }

    /// Deals with a message. What is refused leaves the document as it was.
    pub fn hear(
        &mut self,
        bytes: &[u8],
        replica: &mut impl Replica,
        presences: &mut Presences,
        now: u64,
    ) -> Result<Heard, SyncError> {
        let mut heard = Heard::default();
        match self.framing.read(bytes)? {
            Message::Ask(state_vector) => {
                let diff = replica.diff(state_vector).map_err(SyncError::Update)?;
                heard
                    .replies
                    .push(self.framing.write(Message::Answer(&diff)));
                if is_ahead(state_vector, &replica.state_vector()) && self.may_ask(now) {
                    heard.replies.push(self.ask(replica, now));
                }
            }
            Message::Answer(update) => match take_in(update, replica)? {
                Taken::Whole => {
                    (self.asked, self.is_behind) = (None, false);
                    heard.has_update = true;
                    heard.said = Some(Said::UpToDate);
                }
                // The other side waits itself for what a third one has not told it yet.
                Taken::Early => (self.asked, self.is_behind) = (Some(now), true),
            },
            Message::Update(update) => match take_in(update, replica)? {
                Taken::Whole => heard.has_update = true,
                Taken::Early => self.is_behind = true,
            },
            Message::Presence(states) => {
                heard.presences = presences.hear(states, now)?;
                if heard.presences.contains(&presences.client()) {
                    heard.replies.push(self.presence(&presences.tell_mine()));
                }
            }
            Message::AskPresence => heard.replies.push(self.presence(&presences.tell_all())),
            Message::LetIn | Message::Other => {}
            Message::Denied(why) => heard.said = Some(Said::Denied(why.to_owned())),
            Message::Closed(why) => heard.said = Some(Said::Closed(why.to_owned())),
        }
        if self.is_behind && self.may_ask(now) {
            heard.replies.push(self.ask(replica, now));
        }
        Ok(heard)
    }

    fn may_ask(&self, now: u64) -> bool {
        self.asked
            .is_none_or(|asked| now.abs_diff(asked) >= PATIENCE)
    }
}

/// What became of an update.
enum Taken {
    Whole,
    /// It builds on edits that are not here: it comes again with those, when they are asked for.
    Early,
}

fn take_in(update: &[u8], replica: &mut impl Replica) -> Result<Taken, SyncError> {
    match replica.receive(update) {
        Ok(()) => Ok(Taken::Whole),
        Err(DocumentError::Unfit(Unfit::Early)) => Ok(Taken::Early),
        Err(why) => Err(SyncError::Update(why)),
    }
}

/// Whether a copy with the one state vector knows what a copy with the other does not.
fn is_ahead(theirs: &[u8], ours: &[u8]) -> bool {
    let ours = ends(ours);
    ends(theirs).into_iter().any(|(client, end)| {
        let known = ours.iter().find(|(other, _)| *other == client);
        known.is_none_or(|(_, known)| *known < end)
    })
}

fn ends(state_vector: &[u8]) -> Vec<(u64, u64)> {
    let mut reader = Reader::new(state_vector);
    let count = reader.number().unwrap_or_default();
    let mut ends = Vec::new();
    for _ in 0..count {
        let (Ok(client), Ok(end)) = (reader.number(), reader.number()) else {
            break;
        };
        ends.push((client, end));
    }
    ends
}
