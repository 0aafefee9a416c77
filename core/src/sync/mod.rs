//! Talking with other copies of a document: bytes in, bytes out, and no transport.
//!
//! Every way of working together moves the same messages, those of the Yjs protocol: *ask* (step 1: what
//! I know), *answer* (step 2: what you do not know), *update*, and *presence* (Yjs calls it awareness: who
//! is here, which is never stored). A [`Talk`] is one conversation with one other side. What the other
//! side sends is a stranger's: every length has a limit, and an update passes the document's guard.
//!
//! Whoever moves the bytes may lose, repeat or reorder them: what is missing is noticed and asked for.

use crate::document::{Document, DocumentError};

mod chunks;
mod framing;
mod invite;
mod message;
mod presence;
mod presences;
mod server;
mod talk;

pub use chunks::{Gathering, LARGEST_CHUNK, chunks};
pub use framing::Framing;
pub use invite::{Address, Invite, InviteError, MOST_ADDRESSES, Session, Side};
pub use message::LARGEST_MESSAGE;
pub use presence::{COLOURS, LONGEST_NAME, Presence, View};
pub use presences::{MOST_PRESENT, Presences, SILENCE};
pub use server::{Server, ServerError, Speaks};
pub use talk::{Heard, Said, Talk};

/// A copy of a document that a talk is about.
pub trait Replica {
    /// What this copy knows.
    fn state_vector(&self) -> Vec<u8>;
    /// What this copy knows and a copy with that state vector does not.
    fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, DocumentError>;
    /// Takes in a stranger's update, or refuses it as a whole.
    fn receive(&mut self, update: &[u8]) -> Result<(), DocumentError>;
}

impl Replica for Document {
    fn state_vector(&self) -> Vec<u8> {
        Self::state_vector(self)
    }

    fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, DocumentError> {
        Self::diff(self, state_vector)
    }

    fn receive(&mut self, update: &[u8]) -> Result<(), DocumentError> {
        Self::receive(self, update)
    }
}

/// Why something that another side sent was left out. The document stays as it was.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SyncError {
    /// More bytes than [`LARGEST_MESSAGE`].
    #[error("a message that is too large")]
    TooLarge(usize),
    /// No message of the protocol.
    #[error("bytes that are no message of the Yjs protocol")]
    Unreadable,
    /// Meant for another document.
    #[error("a message about another incident")]
    OtherDocument,
    /// A presence that is none.
    #[error("a presence that cannot be read")]
    Presence,
    /// An update that could not be taken in.
    #[error("an update that was not taken in: {0}")]
    Update(DocumentError),
}

#[cfg(test)]
mod tests;
