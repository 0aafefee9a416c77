//! Everybody who is there, by the rules of Yjs's awareness: each client counts its own states, the
//! higher count is the later one, and who is silent for long is gone.

use std::collections::BTreeMap;

use super::{Presence, SyncError};
use crate::document::lib0::{Reader, Writer};

/// The most people shown at once. Who comes after is not shown; edits are not affected.
pub const MOST_PRESENT: usize = 200;
/// How long somebody may be silent before they are taken to be gone, in ms. Who is there says so at
/// least twice in this time.
pub const SILENCE: u64 = 30_000;
/// The longest state of one client, in bytes.
const LONGEST_STATE: usize = 4096;

/// What is known of one other client.
#[derive(Debug, Clone, PartialEq)]
struct Other {
    count: u32,
    presence: Option<Presence>,
    /// When we last heard of them, by our own clock, in ms since 1970 UTC.
    heard: u64,
}

/// Everybody who is there.
#[derive(Debug)]
pub struct Presences {
    client: u64,
    count: u32,
    mine: Option<Presence>,
    others: BTreeMap<u64, Other>,
}

impl Presences {
    /// Nobody yet. `client` is the number of the document's copy.
    pub fn new(client: u64) -> Self {
        Self {
            client,
            count: 0,
            mine: None,
            others: BTreeMap::new(),
        }
    }

    /// Shows this of oneself, or goes.
    pub fn show(&mut self, presence: Option<Presence>) {
        self.count = self.count.saturating_add(1);
        self.mine = presence;
    }

    /// Says anew that one is still there.
    pub fn renew(&mut self) {
        self.count = self.count.saturating_add(1);
    }

    /// What one shows of oneself.
    pub fn mine(&self) -> Option<&Presence> {
        self.mine.as_ref()
    }

    /// The number under which others know us.
    pub fn client(&self) -> u64 {
        self.client
    }

    /// The others who are there, in the order of their numbers.
    pub fn others(&self) -> impl Iterator<Item = (u64, &Presence)> {
        let others = self.others.iter();
        others.filter_map(|(client, other)| Some((*client, other.presence.as_ref()?)))
    }

    /// One's own state as bytes to send.
    pub fn tell_mine(&self) -> Vec<u8> {
        self.tell(&[self.client])
    }

    /// All states as bytes to send.
    pub fn tell_all(&self) -> Vec<u8> {
        let others = self.others().map(|(client, _)| client);
        let all: Vec<u64> = std::iter::once(self.client).chain(others).collect();
        self.tell(&all)
    }

    /// The states of these clients, as bytes to send.
    pub fn tell(&self, clients: &[u64]) -> Vec<u8> {
        let states: Vec<_> = clients
            .iter()
            .filter_map(|client| self.state(*client))
            .collect();
        let start = Writer::default().number(states.len() as u64);
        let all = states.iter().fold(start, |writer, (client, count, json)| {
            writer.number(*client).number((*count).into()).text(json)
        });
        all.finish()
    }

    fn state(&self, client: u64) -> Option<(u64, u32, String)> {
        let (count, presence) = if client == self.client {
            (self.count, self.mine.as_ref())
        } else {
            let other = self.others.get(&client)?;
            (other.count, other.presence.as_ref())
        };
        let json = presence.map_or_else(|| "null".to_owned(), Presence::to_json);
        Some((client, count, json))
    }

    /// Hears of others; tells whose state is another now. `now` is in ms since 1970 UTC.
    pub fn hear(&mut self, bytes: &[u8], now: u64) -> Result<Vec<u64>, SyncError> {
        let mut reader = Reader::new(bytes);
        let mut states = Vec::new();
        for _ in 0..reader.number().map_err(|_| SyncError::Presence)? {
            let state = read_state(&mut reader).map_err(|_| SyncError::Presence)?;
            states.push(state);
        }
        let mut changed = Vec::new();
        for (client, count, json) in states {
            if self.hear_one(client, count, json, now) {
                changed.push(client);
            }
        }
        Ok(changed)
    }

    fn hear_one(&mut self, client: u64, count: u32, json: &str, now: u64) -> bool {
        if client == self.client {
            // Somebody takes us to be gone, or to be what we are not: say it anew.
            let is_other = count > self.count || (count == self.count && json == "null");
            let is_behind = is_other && self.mine.is_some();
            if is_behind {
                self.count = count.saturating_add(1);
            }
            return is_behind;
        }
        let presence = match json {
            "null" => None,
            json if json.len() > LONGEST_STATE => return false,
            json => Some(Presence::of_json(json).unwrap_or_default()),
        };
        let Some(known) = self.others.get_mut(&client) else {
            let has_room = self.others.len() < MOST_PRESENT && presence.is_some();
            if has_room {
                let other = Other {
                    count,
                    presence,
                    heard: now,
                };
                self.others.insert(client, other);
            }
            return has_room;
        };
        let goes = count == known.count && presence.is_none() && known.presence.is_some();
        if count <= known.count && !goes {
            return false;
        }
        *known = Other {
            count,
            presence,
            heard: now,
        };
        true
    }

    /// Takes those to be gone of whom nothing was heard for [`SILENCE`]; tells who.
    pub fn forget_silent(&mut self, now: u64) -> Vec<u64> {
        let is_silent = |other: &Other| now.saturating_sub(other.heard) >= SILENCE;
        let silent = self.others.iter().filter(|(_, other)| is_silent(other));
        let silent: Vec<u64> = silent.map(|(client, _)| *client).collect();
        self.forget(&silent)
    }

    /// Takes these to be gone; tells which of them were there.
    pub fn forget(&mut self, clients: &[u64]) -> Vec<u64> {
        let gone = clients.iter().copied().filter(|client| {
            let other = self.others.remove(client);
            other.is_some_and(|other| other.presence.is_some())
        });
        gone.collect()
    }
}

fn read_state<'a>(
    reader: &mut Reader<'a>,
) -> Result<(u64, u32, &'a str), crate::document::lib0::Broken> {
    let client = reader.number()?;
    let count = reader.number_to(u32::MAX)?;
    Ok((client, count, reader.text()?))
}
