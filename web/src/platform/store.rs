//! The incidents on this device, in `IndexedDB`: a list of them, and for each the updates it was
//! saved as. Saving appends and never overwrites, so that two tabs lose nothing.

use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, Query,
    TransactionMode,
};
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::Failure;

const NAME: &str = "whyweb";
const VERSION: u32 = 1;
const INCIDENTS: &str = "incidents";
const UPDATES: &str = "updates";
const BY_INCIDENT: &str = "by incident";

/// Updates kept apart before they are merged into one when an incident is opened.
const MOST_APART: usize = 50;

/// What the list says of an incident without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identity.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was last changed here, in ms since 1970 UTC.
    pub changed: u64,
    /// How many factors it has.
    pub factors: usize,
    /// How many links it has.
    pub links: usize,
    /// When it was put into the bin, in ms since 1970 UTC.
    pub deleted: Option<u64>,
}

impl Entry {
    fn to_object(&self) -> Result<JsValue, Failure> {
        object(&[
            ("id", self.id.as_str().into()),
            ("name", self.name.as_str().into()),
            ("changed", number(self.changed)),
            ("factors", number(self.factors as u64)),
            ("links", number(self.links as u64)),
            ("deleted", self.deleted.map_or(JsValue::UNDEFINED, number)),
        ])
    }

    fn of_object(object: &JsValue) -> Option<Self> {
        let field = |name: &str| Reflect::get(object, &name.into()).ok();
        let whole = |name: &str| field(name)?.as_f64().and_then(whole);
        let count = |name: &str| usize::try_from(whole(name)?).ok();
        Some(Self {
            id: field("id")?.as_string()?,
            name: field("name")?.as_string()?,
            changed: whole("changed")?,
            factors: count("factors")?,
            links: count("links")?,
            deleted: whole("deleted"),
        })
    }
}

/// The open database.
#[derive(Clone)]
pub struct Store(Rc<Database>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Opens the database, making it where there is none.
    pub async fn open() -> Result<Self, Failure> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            // What fails here makes the opening fail, which reports it.
            let _ = event.database().and_then(|database| make_stores(&database));
        });
        Ok(Self(Rc::new(request.await?)))
    }

    /// The incidents on this device, those in the bin among them, last changed first.
    pub async fn list(&self) -> Result<Vec<Entry>, Failure> {
        let transaction = self
            .0
            .transaction(&[INCIDENTS], TransactionMode::ReadOnly)?;
        let all = transaction
            .object_store(INCIDENTS)?
            .get_all(None, None)?
            .await?;
        let mut entries: Vec<Entry> = all.iter().filter_map(Entry::of_object).collect();
        entries.sort_by(|a, b| (b.changed, &a.id).cmp(&(a.changed, &b.id)));
        Ok(entries)
    }

    /// Appends updates to an incident and brings its entry up to date, as one act: when this
    /// returns, both are stored.
    pub async fn append(&self, entry: &Entry, updates: &[Vec<u8>]) -> Result<(), Failure> {
        let transaction = self
            .0
            .transaction(&[INCIDENTS, UPDATES], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(UPDATES)?;
        for update in updates {
            store.add(&stored(&entry.id, update)?, None)?;
        }
        transaction
            .object_store(INCIDENTS)?
            .put(&entry.to_object()?, None)?;
        transaction.commit()?.await?;
        Ok(())
    }

    /// Brings an entry up to date, say to put the incident into the bin or take it out again.
    pub async fn put_entry(&self, entry: &Entry) -> Result<(), Failure> {
        self.append(entry, &[]).await
    }

    /// The updates an incident was saved as.
    pub async fn updates(&self, id: &str) -> Result<Vec<Vec<u8>>, Failure> {
        let transaction = self.0.transaction(&[UPDATES], TransactionMode::ReadOnly)?;
        let index = transaction.object_store(UPDATES)?.index(BY_INCIDENT)?;
        let all = index.get_all(Some(Query::Key(id.into())), None)?.await?;
        Ok(all.iter().filter_map(bytes).collect())
    }

    /// Puts the one update that `merge` makes of many in their place, once there are many. Only
    /// what was merged is removed, in the same transaction: another tab's new update stays.
    pub async fn compact(
        &self,
        id: &str,
        merge: impl FnOnce(&[Vec<u8>]) -> Option<Vec<u8>>,
    ) -> Result<(), Failure> {
        let transaction = self.0.transaction(&[UPDATES], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(UPDATES)?;
        let index = store.index(BY_INCIDENT)?;
        let all = index.get_all(Some(Query::Key(id.into())), None)?.await?;
        let keys = index
            .get_all_keys(Some(Query::Key(id.into())), None)?
            .await?;
        if all.len() > MOST_APART && all.len() == keys.len() {
            let updates: Vec<_> = all.iter().filter_map(bytes).collect();
            if let Some(merged) = merge(&updates) {
                store.add(&stored(id, &merged)?, None)?;
                for key in keys {
                    store.delete(Query::Key(key))?;
                }
            }
        }
        transaction.commit()?.await?;
        Ok(())
    }

    /// Removes an incident for good.
    pub async fn remove(&self, id: &str) -> Result<(), Failure> {
        let transaction = self
            .0
            .transaction(&[INCIDENTS, UPDATES], TransactionMode::ReadWrite)?;
        transaction
            .object_store(INCIDENTS)?
            .delete(Query::Key(id.into()))?;
        let store = transaction.object_store(UPDATES)?;
        let keys = store
            .index(BY_INCIDENT)?
            .get_all_keys(Some(Query::Key(id.into())), None)?
            .await?;
        for key in keys {
            store.delete(Query::Key(key))?;
        }
        transaction.commit()?.await?;
        Ok(())
    }
}

fn make_stores(database: &Database) -> Result<(), idb::Error> {
    let mut by_id = ObjectStoreParams::new();
    by_id.key_path(Some(KeyPath::new_single("id")));
    database.create_object_store(INCIDENTS, by_id)?;
    let mut counted = ObjectStoreParams::new();
    counted.auto_increment(true);
    let updates = database.create_object_store(UPDATES, counted)?;
    let incident = KeyPath::new_single("incident");
    updates.create_index(BY_INCIDENT, incident, Some(IndexParams::new()))?;
    Ok(())
}

fn stored(incident: &str, update: &[u8]) -> Result<JsValue, Failure> {
    let bytes = Uint8Array::from(update).into();
    object(&[("incident", incident.into()), ("bytes", bytes)])
}

/// A plain object with these fields; what is undefined is left out.
fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, Failure> {
    let object = Object::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_undefined()) {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

/// A count or a time as JavaScript has it, exact below 2⁵³.
fn number(whole: u64) -> JsValue {
    #[expect(
        clippy::cast_precision_loss,
        reason = "neither counts nor times come near 2⁵³"
    )]
    let number = whole as f64;
    number.into()
}

/// A whole number that is not negative.
fn whole(number: f64) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and within the range that is exact"
    )]
    let whole = || number as u64;
    let is_whole = (0.0..=9_007_199_254_740_991.0).contains(&number) && number.fract() == 0.0;
    is_whole.then(whole)
}

fn bytes(stored: &JsValue) -> Option<Vec<u8>> {
    let bytes = Reflect::get(stored, &"bytes".into()).ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}

#[cfg(test)]
mod tests;
