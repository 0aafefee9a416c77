//! A plan written into the document: only the fields that differ.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use yrs::{Any, Map, MapPrelim, MapRef, Out, ReadTxn, TransactionMut};

use crate::command::{PartId, Write};

use super::{
    fields::Fields,
    history::PartPlace,
    parts::plain_fields,
    record::{Record, write_clock, write_head},
    schema::{Table, Tables},
};

/// Writes a plan. Of several steps about one part only the last counts, so that a part added and
/// changed in one gesture is written once.
pub(super) fn write(plan: &[Write], tables: &Tables, txn: &mut TransactionMut) {
    let mut last = BTreeMap::new();
    for step in plan {
        last.insert(place(step), step);
    }
    for ((table, id), step) in last {
        let map = tables.get(table);
        match fields(step) {
            Some(fields) if table.is_one_part() => set_fields(map, &fields, txn),
            Some(fields) => set_fields(&part(map, &id, txn), &fields, txn),
            None => drop(map.remove(txn, &id)),
        }
    }
}

/// The parts that a plan would make.
pub(super) fn made<T: ReadTxn>(plan: &[Write], tables: &Tables, txn: &T) -> BTreeSet<PartPlace> {
    let places = plan.iter().map(place);
    let new = places
        .filter(|(table, id)| !table.is_one_part() && tables.get(*table).get(txn, id).is_none());
    new.collect()
}

/// The stored map of a part, made where there is none.
fn part(table: &MapRef, id: &str, txn: &mut TransactionMut) -> MapRef {
    match table.get(txn, id) {
        Some(Out::YMap(part)) => part,
        _ => table.insert(txn, id, MapPrelim::default()),
    }
}

fn set_fields(map: &MapRef, fields: &Fields, txn: &mut TransactionMut) {
    let stored = plain_fields(map, txn);
    for name in stored.0.keys().filter(|name| !fields.0.contains_key(*name)) {
        map.remove(txn, name);
    }
    for (name, value) in &fields.0 {
        if stored.0.get(name) != Some(value) {
            map.insert(txn, Arc::clone(name), Any::clone(value));
        }
    }
}

fn place(step: &Write) -> (Table, Arc<str>) {
    let at = |table, id: &str| (table, Arc::from(id));
    match step {
        Write::Head(_) => at(Table::Head, ""),
        Write::Clock(_) => at(Table::Clock, ""),
        Write::Factor(part) => at(Table::Factors, part.id.as_str()),
        Write::Link(part) => at(Table::Links, part.id.as_str()),
        Write::Account(part) => at(Table::Accounts, part.id.as_str()),
        Write::Evidence(part) => at(Table::Evidence, part.id.as_str()),
        Write::Action(part) => at(Table::Actions, part.id.as_str()),
        Write::Prediction(part) => at(Table::Predictions, part.id.as_str()),
        Write::Note(part) => at(Table::Notes, part.id.as_str()),
        Write::Pinned(part) => at(Table::Pinned, part.id.as_str()),
        Write::SavedQuery(part) => at(Table::Queries, part.id.as_str()),
        Write::Comment(part) => at(Table::Comments, part.id.as_str()),
        Write::Version(part) => at(Table::Versions, part.id.as_str()),
        Write::Round(part) => at(Table::Rounds, part.id.word()),
        Write::Ballot(part) => at(Table::Ballots, part.id.as_str()),
        Write::Category(part) => at(Table::Categories, part.id.as_str()),
        Write::Area(part) => at(Table::Areas, part.id.as_str()),
        Write::Remove(PartId::Factor(id)) => at(Table::Factors, id.as_str()),
        Write::Remove(PartId::Link(id)) => at(Table::Links, id.as_str()),
        Write::Remove(PartId::Account(id)) => at(Table::Accounts, id.as_str()),
        Write::Remove(PartId::Evidence(id)) => at(Table::Evidence, id.as_str()),
        Write::Remove(PartId::Action(id)) => at(Table::Actions, id.as_str()),
        Write::Remove(PartId::Prediction(id)) => at(Table::Predictions, id.as_str()),
        Write::Remove(PartId::Note(id)) => at(Table::Notes, id.as_str()),
        Write::Remove(PartId::Pinned(id)) => at(Table::Pinned, id.as_str()),
        Write::Remove(PartId::SavedQuery(id)) => at(Table::Queries, id.as_str()),
        Write::Remove(PartId::Comment(id)) => at(Table::Comments, id.as_str()),
        Write::Remove(PartId::Version(id)) => at(Table::Versions, id.as_str()),
        Write::Remove(PartId::Round(id)) => at(Table::Rounds, id.word()),
        Write::Remove(PartId::Ballot(id)) => at(Table::Ballots, id.as_str()),
        Write::Remove(PartId::Category(id)) => at(Table::Categories, id.as_str()),
        Write::Remove(PartId::Area(id)) => at(Table::Areas, id.as_str()),
    }
}

/// What a step stores, or nothing where it removes.
fn fields(step: &Write) -> Option<Fields> {
    Some(match step {
        Write::Head(head) => write_head(head),
        Write::Clock(clock) => write_clock(clock),
        Write::Factor(part) => part.write(),
        Write::Link(part) => part.write(),
        Write::Account(part) => part.write(),
        Write::Evidence(part) => part.write(),
        Write::Action(part) => part.write(),
        Write::Prediction(part) => part.write(),
        Write::Note(part) => part.write(),
        Write::Pinned(part) => part.write(),
        Write::SavedQuery(part) => part.write(),
        Write::Comment(part) => part.write(),
        Write::Version(part) => part.write(),
        Write::Round(part) => part.write(),
        Write::Ballot(part) => part.write(),
        Write::Category(part) => part.write(),
        Write::Area(part) => part.write(),
        Write::Remove(_) => return None,
    })
}
