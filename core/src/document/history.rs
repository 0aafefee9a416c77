//! Undo of one's own edits: one gesture is one step, and each step remembers what was selected.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use yrs::{
    Doc,
    undo::{Options, UndoManager},
};

use crate::model::{ActionId, FactorId, LinkId};

use super::schema::Tables;

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

/// The steps of one person in one session. Kept by yrs by the origin of a transaction, so that a
/// peer's edit is never undone from here.
pub(super) struct History {
    manager: UndoManager<Selected>,
    /// What the next step to be recorded remembers.
    next: Rc<RefCell<Selected>>,
}

impl History {
    pub(super) fn of(doc: &Doc, tables: &Tables) -> Self {
        let mut manager = UndoManager::with_options(Options {
            // Steps never merge by time: the engine says where a gesture begins and ends.
            capture_timeout_millis: 0,
            tracked_origins: [MINE.into()].into(),
            capture_transaction: None,
            // Never asked for anything but the merging that is off; core has no clock of its own.
            timestamp: Arc::new(|| 0),
            init_undo_stack: Vec::new(),
            init_redo_stack: Vec::new(),
        });
        for (_, map) in tables.iter().filter(|(table, _)| table.is_undone()) {
            manager.expand_scope(doc, map);
        }
        let next = Rc::new(RefCell::new(Selected::default()));
        let remembered = Rc::clone(&next);
        manager.observe_item_added("selection", move |_, event| {
            *event.meta_mut() = remembered.borrow().clone();
        });
        Self { manager, next }
    }

    /// Tells what the step about to be made is to remember.
    pub(super) fn remember(&self, selected: Selected) {
        self.next.replace(selected);
    }

    pub(super) fn can_undo(&self) -> bool {
        self.manager.can_undo()
    }

    pub(super) fn can_redo(&self) -> bool {
        self.manager.can_redo()
    }

    /// Takes back the last step; tells what was selected before it.
    pub(super) fn undo(&mut self) -> Option<Selection> {
        let selected = self.manager.undo_stack().last()?.meta().clone();
        self.remember(selected.clone());
        self.manager.undo_blocking().then_some(selected.before)
    }

    /// Makes the last step taken back again; tells what was selected after it.
    pub(super) fn redo(&mut self) -> Option<Selection> {
        let selected = self.manager.redo_stack().last()?.meta().clone();
        self.remember(selected.clone());
        self.manager.redo_blocking().then_some(selected.after)
    }
}

impl std::fmt::Debug for History {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("History")
            .field("undo", &self.manager.undo_stack().len())
            .field("redo", &self.manager.redo_stack().len())
            .finish_non_exhaustive()
    }
}
