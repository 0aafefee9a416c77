//! The document: the only truth about an incident, and the sole owner of yrs.
//!
//! Everything else is derived from it. It is a CRDT that speaks the Yjs protocol, so that any two
//! copies merge in any order; see `schema` for its layout. Only this module opens transactions,
//! never a second one while one is open (yrs panics in WebAssembly then).

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    sync::Arc,
};

use yrs::{
    Doc, Map, Options, ReadTxn, StateVector, Transact, Update,
    block::ClientID,
    types::{DeepObservable, Event, Events, PathSegment},
    updates::{decoder::Decode, encoder::Encode},
};

use crate::{
    command::Plan,
    model::{FactorId, Incident, IncidentId, LinkId, Passes, Position, Problem},
};

mod crowds;
mod fields;
mod guard;
mod history;
pub(crate) mod lib0;
mod migrate;
mod others;
mod parts;
mod record;
mod schema;
mod sound;
mod vet;
mod write;

pub use history::{Selectable, Selected, Selection, Undone};
pub use vet::Unfit;

use guard::Guard;
use history::{History, MINE, PartPlace};
use parts::{Changes, Parts};
use schema::{Table, Tables};

/// The largest update accepted, in bytes.
pub const LARGEST_UPDATE: usize = 64 << 20;

/// The largest update accepted from a stranger, in bytes. A map of 500 factors has some 300 KB.
pub const LARGEST_FROM_OTHERS: usize = 16 << 20;

/// Marks the transactions that seed a document, load it or merge a peer's edits.
const NOT_MINE: &str = "not mine";

/// Why bytes could not become part of a document.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DocumentError {
    /// More bytes than [`LARGEST_UPDATE`].
    #[error("the update has {0} bytes, more than are accepted")]
    TooLarge(usize),
    /// Not a Yjs update.
    #[error("these bytes are not an update of a document")]
    Unreadable,
    /// Made by a later version of Whyweb.
    #[error("this document was made by a newer Whyweb (layout {version}); reload the page")]
    Later {
        /// The layout it has.
        version: f64,
    },
    /// A stranger's update that could do harm, or that builds on what is not here.
    #[error(transparent)]
    Unfit(#[from] Unfit),
}

/// One incident as a CRDT.
#[derive(Debug)]
pub struct Document {
    doc: Doc,
    tables: Tables,
    history: History,
    parts: Parts,
    changes: Rc<RefCell<Changes>>,
    outbox: Rc<RefCell<Vec<Vec<u8>>>>,
    guard: Guard,
    /// The parts that others have worked on while this was open.
    touched: BTreeSet<PartPlace>,
}

impl Document {
    /// A document with nothing in it.
    ///
    /// `client` tells this copy from all others that are open at the same time, anywhere: a random
    /// number below 2⁵³ from the caller, for core has no randomness. Two open copies that share
    /// one corrupt each other.
    pub fn empty(id: IncidentId, client: u64) -> Self {
        let guid = Arc::from(id.as_str());
        let client = ClientID::new(client & ((1 << 53) - 1));
        let doc = Doc::with_options(Options::with_guid_and_client_id(guid, client));
        let tables = Tables::of(&doc);
        let history = History::of(&doc, &tables);
        let changes = Rc::new(RefCell::new(Changes::new()));
        let outbox = Rc::new(RefCell::new(Vec::new()));
        watch(&doc, &tables, &changes, &outbox);
        Self {
            doc,
            tables,
            history,
            parts: Parts::new(id),
            changes,
            outbox,
            guard: Guard::default(),
            touched: BTreeSet::new(),
        }
    }

    /// A document that holds this incident; its first update waits in the outbox.
    pub fn of(incident: &Incident, client: u64) -> Self {
        let mut document = Self::empty(incident.id.clone(), client);
        {
            let mut txn = document.doc.transact_mut_with(NOT_MINE);
            write::write(&whole(incident), &document.tables, &mut txn);
            for (factor, place) in &incident.positions {
                let positions = document.tables.get(Table::Positions);
                positions.insert(&mut txn, factor.as_str(), fields::pair(place.x, place.y));
            }
            for (link, passes) in &incident.passes {
                let stored = fields::whole_numbers(passes.heights());
                document
                    .tables
                    .get(Table::Passes)
                    .insert(&mut txn, link.as_str(), stored);
            }
        }
        document.catch_up();
        document
    }

    /// A document from the updates it was saved as, in any order.
    pub fn load<'a>(
        id: IncidentId,
        client: u64,
        updates: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Self, DocumentError> {
        let mut document = Self::empty(id, client);
        for update in updates {
            document.merge(update)?;
        }
        // What was just loaded is saved already, and nobody else's work on what was made since.
        document.take_updates();
        document.touched.clear();
        Ok(document)
    }

    /// Takes in what a stranger has to say: a peer, a server or a file. What could do harm is refused
    /// before yrs sees it, and the document stays as it is. So is what builds on edits that are not
    /// here: ask for them by the [state vector](Self::state_vector).
    pub fn receive(&mut self, update: &[u8]) -> Result<(), DocumentError> {
        self.receive_as(NOT_MINE, update)
    }

    /// Takes in a colleague's copy as an own step, which can be undone; otherwise as
    /// [`Document::receive`] does.
    pub fn take_in(&mut self, copy: &[u8], selected: Selected) -> Result<(), DocumentError> {
        self.history.remember(selected, BTreeSet::new());
        self.receive_as(MINE, copy)
    }

    fn receive_as(&mut self, origin: &'static str, update: &[u8]) -> Result<(), DocumentError> {
        if update.len() > LARGEST_FROM_OTHERS {
            return Err(DocumentError::TooLarge(update.len()));
        }
        let new_here = self.diff(&self.guard.state_vector())?;
        self.guard.learn(&new_here);
        let fit = self.guard.judge(update)?;
        self.apply(origin, update)?;
        self.guard.admit(fit);
        Ok(())
    }

    /// Takes in what was stored on this device, or comes from where it was looked at before.
    pub fn merge(&mut self, update: &[u8]) -> Result<(), DocumentError> {
        if update.len() > LARGEST_UPDATE {
            return Err(DocumentError::TooLarge(update.len()));
        }
        self.apply(NOT_MINE, update)
    }

    fn apply(&mut self, origin: &'static str, update: &[u8]) -> Result<(), DocumentError> {
        let update = Update::decode_v1(update).map_err(|_| DocumentError::Unreadable)?;
        {
            let mut txn = self.doc.transact_mut_with(origin);
            txn.apply_update(update)
                .map_err(|_| DocumentError::Unreadable)?;
        }
        if origin == NOT_MINE {
            self.touched.extend(self.changes.borrow().iter().cloned());
        }
        self.catch_up();
        migrate::check_version(self.tables.get(Table::Head), &self.doc.transact())
    }

    /// Writes a plan as one step that can be undone.
    pub fn write(&mut self, plan: &Plan, selected: Selected) {
        let made = write::made(plan, &self.tables, &self.doc.transact());
        self.history.remember(selected, made);
        {
            let mut txn = self.doc.transact_mut_with(MINE);
            write::write(plan, &self.tables, &mut txn);
        }
        self.catch_up();
    }

    /// Writes plans as one step that can be undone, each as if somebody else had: `client` numbers,
    /// fresh ones as in [`Document::empty`], so that nothing in the bytes tells whose they were.
    ///
    /// A plan may only add parts. It is written without what this document holds.
    pub fn write_apart(&mut self, plans: &[(u64, Plan)], selected: Selected) {
        let id = self.parts.raw.id.clone();
        let all: Plan = plans.iter().flat_map(|(_, plan)| plan.clone()).collect();
        let made = write::made(&all, &self.tables, &self.doc.transact());
        let updates = plans.iter().flat_map(|(client, plan)| {
            let mut apart = Self::empty(id.clone(), *client);
            apart.write(plan, Selected::default());
            apart.take_updates()
        });
        let updates: Vec<_> = updates.collect();
        self.history.remember(selected, made);
        {
            let mut txn = self.doc.transact_mut_with(MINE);
            for update in updates {
                // What was just written can be read.
                let applied = Update::decode_v1(&update).map(|update| txn.apply_update(update));
                debug_assert!(matches!(applied, Ok(Ok(()))));
            }
        }
        self.catch_up();
    }

    /// Writes down where cards are drawn, and how long links; not a step, so undo passes over it.
    pub fn write_positions<'a>(
        &mut self,
        places: impl IntoIterator<Item = (&'a FactorId, Position)>,
        passes: impl IntoIterator<Item = (&'a LinkId, Passes)>,
    ) {
        {
            let mut txn = self.doc.transact_mut_with(NOT_MINE);
            let positions = self.tables.get(Table::Positions);
            for (factor, place) in places {
                if self.parts.raw.positions.get(factor) != Some(&place) {
                    positions.insert(&mut txn, factor.as_str(), fields::pair(place.x, place.y));
                }
            }
            let table = self.tables.get(Table::Passes);
            for (link, passes) in passes {
                if self.parts.raw.passes.get(link) != Some(&passes) {
                    let stored = fields::whole_numbers(passes.heights());
                    table.insert(&mut txn, link.as_str(), stored);
                }
            }
        }
        self.catch_up();
    }

    /// Forgets where cards were drawn, so that they are placed anew.
    pub fn clear_positions(&mut self) {
        {
            let mut txn = self.doc.transact_mut_with(NOT_MINE);
            self.tables.get(Table::Positions).clear(&mut txn);
            self.tables.get(Table::Passes).clear(&mut txn);
        }
        self.catch_up();
    }

    /// Takes back the last own step. Where it made something that others have worked on since, it
    /// stays: what they did would be gone with it.
    pub fn undo(&mut self) -> Option<Undone> {
        loop {
            let made = self.history.made_by_last()?;
            if others::have_worked_on(made, &self.touched, &self.parts.raw) {
                self.history.pass_over(&self.doc, &self.tables);
                return Some(Undone::Stays);
            }
            let selection = self.history.undo_one(&self.doc, &self.tables);
            self.catch_up();
            if let Some(selection) = selection {
                return Some(Undone::Step(selection));
            }
        }
    }

    /// Makes the last step taken back again; tells what was selected after it.
    pub fn redo(&mut self) -> Option<Selection> {
        let selection = self.history.redo();
        self.catch_up();
        selection
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The incident as it reads now, and what had to be left out of it.
    pub fn read(&self) -> (Incident, Vec<Problem>) {
        let (incident, mut problems) = sound::sound(&self.parts.raw);
        problems.extend(self.parts.problems());
        (incident, problems)
    }

    /// Whether known times tell how far along the map cards stand.
    pub fn orders_by_time(&self) -> bool {
        self.parts.raw.by_time
    }

    /// Where the cards were last drawn. Those of factors that are gone meanwhile may be among them.
    pub fn positions(&self) -> &BTreeMap<FactorId, Position> {
        &self.parts.raw.positions
    }

    /// How long links were last drawn, as with [`Document::positions`].
    pub fn passes(&self) -> &BTreeMap<LinkId, Passes> {
        &self.parts.raw.passes
    }

    /// The updates made since the last call, oldest first: what is to be saved and sent.
    pub fn take_updates(&mut self) -> Vec<Vec<u8>> {
        self.outbox.take()
    }

    /// The whole document as one update.
    pub fn state(&self) -> Vec<u8> {
        self.doc
            .transact()
            .encode_state_as_update_v1(&StateVector::default())
    }

    /// What this copy knows, to ask another for the rest.
    pub fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// What this copy knows and a copy with the other state vector does not.
    pub fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, DocumentError> {
        vet::state_vector(state_vector)?;
        let other = StateVector::decode_v1(state_vector).map_err(|_| DocumentError::Unreadable)?;
        Ok(self.doc.transact().encode_diff_v1(&other))
    }

    /// Reads again what the last transaction changed.
    fn catch_up(&mut self) {
        let changes = self.changes.take();
        if !changes.is_empty() {
            self.parts
                .read_changes(&changes, &self.tables, &self.doc.transact());
        }
    }
}

/// All that an incident holds, as a plan.
fn whole(incident: &Incident) -> Plan {
    use crate::command::{Head, Write};
    let mut plan = vec![
        Write::Head(Head::of(incident)),
        Write::Clock(incident.clock),
    ];
    macro_rules! put {
        ($($map:ident as $write:ident),+ $(,)?) => {$(
            plan.extend(incident.$map.values().map(|part| Write::$write((**part).clone())));
        )+};
    }
    put!(
        categories as Category,
        areas as Area,
        factors as Factor,
        links as Link,
        accounts as Account,
        evidence as Evidence,
        actions as Action,
        predictions as Prediction,
        pinned as Pinned,
        queries as SavedQuery,
        comments as Comment,
        versions as Version,
        rounds as Round,
        ballots as Ballot,
        notes as Note,
    );
    plan
}

/// Notes down, as each transaction ends, which parts it changed and the bytes that say so.
fn watch(
    doc: &Doc,
    tables: &Tables,
    changes: &Rc<RefCell<Changes>>,
    outbox: &Rc<RefCell<Vec<Vec<u8>>>>,
) {
    for (table, map) in tables.iter() {
        let changes = Rc::clone(changes);
        map.observe_deep("parts", move |txn, events| {
            note_changes(table, txn, events, &mut changes.borrow_mut());
        });
    }
    let outbox = Rc::clone(outbox);
    // Fails only while a transaction is open, and none is: the document is still being made.
    let watched = doc.observe_update_v1("outbox", move |_, event| {
        outbox.borrow_mut().push(event.update.clone());
    });
    debug_assert!(watched.is_ok());
}

fn note_changes(table: Table, txn: &yrs::TransactionMut, events: &Events, changes: &mut Changes) {
    for event in events.iter() {
        let Event::Map(event) = event else { continue };
        let place = |id: &str| (table, Arc::from(id));
        match event.path().front() {
            _ if table.is_one_part() => drop(changes.insert(place(""))),
            Some(PathSegment::Key(id)) => drop(changes.insert(place(id))),
            _ => changes.extend(event.keys(txn).keys().map(|id| place(id))),
        }
    }
}
