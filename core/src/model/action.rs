//! Actions: what the team will do, what they are expected to change, and how that came out.

use std::collections::BTreeSet;

use super::{ActionId, Day, FactorId, Label, LinkId, Text};

/// What sort of change an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ActionKind {
    /// Begin to do something.
    #[default]
    Start,
    /// No longer do something.
    Stop,
    /// Keep doing what held.
    Continue,
    /// Try something and look at the result.
    Experiment,
}

impl ActionKind {
    /// Every kind, in the order shown to people.
    pub const ALL: [Self; 4] = [Self::Start, Self::Stop, Self::Continue, Self::Experiment];

    /// The glossary's word, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop => "stop",
            Self::Continue => "continue",
            Self::Experiment => "experiment",
        }
    }
}

/// How an action is meant to help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionAim {
    /// It keeps the factor from arising.
    Prevents,
    /// It shows the factor sooner.
    DetectsSooner,
    /// It lessens what follows.
    Mitigates,
}

impl ActionAim {
    /// Every aim, in the order shown to people.
    pub const ALL: [Self; 3] = [Self::Prevents, Self::DetectsSooner, Self::Mitigates];

    /// The glossary's words, in lower case, as files and screens write them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Prevents => "prevents",
            Self::DetectsSooner => "detects sooner",
            Self::Mitigates => "mitigates",
        }
    }
}

/// How the expectation behind an action came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionResult {
    /// What was expected was observed.
    Held,
    /// It was not.
    DidNotHold,
    /// The observation does not tell.
    Unclear,
}

impl ActionResult {
    /// Every result, in the order shown to people.
    pub const ALL: [Self; 3] = [Self::Held, Self::DidNotHold, Self::Unclear];

    /// The glossary's words, in lower case, as files and screens write them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::DidNotHold => "did not hold",
            Self::Unclear => "unclear",
        }
    }
}

/// What an action addresses.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One factor.
    Factor(FactorId),
    /// One link.
    Link(LinkId),
}

/// Something the team will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its identity.
    pub id: ActionId,
    /// What will be done, in one line.
    pub statement: Label,
    /// What sort of change it is.
    pub kind: ActionKind,
    /// How it is meant to help; none while nobody has said.
    pub aim: Option<ActionAim>,
    /// The factors and links it addresses.
    pub addresses: BTreeSet<Target>,
    /// The role that sees to it; a role, not a name.
    pub owner: Option<Label>,
    /// When it is to be done.
    pub due: Option<Day>,
    /// What one expects to observe when it works.
    pub observable: Option<Text>,
    /// When somebody looks at whether it did.
    pub review: Option<Day>,
    /// What that look showed.
    pub result: Option<ActionResult>,
    /// Whatever else there is to say.
    pub note: Option<Text>,
    /// Its turn in the list: lower comes first, ties by identity.
    pub order: u32,
}

impl Action {
    /// An action of kind *start* that addresses nothing yet.
    pub fn new(id: ActionId, statement: Label) -> Self {
        Self {
            id,
            statement,
            kind: ActionKind::default(),
            aim: None,
            addresses: BTreeSet::new(),
            owner: None,
            due: None,
            observable: None,
            review: None,
            result: None,
            note: None,
            order: 0,
        }
    }
}
