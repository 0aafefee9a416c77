//! A walk over the bytes of a stranger's update, before yrs sees any of them.
//!
//! An update is a list of *blocks*, each an edit with a place, and of what was deleted. yrs reads any
//! that Yjs can write: nested to any depth, of any sort, in any number. This document is one map in
//! another with plain values in it, so whatever else an update holds is not ours, and is refused here:
//! nothing that could exhaust the stack or the memory gets further. Where blocks may stand is the
//! [`Guard`](super::guard::Guard)'s to say.
//!
//! The format is version 1 of Yjs's updates, as `yrs` 0.28 and `yjs` 13 write it.

use super::{
    lib0::{Broken, Reader},
    migrate,
    schema::{Table, VERSION},
};

/// Clocks stay below this, so that no sum of two overflows.
const LARGEST_CLOCK: u32 = 1 << 30;
/// The longest key and the longest name of a table, in bytes.
const LONGEST_KEY: usize = 1024;
/// The longest state vector, in bytes: that of some 10,000 clients.
const LONGEST_STATE_VECTOR: usize = 128 << 10;
/// How deep lists and maps may stand in one plain value.
const DEEPEST_VALUE: u8 = 8;

const GC: u8 = 0;
const SKIP: u8 = 10;
const HAS_ORIGIN: u8 = 0x80;
const HAS_RIGHT_ORIGIN: u8 = 0x40;
const HAS_KEY: u8 = 0x20;
const KIND: u8 = 0x1f;
const DELETED: u8 = 1;
const TYPE: u8 = 7;
const ANY: u8 = 8;
/// The one shared type that the document is made of.
const MAP: u64 = 1;

/// Why an update is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Not an update of this format, cut short, or with something behind it.
    #[error("these bytes are not an update of a document")]
    Broken,
    /// A text, a list or anything else that no map of Whyweb is made of.
    #[error("it holds something that no map of Whyweb is made of")]
    Foreign,
    /// Blocks that wait for each other.
    #[error("its edits wait for each other")]
    Circular,
    /// A great many edits that contend for one place, which would take for ever to put in order.
    #[error("it holds too many edits of one place")]
    Crowded,
    /// More cards and other parts than a map can have.
    #[error("it holds more parts than a map can have")]
    TooMany,
    /// With it the document would be larger than what can be told to others.
    #[error("with it the map would be too large to be worked on together")]
    TooHeavy,
    /// Made by a later version of Whyweb.
    #[error("it was made by a newer Whyweb; reload the page")]
    Later,
    /// It builds on edits that have not arrived. No fault: what is missing can be asked for.
    #[error("it builds on edits that have not arrived yet")]
    Early,
}

impl From<Broken> for Unfit {
    fn from(_: Broken) -> Self {
        Self::Broken
    }
}

/// Which edit of which copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id {
    pub(super) client: u64,
    pub(super) clock: u32,
}

/// Where a block says that it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// In a table.
    InTable(Option<Table>),
    /// It is the version of the document's layout.
    IsVersion,
    /// In the part that this edit made.
    InPart(Id),
    /// Where these edits stand, of which it takes the place.
    Beside(Option<Id>, Option<Id>),
    /// Nowhere any more: it was deleted, and forgotten.
    Nowhere,
}

/// What a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A map.
    Map,
    /// Plain values.
    Values,
    /// What was deleted, of either sort.
    Nothing,
}

/// One block.
#[derive(Debug, Clone, Copy)]
pub(super) struct Block<'a> {
    pub(super) id: Id,
    pub(super) len: u32,
    pub(super) stands: Stands,
    /// Under which key, where it says so itself.
    pub(super) key: Option<&'a str>,
    pub(super) holds: Holds,
    /// Whether it could be the version of a layout that is known here.
    pub(super) is_known_version: bool,
    /// What it took to tell, in bytes.
    pub(super) bytes: usize,
}

/// What an update holds.
#[derive(Debug, Default)]
pub(super) struct Walked<'a> {
    /// The blocks of each client one after the other, by their clocks.
    pub(super) blocks: Vec<Block<'a>>,
    /// What was deleted: the first edit and the clock after the last.
    pub(super) deleted: Vec<(Id, u32)>,
    /// Whether edits are left out in between.
    pub(super) has_gap: bool,
}

/// Reads an update.
pub(super) fn walk(update: &[u8]) -> Result<Walked<'_>, Unfit> {
    let mut reader = Reader::new(update);
    let mut walked = Walked::default();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..reader.number()? {
        let count = reader.number()?;
        let client = reader.number()?;
        let mut clock = reader.number_to(LARGEST_CLOCK)?;
        if !seen.insert(client) {
            return Err(Unfit::Broken);
        }
        for _ in 0..count {
            let left = reader.rest().len();
            let block = block(&mut reader, Id { client, clock })?;
            let len = match &block {
                Read::Block(block) => block.len,
                Read::Gap(len) => *len,
            };
            clock = clock
                .checked_add(len)
                .filter(|end| len > 0 && *end <= LARGEST_CLOCK)
                .ok_or(Unfit::Broken)?;
            match block {
                Read::Block(block) => {
                    let bytes = left - reader.rest().len();
                    walked.blocks.push(Block { bytes, ..block });
                }
                Read::Gap(_) => walked.has_gap = true,
            }
        }
    }
    walked.deleted = deleted(&mut reader)?;
    if reader.is_at_end() {
        Ok(walked)
    } else {
        Err(Unfit::Broken)
    }
}

/// Checks that these bytes tell what a copy knows: a client and a clock, for each client once.
pub(super) fn state_vector(bytes: &[u8]) -> Result<(), Unfit> {
    let mut reader = Reader::new(bytes);
    for _ in 0..reader.number()? {
        reader.number()?;
        reader.number_to(LARGEST_CLOCK)?;
    }
    if reader.is_at_end() && bytes.len() <= LONGEST_STATE_VECTOR {
        Ok(())
    } else {
        Err(Unfit::Broken)
    }
}

enum Read<'a> {
    Block(Block<'a>),
    Gap(u32),
}

fn block<'a>(reader: &mut Reader<'a>, id: Id) -> Result<Read<'a>, Unfit> {
    let info = reader.byte()?;
    if info == SKIP {
        return Ok(Read::Gap(reader.number_to(LARGEST_CLOCK)?));
    }
    let mut block = Block {
        id,
        len: 1,
        stands: Stands::Nowhere,
        key: None,
        holds: Holds::Nothing,
        is_known_version: false,
        bytes: 0,
    };
    if info == GC {
        block.len = reader.number_to(LARGEST_CLOCK)?;
        return Ok(Read::Block(block));
    }
    (block.stands, block.key) = place(reader, info)?;
    match info & KIND {
        // It may have been the version once.
        DELETED => (block.len, block.is_known_version) = (reader.number_to(LARGEST_CLOCK)?, true),
        TYPE if reader.number()? == MAP => block.holds = Holds::Map,
        ANY => {
            block.holds = Holds::Values;
            block.len = reader.number_to(LARGEST_CLOCK)?;
            for _ in 0..block.len {
                block.is_known_version = value(reader, DEEPEST_VALUE)?;
            }
        }
        _ => return Err(Unfit::Foreign),
    }
    Ok(Read::Block(block))
}

fn place<'a>(reader: &mut Reader<'a>, info: u8) -> Result<(Stands, Option<&'a str>), Unfit> {
    let mut id_where = |flag: u8| (info & flag != 0).then(|| self::id(reader)).transpose();
    let (left, right) = (id_where(HAS_ORIGIN)?, id_where(HAS_RIGHT_ORIGIN)?);
    if left.is_some() || right.is_some() {
        return Ok((Stands::Beside(left, right), None));
    }
    let stands = match reader.number()? {
        1 => Stands::InTable(table(key(reader)?)),
        _ => Stands::InPart(id(reader)?),
    };
    // What has no key is an item of a list.
    if info & HAS_KEY == 0 {
        return Err(Unfit::Foreign);
    }
    let key = key(reader)?;
    let is_version = stands == Stands::InTable(Some(Table::Head)) && key == migrate::FIELD;
    Ok((
        if is_version {
            Stands::IsVersion
        } else {
            stands
        },
        Some(key),
    ))
}

/// The table of this name. A later Whyweb may have more of them.
fn table(name: &str) -> Option<Table> {
    Table::ALL.into_iter().find(|table| table.name() == name)
}

fn key<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Unfit> {
    let key = reader.text()?;
    if key.len() <= LONGEST_KEY {
        Ok(key)
    } else {
        Err(Unfit::Foreign)
    }
}

fn id(reader: &mut Reader) -> Result<Id, Unfit> {
    Ok(Id {
        client: reader.number()?,
        clock: reader.number_to(LARGEST_CLOCK)?,
    })
}

/// Passes over a plain value; tells whether it could be the version of a known layout.
fn value(reader: &mut Reader, deepest: u8) -> Result<bool, Unfit> {
    match reader.byte()? {
        // Undefined, null, no and yes.
        127 | 126 | 121 | 120 => {}
        125 => {
            let first = reader.rest().first().copied().unwrap_or(u8::MAX);
            reader.skip_signed()?;
            // Small numbers stand in one byte, of which the seventh bit is the sign.
            return Ok(first < 0x40 && u32::from(first) <= VERSION);
        }
        124 => {
            let bytes = reader.take(4)?.try_into().map_err(|_| Unfit::Broken)?;
            return Ok(f64::from(f32::from_be_bytes(bytes)) <= f64::from(VERSION));
        }
        123 => {
            let bytes = reader.take(8)?.try_into().map_err(|_| Unfit::Broken)?;
            return Ok(f64::from_be_bytes(bytes) <= f64::from(VERSION));
        }
        122 => drop(reader.take(8)?),
        119 => drop(reader.text()?),
        116 => drop(reader.bytes()?),
        118 => {
            let deepest = deepest.checked_sub(1).ok_or(Unfit::Foreign)?;
            for _ in 0..reader.number()? {
                reader.text()?;
                value(reader, deepest)?;
            }
        }
        117 => {
            let deepest = deepest.checked_sub(1).ok_or(Unfit::Foreign)?;
            for _ in 0..reader.number()? {
                value(reader, deepest)?;
            }
        }
        _ => return Err(Unfit::Broken),
    }
    Ok(false)
}

/// What was deleted. Ranges of one client stand in their order and do not meet, as every Yjs writes
/// them; others would be gone through again and again.
fn deleted(reader: &mut Reader) -> Result<Vec<(Id, u32)>, Unfit> {
    let mut deleted = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..reader.number()? {
        let client = reader.number()?;
        if !seen.insert(client) {
            return Err(Unfit::Broken);
        }
        let mut after = 0;
        for _ in 0..reader.number()? {
            let clock = reader.number_to(LARGEST_CLOCK)?;
            let end = clock + reader.number_to(LARGEST_CLOCK)?;
            if clock < after || end > LARGEST_CLOCK {
                return Err(Unfit::Broken);
            }
            deleted.push((Id { client, clock }, end));
            after = end;
        }
    }
    Ok(deleted)
}
