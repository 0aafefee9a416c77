//! The incidents on this device, in `IndexedDB`: a list of them, and for each the updates it was
//! saved as. Saving appends and never overwrites, so that two tabs lose nothing.

use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, Query,
    TransactionMode,
};
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    #[serde(default)]
    pub deleted: Option<u64>,
}

#[derive(Serialize)]
struct Stored<'a> {
    incident: &'a str,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    bytes: JsValue,
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
        let mut entries: Vec<Entry> = all
            .into_iter()
            .filter_map(|value| serde_wasm_bindgen::from_value(value).ok())
            .collect();
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
            .put(&to_value(entry)?, None)?;
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

fn to_value<T: Serialize>(value: &T) -> Result<JsValue, Failure> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| Failure::new(error.to_string()))
}

fn stored(incident: &str, update: &[u8]) -> Result<JsValue, Failure> {
    to_value(&Stored {
        incident,
        bytes: Uint8Array::from(update).into(),
    })
}

fn bytes(stored: &JsValue) -> Option<Vec<u8>> {
    let bytes = js_sys::Reflect::get(stored, &"bytes".into()).ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}

#[cfg(test)]
mod tests;
