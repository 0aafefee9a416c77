//! Opening, duplicating and deleting the incidents on this device.

use whyweb_core::{
    document::Document,
    engine::Engine,
    model::{Incident, IncidentId},
};

use super::autosave::entry;
use crate::platform::{
    Failure, clock,
    measure::CanvasMeasure,
    random,
    store::{Entry, Store},
};

/// How long a deleted incident can be brought back, in ms: 30 days.
const KEPT_IN_BIN: u64 = 30 * 24 * 60 * 60 * 1000;

/// Opens an incident from the store, merging its many updates into one first.
pub async fn open(store: &Store, id: &IncidentId) -> Result<Engine, Failure> {
    let merge = |updates: &[Vec<u8>]| {
        let document = load_document(id, updates).ok()?;
        Some(document.state())
    };
    store.compact(id.as_str(), merge).await?;
    let updates = store.updates(id.as_str()).await?;
    if updates.is_empty() {
        return Err(Failure::new(
            "this device has no incident at this address; it may have been deleted, or made in \
             another browser",
        ));
    }
    let updates = updates.iter().map(Vec::as_slice);
    Engine::load(
        id.clone(),
        random::client(),
        updates,
        Box::new(CanvasMeasure::new()),
    )
    .map_err(|error| Failure::new(error.to_string()))
}

/// Opens an incident that is not stored yet.
pub fn begin(incident: &Incident) -> Engine {
    Engine::new(incident, random::client(), Box::new(CanvasMeasure::new()))
}

/// Stores an incident that came from elsewhere, so that it can be opened.
pub async fn keep(store: &Store, incident: &Incident) -> Result<(), Failure> {
    let state = Document::of(incident, random::client()).state();
    store.append(&entry(incident), &[state]).await
}

/// Makes a copy of an incident under another name.
pub async fn duplicate(store: &Store, of: &Entry) -> Result<(), Failure> {
    let id: IncidentId = of
        .id
        .parse()
        .map_err(|_| Failure::new("its id is damaged"))?;
    let original = load_document(&id, &store.updates(&of.id).await?)?;
    let mut copy = original.read().0;
    copy.id = random::id();
    let name = format!("{} (copy)", copy.name());
    copy.title = whyweb_core::model::tidy(&name);
    keep(store, &copy).await
}

/// Calls an incident something else.
pub async fn rename(store: &Store, of: &Entry, name: &str) -> Result<(), Failure> {
    use whyweb_core::{
        command::{Head, Write},
        document::Selected,
        model::Label,
    };
    let title = Label::new(name).map_err(|error| Failure::new(error.to_string()))?;
    let id: IncidentId = of
        .id
        .parse()
        .map_err(|_| Failure::new("its id is damaged"))?;
    let mut document = load_document(&id, &store.updates(&of.id).await?)?;
    let head = Head {
        title: Some(title),
        ..Head::of(&document.read().0)
    };
    document.write(&vec![Write::Head(head)], Selected::default());
    let updates = document.take_updates();
    store.append(&entry(&document.read().0), &updates).await
}

/// Puts an incident into the bin, or takes it out again.
pub async fn set_deleted(store: &Store, entry: &Entry, deleted: bool) -> Result<(), Failure> {
    let deleted = deleted.then(clock::now);
    store
        .put_entry(&Entry {
            deleted,
            ..entry.clone()
        })
        .await
}

/// The incidents on this device that are not in the bin. What has been in the bin for long is
/// removed for good.
pub async fn list(store: &Store) -> Result<Vec<Entry>, Failure> {
    let now = clock::now();
    let mut entries = Vec::new();
    for entry in store.list().await? {
        match entry.deleted {
            None => entries.push(entry),
            Some(when) if when.saturating_add(KEPT_IN_BIN) < now => store.remove(&entry.id).await?,
            Some(_) => {}
        }
    }
    Ok(entries)
}

fn load_document(id: &IncidentId, updates: &[Vec<u8>]) -> Result<Document, Failure> {
    let updates = updates.iter().map(Vec::as_slice);
    Document::load(id.clone(), random::client(), updates)
        .map_err(|error| Failure::new(error.to_string()))
}
