//! The messages of the Yjs protocol, as y-protocols 1 and y-websocket write them.

use super::SyncError;
use crate::document::lib0::{Broken, Reader, Writer};

/// The largest message read, in bytes: an update of the largest size, and what stands around it.
pub const LARGEST_MESSAGE: usize = crate::document::LARGEST_FROM_OTHERS + 4096;

pub(super) const SYNC: u64 = 0;
pub(super) const PRESENCE: u64 = 1;
pub(super) const AUTH: u64 = 2;
pub(super) const ASK_PRESENCE: u64 = 3;

const STEP_1: u64 = 0;
const STEP_2: u64 = 1;
const UPDATE: u64 = 2;

/// One message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Message<'a> {
    /// What the other copy knows; it wants the rest.
    Ask(&'a [u8]),
    /// What we asked for.
    Answer(&'a [u8]),
    /// What was just done.
    Update(&'a [u8]),
    /// Who is there.
    Presence(&'a [u8]),
    /// Who is here?
    AskPresence,
    /// The other side lets us in.
    LetIn,
    /// The other side does not let us in, for this reason.
    Denied(&'a str),
    /// The other side ends the talk, for this reason.
    Closed(&'a str),
    /// Of a sort that we have no use for.
    Other,
}

impl From<Broken> for SyncError {
    fn from(_: Broken) -> Self {
        Self::Unreadable
    }
}

/// Reads what follows the sort of a sync message.
pub(super) fn sync<'a>(reader: &mut Reader<'a>) -> Result<Message<'a>, SyncError> {
    let step = reader.number()?;
    let bytes = reader.bytes()?;
    match step {
        STEP_1 => Ok(Message::Ask(bytes)),
        STEP_2 => Ok(Message::Answer(bytes)),
        UPDATE => Ok(Message::Update(bytes)),
        _ => Err(SyncError::Unreadable),
    }
}

/// Writes a message; of those that only a server sends, nothing.
pub(super) fn write(writer: Writer, message: Message) -> Vec<u8> {
    let sync = |writer: Writer, step, bytes| writer.number(SYNC).number(step).bytes(bytes);
    let writer = match message {
        Message::Ask(bytes) => sync(writer, STEP_1, bytes),
        Message::Answer(bytes) => sync(writer, STEP_2, bytes),
        Message::Update(bytes) => sync(writer, UPDATE, bytes),
        Message::Presence(bytes) => writer.number(PRESENCE).bytes(bytes),
        Message::AskPresence => writer.number(ASK_PRESENCE),
        Message::LetIn | Message::Denied(_) | Message::Closed(_) | Message::Other => writer,
    };
    writer.finish()
}
