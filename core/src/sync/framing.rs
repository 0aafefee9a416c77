//! How messages are wrapped: bare, as y-websocket and our own pages send them, or as Hocuspocus does.
//!
//! Hocuspocus (3.x) puts the document's name before each message, wants a token before anything else,
//! and has a few sorts of messages more. A token is sent even where the server wants none: it waits
//! for one all the same.

use super::{
    SyncError,
    message::{self, ASK_PRESENCE, AUTH, Message, PRESENCE, SYNC},
};
use crate::document::lib0::{Reader, Writer};

const SYNC_REPLY: u64 = 4;
const CLOSE: u64 = 7;

/// The sorts of Hocuspocus's messages about being let in.
const TOKEN: u64 = 0;
const PERMISSION_DENIED: u64 = 1;
const AUTHENTICATED: u64 = 2;

/// How messages are wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Framing {
    /// As they are.
    Plain,
    /// As Hocuspocus wants them.
    Hocuspocus {
        /// The document's name there.
        document: String,
        /// What lets us in; may be empty.
        token: String,
    },
}

impl Framing {
    /// What has to be said before anything else, where anything has.
    pub(super) fn knock(&self) -> Option<Vec<u8>> {
        let Self::Hocuspocus { token, .. } = self else {
            return None;
        };
        let knock = self.begin().number(AUTH).number(TOKEN).text(token);
        Some(knock.finish())
    }

    pub(super) fn write(&self, message: Message) -> Vec<u8> {
        message::write(self.begin(), message)
    }

    fn begin(&self) -> Writer {
        match self {
            Self::Plain => Writer::default(),
            Self::Hocuspocus { document, .. } => Writer::default().text(document),
        }
    }

    pub(super) fn read<'a>(&self, bytes: &'a [u8]) -> Result<Message<'a>, SyncError> {
        if bytes.len() > message::LARGEST_MESSAGE {
            return Err(SyncError::TooLarge(bytes.len()));
        }
        let mut reader = Reader::new(bytes);
        match self {
            Self::Plain => plain(&mut reader),
            Self::Hocuspocus { document, .. } => {
                if reader.text()? != document {
                    return Err(SyncError::OtherDocument);
                }
                hocuspocus(&mut reader)
            }
        }
    }
}

fn plain<'a>(reader: &mut Reader<'a>) -> Result<Message<'a>, SyncError> {
    match reader.number()? {
        SYNC => message::sync(reader),
        PRESENCE => Ok(Message::Presence(reader.bytes()?)),
        // The one thing that y-protocols says about it.
        AUTH => match reader.number()? {
            0 => Ok(Message::Denied(reader.text()?)),
            _ => Ok(Message::Other),
        },
        ASK_PRESENCE => Ok(Message::AskPresence),
        _ => Err(SyncError::Unreadable),
    }
}

fn hocuspocus<'a>(reader: &mut Reader<'a>) -> Result<Message<'a>, SyncError> {
    match reader.number()? {
        SYNC | SYNC_REPLY => message::sync(reader),
        PRESENCE => Ok(Message::Presence(reader.bytes()?)),
        AUTH => match reader.number()? {
            PERMISSION_DENIED => Ok(Message::Denied(reader.text()?)),
            AUTHENTICATED => Ok(Message::LetIn),
            _ => Ok(Message::Other),
        },
        ASK_PRESENCE => Ok(Message::AskPresence),
        CLOSE => Ok(Message::Closed(reader.text()?)),
        // Messages of an application's own, and whether something was stored there.
        _ => Ok(Message::Other),
    }
}
