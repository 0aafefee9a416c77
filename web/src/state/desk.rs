//! The desk: the one way in. It hands gestures to the engine, shows the snapshot that comes back
//! and gives the updates to autosave.

use std::{cell::RefCell, rc::Rc};

use whyweb_core::{
    command::{Command, FactorCommand, IncidentCommand, LinkCommand, Plan, Refusal},
    document::{Selectable, Selected, Selection, Undone},
    engine::{Engine, Gesture, Snapshot},
    layout::Direction,
    model::{Factor, FactorId, Label, LinkId, Role},
};
use yew::{Callback, UseReducerDispatcher};

use super::{Notice, Tone, Ui, UiAction};
use crate::{drafts::sentence, effects::autosave::Autosave, platform::random};

/// Whether what is on screen is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveState {
    /// All of it is.
    Saved,
    /// The last change is on its way.
    Saving,
    /// It could not be stored, for this reason.
    Failed(String),
}

/// Where a new factor will stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// By itself, as an outcome.
    Outcome,
    /// As the last cause of this one.
    CauseOf(FactorId),
    /// As an effect of this one.
    EffectOf(FactorId),
    /// In the middle of this link.
    Inside(LinkId),
}

/// Who hears of updates.
type HeardBy = Callback<Rc<[Vec<u8>]>>;

struct Inner {
    engine: RefCell<Engine>,
    autosave: Autosave,
    show: Callback<Rc<Snapshot>>,
    ui: UseReducerDispatcher<Ui>,
    selection: RefCell<Selection>,
    /// Told of each update, whoever made it.
    heard_by: RefCell<Option<HeardBy>>,
}

/// The way to change the open incident.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// A desk for an open incident. What the engine has not stored yet is stored at once.
    pub fn new(
        engine: Engine,
        autosave: Autosave,
        show: Callback<Rc<Snapshot>>,
        ui: UseReducerDispatcher<Ui>,
    ) -> Self {
        let desk = Self(Rc::new(Inner {
            engine: RefCell::new(engine),
            autosave,
            show,
            ui,
            selection: RefCell::default(),
            heard_by: RefCell::default(),
        }));
        let snapshot = desk.snapshot();
        desk.store(&snapshot);
        // A web that was just begun: the next key asks why of its one card.
        if let [only] = &*snapshot.scene.cards {
            desk.select_factor(&only.id);
        }
        desk
    }

    /// How the incident stands now, even in the middle of a handler.
    pub fn snapshot(&self) -> Rc<Snapshot> {
        self.0.engine.borrow().snapshot()
    }

    /// The whole document as one update, for a file.
    pub fn state(&self) -> Vec<u8> {
        self.0.engine.borrow().state()
    }

    /// From now on tells of each update, whoever made it.
    pub fn tell_updates(&self, heard_by: Option<HeardBy>) {
        self.0.heard_by.replace(heard_by);
    }

    /// Lets others at the engine; shows what they changed, and stores it.
    pub fn let_in<T>(&self, change: impl FnOnce(&mut Engine) -> T) -> T {
        let before = self.snapshot().revision;
        let answer = change(&mut self.0.engine.borrow_mut());
        let snapshot = self.snapshot();
        if snapshot.revision != before {
            self.present(&snapshot);
            self.keep_selected(self.selection());
        }
        answer
    }

    /// Selects exactly this.
    pub fn select(&self, selection: Selection) {
        self.0.selection.replace(selection.clone());
        self.0.ui.dispatch(UiAction::Select(selection));
    }

    /// Selects one factor.
    pub fn select_factor(&self, id: &FactorId) {
        self.select(vec![Selectable::Factor(id.clone())]);
    }

    /// Selects this too, or no longer.
    pub fn toggle(&self, part: Selectable) {
        let mut selection = self.0.selection.borrow().clone();
        match selection.iter().position(|other| *other == part) {
            Some(place) => drop(selection.remove(place)),
            None => selection.insert(0, part),
        }
        self.select(selection);
    }

    /// What is selected now.
    pub fn selection(&self) -> Selection {
        self.0.selection.borrow().clone()
    }

    /// Does one thing; what is selected stays.
    pub fn act(&self, command: impl Into<Command>) -> bool {
        self.act_all(vec![command.into()], None)
    }

    /// Does several things as one act, and selects what follows from it. A refusal is said; doing
    /// what is so already is neither refused nor done.
    pub fn act_all(&self, commands: Vec<Command>, then: Option<Selection>) -> bool {
        let before = self.selection();
        let after = then.clone().unwrap_or_else(|| before.clone());
        let gesture = Gesture {
            commands,
            selected: Selected { before, after },
        };
        let answer = self.0.engine.borrow_mut().dispatch(gesture);
        match answer {
            Ok(snapshot) => {
                self.present(&snapshot);
                if let Some(selection) = then {
                    self.select(selection);
                }
                true
            }
            Err(Refusal::NothingToChange) => true,
            Err(refusal) => {
                self.warn(refusal.to_string());
                false
            }
        }
    }

    /// Writes down what a round gathered here, each plan as if somebody else had. Tells how many.
    pub fn reveal(&self, plans: Vec<Plan>) -> usize {
        let apart: Vec<_> = plans
            .into_iter()
            .map(|plan| (random::client(), plan))
            .collect();
        if !apart.is_empty() {
            let selected = Selected {
                before: self.selection(),
                after: self.selection(),
            };
            let snapshot = self.0.engine.borrow_mut().dispatch_apart(&apart, selected);
            self.present(&snapshot);
        }
        apart.len()
    }

    /// Adds a factor where it belongs, and selects it.
    pub fn add(&self, statement: Label, place: &Place) -> Option<FactorId> {
        let id: FactorId = random::id();
        let factor = Factor::new(id.clone(), statement);
        let add = |role| {
            FactorCommand::Add(Box::new(Factor {
                role,
                ..factor.clone()
            }))
            .into()
        };
        let link = |cause: &FactorId, effect: &FactorId| -> Command {
            LinkCommand::Add {
                id: random::id(),
                cause: cause.clone(),
                effect: effect.clone(),
            }
            .into()
        };
        let commands = match place {
            Place::Outcome => vec![add(Role::Outcome)],
            Place::CauseOf(effect) => vec![add(Role::Condition), link(&id, effect)],
            Place::EffectOf(cause) => vec![add(Role::Condition), link(cause, &id)],
            Place::Inside(open) => vec![
                LinkCommand::Insert {
                    id: open.clone(),
                    factor: Box::new(factor.clone()),
                    second: random::id(),
                }
                .into(),
            ],
        };
        let then = Some(vec![Selectable::Factor(id.clone())]);
        self.act_all(commands, then).then_some(id)
    }

    /// Links two factors; says so where they cannot be.
    pub fn link(&self, cause: &FactorId, effect: &FactorId) -> bool {
        let id = random::id();
        self.act(LinkCommand::Add {
            id,
            cause: cause.clone(),
            effect: effect.clone(),
        })
    }

    /// Takes back the last own step.
    pub fn undo(&self) {
        let undone = self.0.engine.borrow_mut().undo();
        match undone {
            None => {}
            Some(Undone::Step(selection)) => self.stepped(Some(selection)),
            Some(Undone::Stays) => {
                self.present(&self.snapshot());
                self.say(
                    "Others have worked on this since, so it stays. Delete it if it should go.",
                    false,
                );
            }
        }
    }

    /// Makes the last step taken back again.
    pub fn redo(&self) {
        let selection = self.0.engine.borrow_mut().redo();
        self.stepped(selection);
    }

    /// Places all cards anew that nobody pinned.
    pub fn tidy(&self) {
        let snapshot = self.0.engine.borrow_mut().tidy();
        self.present(&snapshot);
    }

    /// Turns the flow of the drawing.
    pub fn set_direction(&self, direction: Direction) {
        let snapshot = self.0.engine.borrow_mut().set_direction(direction);
        self.present(&snapshot);
    }

    /// Draws the map at the next density round.
    pub fn turn_density(&self) {
        let density = self.snapshot().incident.density.next();
        if self.act(IncidentCommand::SetDensity(density)) {
            self.say(format!("Density: {}.", density.word()), true);
        }
    }

    /// Says what just happened.
    pub fn say(&self, words: impl Into<String>, offers_undo: bool) {
        let notice = Notice {
            words: words.into(),
            tone: Tone::Calm,
            offers_undo,
        };
        self.0.ui.dispatch(UiAction::Say(notice));
    }

    /// Says what was not done, and why.
    pub fn warn(&self, words: impl Into<String>) {
        let words: String = words.into();
        let notice = Notice {
            words: sentence(words),
            tone: Tone::Warning,
            offers_undo: false,
        };
        self.0.ui.dispatch(UiAction::Say(notice));
    }

    fn stepped(&self, selection: Option<Selection>) {
        let Some(selection) = selection else { return };
        self.present(&self.snapshot());
        self.keep_selected(selection);
    }

    /// Selects what is still there of this: some may have gone with somebody else's edit.
    fn keep_selected(&self, selection: Selection) {
        let snapshot = self.snapshot();
        let exists = |part: &Selectable| match part {
            Selectable::Factor(id) => snapshot.incident.factors.contains_key(id),
            Selectable::Link(id) => snapshot.incident.links.contains_key(id),
            Selectable::Action(id) => snapshot.incident.actions.contains_key(id),
        };
        let kept: Selection = selection.into_iter().filter(exists).collect();
        if kept != self.selection() {
            self.select(kept);
        }
    }

    fn present(&self, snapshot: &Rc<Snapshot>) {
        self.0.show.emit(Rc::clone(snapshot));
        self.store(snapshot);
    }

    fn store(&self, snapshot: &Rc<Snapshot>) {
        let updates = self.0.engine.borrow_mut().take_updates();
        if updates.is_empty() {
            return;
        }
        let heard_by = self.0.heard_by.borrow().clone();
        if let Some(heard_by) = heard_by {
            heard_by.emit(updates.as_slice().into());
        }
        self.0.autosave.append(&snapshot.incident, updates);
    }
}

impl Place {
    /// The place beside a factor: another cause of the same first effect, or another outcome.
    pub fn beside(snapshot: &Snapshot, id: &FactorId) -> Self {
        match snapshot.graph.effects(id).first() {
            Some((effect, _)) => Self::CauseOf((*effect).clone()),
            None => Self::Outcome,
        }
    }

    /// One level in: below the sibling last added before this place, where there is one.
    pub fn indented(&self, snapshot: &Snapshot) -> Option<Self> {
        let Self::CauseOf(effect) = self else {
            return None;
        };
        let causes = snapshot.graph.causes(effect);
        causes
            .last()
            .map(|(cause, _)| Self::CauseOf((*cause).clone()))
    }

    /// One level out: beside the effect of this place.
    pub fn outdented(&self, snapshot: &Snapshot) -> Option<Self> {
        match self {
            Self::CauseOf(effect) => Some(Self::beside(snapshot, effect)),
            _ => None,
        }
    }
}
