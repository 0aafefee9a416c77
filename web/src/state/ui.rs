//! What is selected, edited and opened. Nothing of it is saved.

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use whyweb_core::{
    document::{Selectable, Selection},
    model::{FactorId, LinkId},
    scene::Tally,
};
use yew::Reducible;

use super::{Asked, Marks, Place, Sieve};

/// A card being typed that is not in the incident yet, or one being reworded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// A new factor that will stand here.
    New(Place),
    /// Other words for a factor.
    Reword(FactorId),
}

/// A window over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// All keys.
    Keys,
    /// Any command by its name.
    Palette,
    /// A card by its words.
    Find,
    /// A question to ask of the web.
    Ask,
    /// A query to write; this one is there to be changed.
    Write(Rc<str>),
    /// Takes in a file or pasted notes.
    Import,
    /// Hands out the incident.
    Export,
    /// Ways to work on the incident together.
    Together,
    /// The team's own categories and areas.
    Coding,
    /// How long each phase may take.
    Minutes,
    /// Links this factor to one chosen by name: as its cause, or as its effect.
    Link {
        /// Which factor.
        factor: FactorId,
        /// Whether the chosen one becomes the cause of this one.
        chosen_is_cause: bool,
    },
    /// Merges this factor into one chosen by name.
    Merge(FactorId),
    /// Moves a cause to an effect chosen by name.
    Move(LinkId),
    /// Splits a factor's statement in two.
    Split(FactorId),
    /// All review comments.
    Comments,
    /// Versions, what changed between them, and how the map grew.
    History,
    /// Dots on what is feasible and on what would matter.
    Votes,
    /// A round in which each writes alone.
    Silent,
    /// A walk along one route.
    Bow,
}

/// What lies at the foot of the map while no answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// What happened, in the order of time.
    Timeline,
    /// The same, with the cursor where the time of the selected factor is typed.
    Timing,
    /// Remedies spoken too early.
    Parking,
    /// What the team will do.
    Actions,
}

/// How grave a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Calm,
    /// Something was not done.
    Warning,
}

/// A line at the foot of the page that says what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it says.
    pub words: String,
    /// How grave it is.
    pub tone: Tone,
    /// Whether it offers to undo.
    pub offers_undo: bool,
}

/// What is selected, edited and opened.
#[expect(
    clippy::struct_excessive_bools,
    reason = "panels that are open or folded, each for itself"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ui {
    /// What is selected; the first is the one that keys act on.
    pub selection: Selection,
    /// What is being typed.
    pub draft: Option<Draft>,
    /// How often typing was begun, which tells one card from the next in the same place.
    pub drafts: u32,
    /// Whether the details are open.
    pub details: bool,
    /// Whether the outline is open.
    pub outline: bool,
    /// Whether the legend lies over the map.
    pub legend: bool,
    /// Whether the ground rules lie over the map.
    pub rules: bool,
    /// What lies at the foot of the map.
    pub board: Option<Board>,
    /// How often somebody asked for a board by name, which is what gives it the focus.
    pub entered: u32,
    /// Whether the links are being tested one by one.
    pub testing: bool,
    /// Whether the map is shown to a room: all large, and nothing around it.
    pub presenting: bool,
    /// What of the map is to be seen.
    pub sieve: Sieve,
    /// The window over the page.
    pub dialog: Option<Dialog>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// The question whose answer is open.
    pub asked: Option<Asked>,
    /// The written query whose rows are open in place of an answer.
    pub query: Option<Rc<str>>,
    /// What that answer marks on the map, once it is there.
    pub marks: Option<Rc<Marks>>,
    /// Whether what an answer counts on links is written there.
    pub tallies: bool,
    /// Whether this person wants no wording coach.
    pub coach_off: bool,
    /// The factors in whose statements the coach marks words.
    pub worded: Rc<BTreeSet<FactorId>>,
}

/// A change to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UiAction {
    /// Selects exactly this.
    Select(Selection),
    /// Begins to type; ends the typing of anything else.
    Begin(Draft),
    /// Ends the typing.
    EndDraft,
    /// Opens or folds the details.
    Details(bool),
    /// Opens or folds the outline.
    Outline(bool),
    /// Opens or folds the legend.
    Legend(bool),
    /// Opens or folds the ground rules.
    Rules(bool),
    /// Lays something at the foot of the map, or nothing.
    Board(Option<Board>),
    /// The same, and goes there.
    Enter(Board),
    /// Begins to test the links one by one, or ends it.
    Test(bool),
    /// Shows the map to a room, or no longer.
    Present(bool),
    /// Shows this of the map.
    Sieve(Sieve),
    /// Opens a window.
    Open(Dialog),
    /// Closes the window.
    Close,
    /// Says what just happened.
    Say(Notice),
    /// No longer says it.
    Hush,
    /// Asks a question.
    Ask(Asked),
    /// Asks what a written query asks.
    Query(Rc<str>),
    /// Switches a factor off or on, in *what if*.
    Switch(FactorId),
    /// Marks on the map what an answer is about.
    Mark(Rc<Marks>),
    /// Writes what an answer counts on the links, or no longer.
    Tally(bool),
    /// Closes the answer.
    EndAsk,
    /// Has the wording coach speak, or be silent.
    Coach(bool),
    /// Says in whose statements the coach marks words.
    Word(Rc<BTreeSet<FactorId>>),
}

impl Ui {
    /// The factor that keys act on.
    pub fn factor(&self) -> Option<&FactorId> {
        match self.selection.first()? {
            Selectable::Factor(id) => Some(id),
            _ => None,
        }
    }

    /// The link that keys act on.
    pub fn link(&self) -> Option<&LinkId> {
        match self.selection.first()? {
            Selectable::Link(id) => Some(id),
            _ => None,
        }
    }

    /// All selected factors.
    pub fn factors(&self) -> Vec<FactorId> {
        let factors = self.selection.iter().filter_map(|part| match part {
            Selectable::Factor(id) => Some(id.clone()),
            _ => None,
        });
        factors.collect()
    }

    /// What takes room at the foot of the map: an answer, or a board.
    pub fn foot(&self) -> (bool, Option<Board>) {
        let board = self.board.map(|board| match board {
            Board::Timing => Board::Timeline,
            other => other,
        });
        (self.is_asking(), board)
    }

    /// Whether an answer or the rows of a query are open.
    pub fn is_asking(&self) -> bool {
        self.asked.is_some() || self.query.is_some()
    }

    /// A board that is asked for is not to lie under an answer.
    fn lay(&mut self, board: Option<Board>) {
        self.board = board;
        if board.is_some() {
            self.end_ask();
        }
    }

    fn begin_ask(&mut self) {
        self.end_ask();
        (self.draft, self.notice, self.testing) = (None, None, false);
    }

    fn end_ask(&mut self) {
        (self.asked, self.query, self.marks) = (None, None, None);
    }

    /// Whether cards are switched off and on, to see what would not have happened.
    pub fn is_what_if(&self) -> bool {
        self.asked.as_ref().is_some_and(Asked::is_what_if)
    }

    /// The numbers that an answer writes on links, where they are to be seen.
    pub fn tallies(&self) -> Option<&BTreeMap<LinkId, Tally>> {
        let marks = self.marks.as_ref().filter(|_| self.tallies)?;
        Some(&marks.tallies.0)
    }

    /// Whether a factor is selected.
    pub fn has_factor(&self, id: &FactorId) -> bool {
        self.selection
            .iter()
            .any(|part| matches!(part, Selectable::Factor(other) if other == id))
    }

    /// Whether a link is selected.
    pub fn has_link(&self, id: &LinkId) -> bool {
        self.selection
            .iter()
            .any(|part| matches!(part, Selectable::Link(other) if other == id))
    }
}

impl Reducible for Ui {
    type Action = UiAction;

    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let mut ui = (*self).clone();
        match action {
            UiAction::Select(selection) => ui.selection = selection,
            UiAction::Begin(draft) => {
                (ui.draft, ui.drafts) = (Some(draft), ui.drafts.wrapping_add(1));
                // They are for the first screen: whoever types has read them.
                ui.rules = false;
            }
            UiAction::EndDraft => ui.draft = None,
            UiAction::Details(open) => ui.details = open,
            UiAction::Outline(open) => ui.outline = open,
            UiAction::Legend(open) => ui.legend = open,
            UiAction::Rules(open) => ui.rules = open,
            UiAction::Board(board) => ui.lay(board),
            UiAction::Enter(board) => {
                ui.lay(Some(board));
                (ui.entered, ui.testing) = (ui.entered.wrapping_add(1), false);
            }
            UiAction::Test(on) => {
                (ui.testing, ui.draft, ui.notice) = (on, None, None);
                if on {
                    ui.end_ask();
                }
            }
            UiAction::Present(on) => ui.presenting = on,
            UiAction::Sieve(sieve) => ui.sieve = sieve,
            UiAction::Open(dialog) => {
                (ui.dialog, ui.draft, ui.notice) = (Some(dialog), None, None);
            }
            UiAction::Close => ui.dialog = None,
            UiAction::Say(notice) => ui.notice = Some(notice),
            UiAction::Hush => ui.notice = None,
            UiAction::Ask(asked) => {
                ui.begin_ask();
                ui.asked = Some(asked);
            }
            UiAction::Query(text) => {
                ui.begin_ask();
                ui.query = Some(text);
            }
            UiAction::Switch(factor) => {
                if let Some(asked) = &mut ui.asked {
                    asked.switch(factor);
                }
            }
            // An answer may come when its question is closed already.
            UiAction::Mark(marks) => ui.marks = ui.is_asking().then_some(marks),
            UiAction::Tally(on) => ui.tallies = on,
            UiAction::EndAsk => ui.end_ask(),
            UiAction::Coach(on) => ui.coach_off = !on,
            UiAction::Word(worded) => ui.worded = worded,
        }
        if ui == *self { self } else { ui.into() }
    }
}
