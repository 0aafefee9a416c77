//! Messages cut into pieces for a way that carries only small ones, as a WebRTC data channel does.
//! The way keeps their order.

use super::{LARGEST_MESSAGE, SyncError};

/// The largest piece, in bytes: what every browser's data channel carries.
pub const LARGEST_CHUNK: usize = 16 * 1024;

const MORE: u8 = 1;
const LAST: u8 = 0;

/// The pieces of a message, in order.
pub fn chunks(message: &[u8]) -> Vec<Vec<u8>> {
    let pieces = message.chunks(LARGEST_CHUNK - 1);
    let last = pieces.len().saturating_sub(1);
    let marked = pieces.enumerate().map(|(at, piece)| {
        let mark = if at == last { LAST } else { MORE };
        [&[mark], piece].concat()
    });
    marked.collect()
}

/// Messages on their way back together.
#[derive(Debug, Default)]
pub struct Gathering(Vec<u8>);

impl Gathering {
    /// Takes the next piece; gives the message when it is whole. What grows too large is let go.
    pub fn take(&mut self, piece: &[u8]) -> Result<Option<Vec<u8>>, SyncError> {
        let (mark, rest) = piece.split_first().ok_or(SyncError::Unreadable)?;
        let size = self.0.len() + rest.len();
        if size > LARGEST_MESSAGE {
            self.0 = Vec::new();
            return Err(SyncError::TooLarge(size));
        }
        self.0.extend_from_slice(rest);
        match *mark {
            MORE => Ok(None),
            LAST => Ok(Some(std::mem::take(&mut self.0))),
            _ => {
                self.0 = Vec::new();
                Err(SyncError::Unreadable)
            }
        }
    }
}
