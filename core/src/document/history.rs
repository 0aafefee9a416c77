//! Undo of one's own edits: one gesture is one step, and each step remembers what was selected.

use std::{cell::RefCell, collections::BTreeSet, rc::Rc, sync::Arc};

use yrs::{
    Doc,
    undo::{Options, StackItem, UndoManager},
};

use crate::model::{ActionId, FactorId, LinkId};

use super::schema::{Table, Tables};

/// Marks the transactions whose changes can be undone here.
pub(super) const MINE: &str = "mine";

/// Something a person can select.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selectable {
    /// A factor's card.
    Factor(FactorId),
    /// A link.
    Link(LinkId),
    /// An action.
    Action(ActionId),
}

/// What is selected; the first is the one that keys act on.
pub type Selection = Vec<Selectable>;

/// What was selected before a step and after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selected {
    /// Restored by undo.
    pub before: Selection,
    /// Restored by redo.
    pub after: Selection,
}

/// What came of taking back a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undone {
    /// It was taken back; this was selected before it.
    Step(Selection),
    /// It made something on which others have worked since, so it stays. It is passed over from now on.
    Stays,
}

/// A part of the document: its table and its identity.
pub(super) type PartPlace = (Table, Arc<str>);

/// What a step remembers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Step {
    selected: Selected,
    /// The parts that it made.
    made: BTreeSet<PartPlace>,
}

/// The steps of one person in one session. Kept by yrs by the origin of a transaction, so that a
/// peer's edit is never undone from here.
pub(super) struct History {
    manager: UndoManager<Step>,
    /// What the next step to be recorded remembers.
    next: Rc<RefCell<Step>>,
}

impl History {
    pub(super) fn of(doc: &Doc, tables: &Tables) -> Self {
        let next = Rc::new(RefCell::new(Step::default()));
        let manager = manager(doc, tables, Vec::new(), Vec::new(), &next);
        Self { manager, next }
    }

    /// Tells what the step about to be made is to remember.
    pub(super) fn remember(&self, selected: Selected, made: BTreeSet<PartPlace>) {
        self.next.replace(Step { selected, made });
    }

    /// The parts that the step made which undo would take back.
    pub(super) fn made_by_last(&self) -> Option<&BTreeSet<PartPlace>> {
        Some(&self.manager.undo_stack().last()?.meta().made)
    }

    /// Leaves the last step as it is, and forgets that it could be taken back.
    pub(super) fn pass_over(&mut self, doc: &Doc, tables: &Tables) {
        let mut undo = self.manager.undo_stack().to_vec();
        undo.pop();
        let redo = self.manager.redo_stack().to_vec();
        self.manager = manager(doc, tables, undo, redo, &self.next);
    }

    pub(super) fn can_undo(&self) -> bool {
        self.manager.can_undo()
    }

    pub(super) fn can_redo(&self) -> bool {
        self.manager.can_redo()
    }

    /// Takes back the last step and no other. yrs goes on to the one before where nothing is left of the
    /// last, because others wrote over it; so it is shown the last alone. Nothing where nothing was left.
    pub(super) fn undo_one(&mut self, doc: &Doc, tables: &Tables) -> Option<Selection> {
        let mut before = self.manager.undo_stack().to_vec();
        let last = before.pop()?;
        let redo = self.manager.redo_stack().to_vec();
        self.manager = manager(doc, tables, vec![last], redo, &self.next);
        let selection = self.undo();
        let redo = self.manager.redo_stack().to_vec();
        self.manager = manager(doc, tables, before, redo, &self.next);
        selection
    }

    /// Takes back the last step; tells what was selected before it.
    pub(super) fn undo(&mut self) -> Option<Selection> {
        let step = self.manager.undo_stack().last()?.meta().clone();
        self.next.replace(step.clone());
        let is_done = self.manager.undo_blocking();
        is_done.then_some(step.selected.before)
    }

    /// Makes the last step taken back again; tells what was selected after it.
    pub(super) fn redo(&mut self) -> Option<Selection> {
        let step = self.manager.redo_stack().last()?.meta().clone();
        self.next.replace(step.clone());
        let is_done = self.manager.redo_blocking();
        is_done.then_some(step.selected.after)
    }
}

fn manager(
    doc: &Doc,
    tables: &Tables,
    undo: Vec<StackItem<Step>>,
    redo: Vec<StackItem<Step>>,
    next: &Rc<RefCell<Step>>,
) -> UndoManager<Step> {
    let mut manager = UndoManager::with_options(Options {
        // Steps never merge by time: the engine says where a gesture begins and ends.
        capture_timeout_millis: 0,
        tracked_origins: [MINE.into()].into(),
        capture_transaction: None,
        // Never asked for anything but the merging that is off; core has no clock of its own.
        timestamp: Arc::new(|| 0),
        init_undo_stack: undo,
        init_redo_stack: redo,
    });
    for (_, map) in tables.iter().filter(|(table, _)| table.is_undone()) {
        manager.expand_scope(doc, map);
    }
    let remembered = Rc::clone(next);
    manager.observe_item_added("selection", move |_, event| {
        *event.meta_mut() = remembered.borrow().clone();
    });
    manager
}

impl std::fmt::Debug for History {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("History")
            .field("undo", &self.manager.undo_stack().len())
            .field("redo", &self.manager.redo_stack().len())
            .finish_non_exhaustive()
    }
}
