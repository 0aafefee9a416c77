//! The parts of a document as last read, kept in step with it: only what changed is read again.

use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
    sync::Arc,
};

use yrs::{Any, Map, Out, ReadTxn};

use crate::{
    command::{Write, apply},
    model::{
        FactorId, IdError, Incident, IncidentId, LinkId, Passes, Position, Problem, Round,
        RoundKind, Rounds,
    },
};

use super::{
    fields::{FieldError, Fields, as_pair, as_whole_numbers},
    record::{Record, read_clock, read_head, wrong_id},
    schema::{Table, Tables},
};

/// Which parts changed: the table and the identity; an empty identity stands for the head.
pub(super) type Changes = BTreeSet<(Table, Arc<str>)>;

/// Everything the document holds, sound or not.
#[derive(Debug)]
pub(super) struct Parts {
    /// The parts that could be read, links to nowhere and the like among them.
    pub(super) raw: Incident,
    unreadable: BTreeMap<(Table, Arc<str>), FieldError>,
}

impl Parts {
    pub(super) fn new(id: IncidentId) -> Self {
        Self {
            raw: Incident::bare(id),
            unreadable: BTreeMap::new(),
        }
    }

    /// Reads again what changed.
    pub(super) fn read_changes<T: ReadTxn>(&mut self, changes: &Changes, tables: &Tables, txn: &T) {
        for (table, id) in changes {
            let read = match table {
                Table::Head => self.read_head(tables, txn),
                Table::Clock => self.read_clock(tables, txn),
                Table::Positions => {
                    self.read_position(id, tables, txn);
                    Ok(())
                }
                Table::Passes => {
                    self.read_passes(id, tables, txn);
                    Ok(())
                }
                table => self.read_part(*table, id, tables, txn),
            };
            let place = (*table, Arc::clone(id));
            match read {
                Ok(()) => drop(self.unreadable.remove(&place)),
                Err(error) => drop(self.unreadable.insert(place, error)),
            }
        }
    }

    /// One problem for each part that could not be read.
    pub(super) fn problems(&self) -> impl Iterator<Item = Problem> + '_ {
        self.unreadable
            .iter()
            .map(|((table, id), error)| Problem::Unreadable {
                place: format!("{} {id}", table.name()).trim_end().to_owned(),
                why: error.to_string(),
            })
    }

    fn read_head<T: ReadTxn>(&mut self, tables: &Tables, txn: &T) -> Result<(), FieldError> {
        let head = read_head(&plain_fields(tables.get(Table::Head), txn))?;
        apply(&mut self.raw, &[Write::Head(head)]);
        Ok(())
    }

    fn read_clock<T: ReadTxn>(&mut self, tables: &Tables, txn: &T) -> Result<(), FieldError> {
        let clock = read_clock(&plain_fields(tables.get(Table::Clock), txn))?;
        apply(&mut self.raw, &[Write::Clock(clock)]);
        Ok(())
    }

    fn read_position<T: ReadTxn>(&mut self, id: &str, tables: &Tables, txn: &T) {
        let Ok(factor) = id.parse::<FactorId>() else {
            return;
        };
        let stored = match tables.get(Table::Positions).get(txn, id) {
            Some(Out::Any(value)) => as_pair(&value),
            _ => None,
        };
        match stored.and_then(|(x, y)| Position::new(x, y)) {
            Some(place) => drop(self.raw.positions.insert(factor, place)),
            None => drop(self.raw.positions.remove(&factor)),
        }
    }

    fn read_passes<T: ReadTxn>(&mut self, id: &str, tables: &Tables, txn: &T) {
        let Ok(link) = id.parse::<LinkId>() else {
            return;
        };
        let stored = match tables.get(Table::Passes).get(txn, id) {
            Some(Out::Any(value)) => as_whole_numbers(&value),
            _ => None,
        };
        match stored.and_then(Passes::new) {
            Some(passes) => drop(self.raw.passes.insert(link, passes)),
            None => drop(self.raw.passes.remove(&link)),
        }
    }

    fn read_part<T: ReadTxn>(
        &mut self,
        table: Table,
        id: &str,
        tables: &Tables,
        txn: &T,
    ) -> Result<(), FieldError> {
        let fields = match tables.get(table).get(txn, id) {
            Some(Out::YMap(part)) => Some(plain_fields(&part, txn)),
            Some(_) => return Err(FieldError::Missing("fields")),
            None => None,
        };
        let raw = &mut self.raw;
        match table {
            Table::Factors => put(&mut raw.factors, id, fields),
            Table::Links => put(&mut raw.links, id, fields),
            Table::Accounts => put(&mut raw.accounts, id, fields),
            Table::Evidence => put(&mut raw.evidence, id, fields),
            Table::Actions => put(&mut raw.actions, id, fields),
            Table::Predictions => put(&mut raw.predictions, id, fields),
            Table::Notes => put(&mut raw.notes, id, fields),
            Table::Pinned => put(&mut raw.pinned, id, fields),
            Table::Queries => put(&mut raw.queries, id, fields),
            Table::Comments => put(&mut raw.comments, id, fields),
            Table::Versions => put(&mut raw.versions, id, fields),
            Table::Rounds => put_round(&mut raw.rounds, id, fields),
            Table::Ballots => put(&mut raw.ballots, id, fields),
            Table::Categories => put(&mut raw.categories, id, fields),
            Table::Areas => put(&mut raw.areas, id, fields),
            Table::Head | Table::Clock | Table::Positions | Table::Passes => Ok(()),
        }
    }
}

fn put<K: Ord + FromStr<Err = IdError>, T: Record + PartialEq>(
    map: &mut BTreeMap<K, Arc<T>>,
    id: &str,
    fields: Option<Fields>,
) -> Result<(), FieldError> {
    let key: K = id.parse().map_err(|error: IdError| wrong_id(&error))?;
    let read = fields.map(|fields| T::read(id, &fields)).transpose();
    // What cannot be read is as good as gone; each of these stands here once, for every table.
    let (part, answer) = match read {
        Ok(part) => (part, Ok(())),
        Err(error) => (None, Err(error)),
    };
    match part {
        None => drop(map.remove(&key)),
        // An equal part keeps its pointer, so that views know it is the same.
        Some(part) if map.get(&key).is_some_and(|old| **old == part) => {}
        Some(part) => drop(map.insert(key, Arc::new(part))),
    }
    answer
}

fn put_round(rounds: &mut Rounds, id: &str, fields: Option<Fields>) -> Result<(), FieldError> {
    let kind: RoundKind = id.parse().map_err(|why: &str| FieldError::Wrong {
        field: "id",
        why: why.to_owned(),
    })?;
    rounds.remove(kind);
    if let Some(fields) = fields {
        rounds.insert(Arc::new(Round::read(id, &fields)?));
    }
    Ok(())
}

/// The plain values of a stored map; nested shared types have no place in it and are passed over.
pub(super) fn plain_fields<T: ReadTxn>(map: &yrs::MapRef, txn: &T) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in map.iter(txn) {
        match value {
            Out::Any(Any::Null | Any::Undefined) => {}
            Out::Any(value) => drop(fields.0.insert(Arc::from(name), value)),
            _ => {}
        }
    }
    fields
}
