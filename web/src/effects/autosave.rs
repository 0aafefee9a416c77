//! Storing each change on this device, and saying truthfully whether it is stored.

use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_futures::spawn_local;
use whyweb_core::model::Incident;
use yew::Callback;

use crate::{
    platform::{
        clock,
        store::{Entry, Store},
        turn,
    },
    state::SaveState,
};

struct Inner {
    /// None where this browser stores nothing.
    store: Option<Store>,
    waiting: RefCell<Vec<Vec<u8>>>,
    entry: RefCell<Option<Entry>>,
    writing: RefCell<bool>,
    tell: Callback<SaveState>,
}

/// The queue of changes on their way to the store. One write is under way at a time; what comes
/// meanwhile goes with the next.
#[derive(Clone)]
pub struct Autosave(Rc<Inner>);

impl Autosave {
    /// An empty queue; `tell` hears what the screen is to call it.
    pub fn new(store: Option<Store>, tell: Callback<SaveState>) -> Self {
        Self(Rc::new(Inner {
            store,
            waiting: RefCell::default(),
            entry: RefCell::default(),
            writing: RefCell::new(false),
            tell,
        }))
    }

    /// Stores these updates after all that wait already.
    pub fn append(&self, incident: &Incident, updates: Vec<Vec<u8>>) {
        self.0.waiting.borrow_mut().extend(updates);
        self.0.entry.replace(Some(entry(incident)));
        if !self.0.writing.replace(true) {
            self.0.tell.emit(SaveState::Saving);
            spawn_local(self.clone().write());
        }
    }

    /// Writes until nothing waits. What fails waits for the next change to try again.
    ///
    /// What was done is painted first: to begin a write takes the browser a third of a frame. It is
    /// called saved only when it is, and written at once where the page is left.
    async fn write(self) {
        turn::after_paint().await;
        let state = loop {
            let updates = self.0.waiting.take();
            let entry = self.0.entry.borrow().clone();
            let (false, Some(entry)) = (updates.is_empty(), entry) else {
                break SaveState::Saved;
            };
            let stored = match &self.0.store {
                Some(store) => store
                    .append(&entry, &updates)
                    .await
                    .map_err(|why| why.to_string()),
                None => Err("this browser gives the page no storage".to_owned()),
            };
            if let Err(why) = stored {
                let newer = self.0.waiting.take();
                self.0
                    .waiting
                    .replace(updates.into_iter().chain(newer).collect());
                break SaveState::Failed(why);
            }
        };
        self.0.writing.replace(false);
        self.0.tell.emit(state);
    }
}

/// What the list on the start page says of an incident.
pub fn entry(incident: &Incident) -> Entry {
    Entry {
        id: incident.id.to_string(),
        name: incident.name().to_owned(),
        changed: clock::now(),
        factors: incident.factors.len(),
        links: incident.links.len(),
        deleted: None,
    }
}
