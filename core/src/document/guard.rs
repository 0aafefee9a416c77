//! What each edit of the document is, so that a stranger's can be held to the places it may stand in.
//!
//! A table holds parts and plain values, a part holds plain values, and nothing is any deeper. An edit
//! often tells its place only by those beside it, so the guard remembers, in runs, how deep every edit
//! of the document stands. It knows nothing of words: what a value says is for the reading to judge.

use std::collections::BTreeMap;

use super::{
    crowds,
    lib0::Writer,
    schema::Table,
    vet::{Block, Holds, Id, Stands, Unfit, Walked, walk},
};

/// The most parts, there and gone, that a table takes from others.
const MOST_IN_TABLE: usize = 100_000;
/// The most factors, there and gone. As many as a file may have.
const MOST_FACTORS: usize = 20_000;
/// The most that a document may hold to take anything from others, in bytes: what one message carries,
/// so that a newcomer can be told all of it, and what a device opens again.
const MOST_BYTES: usize = super::LARGEST_FROM_OTHERS;
/// The most copies that may ever have edited one document.
const MOST_CLIENTS: usize = 10_000;

/// How an edit stands in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    /// A part of a table.
    Part,
    /// A plain value of a table.
    Value,
    /// A part or a value of a table that was deleted. What says to stand in it is deleted too.
    Was,
    /// The version of the layout.
    Version,
    /// A plain value of a part.
    Field,
    /// Deleted and forgotten.
    Gone,
}

/// Edits of one client that follow each other and stand alike.
#[derive(Debug, Clone, Copy)]
struct Run {
    start: u32,
    end: u32,
    level: Level,
}

/// How all edits stand that the document holds.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// By client, in order; no two runs meet.
    runs: BTreeMap<u64, Vec<Run>>,
    parts: BTreeMap<Option<Table>, usize>,
    /// What all edits took to tell, in bytes.
    bytes: usize,
}

/// What a fit update adds to the guard once the document has it.
#[derive(Debug)]
pub(super) struct Fit {
    runs: Vec<(u64, Run)>,
    parts: BTreeMap<Option<Table>, usize>,
    bytes: usize,
}

impl Guard {
    /// How far each client's edits are known, as Yjs writes it.
    pub(super) fn state_vector(&self) -> Vec<u8> {
        let ends = self.runs.iter().filter_map(|(client, runs)| {
            let end = runs.last()?.end;
            Some((*client, end))
        });
        let start = Writer::default().number(self.runs.len() as u64);
        let all = ends.fold(start, |writer, (client, end)| {
            writer.number(client).number(end.into())
        });
        all.finish()
    }

    /// Takes note of the document's own edits, which need no judging.
    pub(super) fn learn(&mut self, update: &[u8]) {
        // It is yrs's own writing. Should it ever not be understood, its edits stay unknown, and what
        // builds on them is refused.
        let Ok(walked) = walk(update) else { return };
        let fit = self.settle(&walked, &mut |_| Ok(Level::Gone));
        if let Ok(fit) = fit {
            self.admit(fit);
        }
    }

    /// Judges a stranger's update.
    pub(super) fn judge(&self, update: &[u8]) -> Result<Fit, Unfit> {
        let walked = walk(update)?;
        crowds::refuse_floods(&walked, |client| self.end(client))?;
        crowds::refuse_rivals(&walked)?;
        let fit = self.settle(&walked, &mut Err)?;
        self.refuse_too_many(&fit)?;
        if walked.has_gap {
            return Err(Unfit::Early);
        }
        for (first, end) in &walked.deleted {
            let brought = fit
                .runs
                .iter()
                .filter(|(client, _)| *client == first.client);
            let known = self.end(first.client);
            let known = brought.map(|(_, run)| run.end).fold(known, u32::max);
            if *end > known {
                return Err(Unfit::Early);
            }
        }
        Ok(fit)
    }

    /// Takes note of an update that the document has taken in.
    pub(super) fn admit(&mut self, fit: Fit) {
        for (client, run) in fit.runs {
            let runs = self.runs.entry(client).or_default();
            match runs.last_mut() {
                Some(last) if last.end == run.start && last.level == run.level => {
                    last.end = run.end;
                }
                _ => runs.push(run),
            }
        }
        for (table, count) in fit.parts {
            *self.parts.entry(table).or_default() += count;
        }
        self.bytes += fit.bytes;
    }

    fn end(&self, client: u64) -> u32 {
        let runs = self.runs.get(&client);
        runs.and_then(|runs| runs.last()).map_or(0, |run| run.end)
    }

    fn level(&self, id: Id) -> Option<Level> {
        let runs = self.runs.get(&id.client)?;
        let at = runs.partition_point(|run| run.end <= id.clock);
        runs.get(at)
            .filter(|run| run.start <= id.clock)
            .map(|run| run.level)
    }

    /// Finds how the blocks stand that are new here. `judged` gives the level of a block with a fault.
    fn settle(
        &self,
        walked: &Walked,
        judged: &mut impl FnMut(Unfit) -> Result<Level, Unfit>,
    ) -> Result<Fit, Unfit> {
        let mut settling = Settling::new(self, walked);
        for at in 0..walked.blocks.len() {
            settling.settle(at, judged)?;
        }
        let mut fit = Fit {
            runs: Vec::new(),
            parts: BTreeMap::new(),
            bytes: 0,
        };
        for (block, level) in walked.blocks.iter().zip(&settling.levels) {
            let end = block.id.clock + block.len;
            let start = block.id.clock.max(self.end(block.id.client));
            let Some(level) = level.filter(|_| start < end) else {
                continue;
            };
            if let Stands::InTable(table) = block.stands
                && block.holds == Holds::Map
            {
                *fit.parts.entry(table).or_default() += 1;
            }
            fit.runs.push((block.id.client, Run { start, end, level }));
            fit.bytes += block.bytes;
        }
        Ok(fit)
    }

    fn refuse_too_many(&self, fit: &Fit) -> Result<(), Unfit> {
        for (table, count) in &fit.parts {
            let most = match table {
                Some(Table::Factors) => MOST_FACTORS,
                _ => MOST_IN_TABLE,
            };
            let all = count + self.parts.get(table).copied().unwrap_or_default();
            if all > most {
                return Err(Unfit::TooMany);
            }
        }
        if fit.bytes > 0 && self.bytes + fit.bytes > MOST_BYTES {
            return Err(Unfit::TooHeavy);
        }
        let new = fit.runs.iter().map(|(client, _)| client);
        let new = new.filter(|client| !self.runs.contains_key(client));
        let new: std::collections::BTreeSet<_> = new.collect();
        if self.runs.len() + new.len() > MOST_CLIENTS {
            return Err(Unfit::TooMany);
        }
        Ok(())
    }
}

/// The blocks of one update on the way to their levels, each after those that it builds on.
struct Settling<'a> {
    guard: &'a Guard,
    blocks: &'a [Block<'a>],
    /// By client: where its blocks begin in the list, and where they end.
    clients: BTreeMap<u64, (usize, usize)>,
    levels: Vec<Option<Level>>,
    is_open: Vec<bool>,
}

/// Where an edit is that another builds on.
enum Found {
    Known(Level),
    /// In this update, not settled yet.
    Waits(usize),
    Missing,
}

impl<'a> Settling<'a> {
    fn new(guard: &'a Guard, walked: &'a Walked) -> Self {
        let blocks = &walked.blocks;
        let mut clients = BTreeMap::new();
        for (at, block) in blocks.iter().enumerate() {
            clients.entry(block.id.client).or_insert((at, at)).1 = at + 1;
        }
        Self {
            guard,
            blocks,
            clients,
            levels: vec![None; blocks.len()],
            is_open: vec![false; blocks.len()],
        }
    }

    /// Settles a block, and first all that it builds on. Not by recursion: a chain may be long.
    fn settle(
        &mut self,
        at: usize,
        judged: &mut impl FnMut(Unfit) -> Result<Level, Unfit>,
    ) -> Result<(), Unfit> {
        let mut stack = vec![at];
        while let Some(&at) = stack.last() {
            let (Some(block), Some(None)) = (self.blocks.get(at), self.levels.get(at)) else {
                stack.pop();
                continue;
            };
            let level = match self.level_of(at, block) {
                Ok(Ok(level)) => level,
                Ok(Err(waits)) => {
                    if self.is_open.get(waits) == Some(&true) {
                        judged(Unfit::Circular)?
                    } else {
                        self.open(at);
                        stack.push(waits);
                        continue;
                    }
                }
                Err(unfit) => judged(unfit)?,
            };
            if let Some(settled) = self.levels.get_mut(at) {
                *settled = Some(level);
            }
            stack.pop();
        }
        Ok(())
    }

    fn open(&mut self, at: usize) {
        if let Some(is_open) = self.is_open.get_mut(at) {
            *is_open = true;
        }
    }

    /// How a block stands, or the block that has to be settled before it.
    fn level_of(&self, at: usize, block: &Block) -> Result<Result<Level, usize>, Unfit> {
        let known_end = self.guard.end(block.id.client);
        if block.id.clock + block.len <= known_end {
            return Ok(Ok(Level::Gone));
        }
        // A client's edits are made one after the other.
        let before = at.checked_sub(1).and_then(|at| self.blocks.get(at));
        match before.filter(|before| before.id.client == block.id.client) {
            Some(_) if self.levels.get(at - 1) == Some(&None) => return Ok(Err(at - 1)),
            None if block.id.clock > known_end => return Err(Unfit::Early),
            _ => {}
        }
        let found = |id: Id| -> Result<Result<Level, usize>, Unfit> {
            if id.client == block.id.client && id.clock >= block.id.clock {
                return Err(Unfit::Circular);
            }
            match self.find(id) {
                Found::Known(level) => Ok(Ok(level)),
                Found::Waits(at) => Ok(Err(at)),
                Found::Missing => Err(Unfit::Early),
            }
        };
        let level = match block.stands {
            Stands::Nowhere => Level::Gone,
            Stands::IsVersion => Level::Version,
            Stands::InTable(_) => in_table(block.holds),
            Stands::InPart(part) => match found(part)? {
                Ok(Level::Part) => Level::Field,
                Ok(Level::Gone | Level::Was) => Level::Gone,
                // What took a part's place under its key was a plain value, and holds nothing.
                Ok(_) => return Err(Unfit::Foreign),
                Err(waits) => return Ok(Err(waits)),
            },
            Stands::Beside(left, right) => {
                let mut levels = [None; 2];
                for (level, id) in levels.iter_mut().zip([left, right]) {
                    match id.map(found).transpose()? {
                        Some(Ok(found)) => *level = Some(found),
                        Some(Err(waits)) => return Ok(Err(waits)),
                        None => {}
                    }
                }
                beside(levels, block.holds)?
            }
        };
        match level {
            Level::Field | Level::Version if block.holds == Holds::Map => Err(Unfit::Foreign),
            Level::Version if !block.is_known_version => Err(Unfit::Later),
            level => Ok(Ok(level)),
        }
    }

    fn find(&self, id: Id) -> Found {
        if let Some(level) = self.guard.level(id) {
            return Found::Known(level);
        }
        let Some(&(start, end)) = self.clients.get(&id.client) else {
            return Found::Missing;
        };
        let blocks = self.blocks.get(start..end).unwrap_or_default();
        let at = blocks.partition_point(|block| block.id.clock + block.len <= id.clock);
        match blocks.get(at) {
            Some(block) if block.id.clock <= id.clock => match self.levels.get(start + at) {
                Some(Some(level)) => Found::Known(*level),
                _ => Found::Waits(start + at),
            },
            _ => Found::Missing,
        }
    }
}

/// How a block stands that stands in a table.
fn in_table(holds: Holds) -> Level {
    match holds {
        Holds::Map => Level::Part,
        Holds::Values => Level::Value,
        Holds::Nothing => Level::Was,
    }
}

/// How a block stands that stands beside others.
fn beside(levels: [Option<Level>; 2], holds: Holds) -> Result<Level, Unfit> {
    let standing = |level: Level| match level {
        Level::Part | Level::Value | Level::Was => Some(in_table(holds)),
        Level::Gone => None,
        level => Some(level),
    };
    match levels.map(|level| level.and_then(standing)) {
        [Some(left), Some(right)] if left != right => Err(Unfit::Foreign),
        [Some(level), _] | [None, Some(level)] => Ok(level),
        [None, None] => Ok(Level::Gone),
    }
}
