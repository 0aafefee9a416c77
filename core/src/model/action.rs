//! Actions: what the team will do, what they are expected to change, and how that came out.

use std::collections::BTreeSet;

use super::{ActionId, Day, FactorId, Label, LinkId, Note, Subject, Text, tidy};

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

    /// What a remedy that was written down too early becomes: an action that addresses what it is
    /// about. Words that do not fit on one line are kept whole in its note.
    ///
    /// Nothing where no word can be kept.
    pub fn of_note(id: ActionId, note: &Note) -> Option<Self> {
        let statement = tidy(note.text.as_str())?;
        let is_whole = statement.as_str() == note.text.as_str();
        let target = match &note.about {
            Subject::Factor(id) => Some(Target::Factor(id.clone())),
            Subject::Link(id) => Some(Target::Link(id.clone())),
            Subject::Incident | Subject::Account(_) => None,
        };
        Some(Self {
            addresses: target.into_iter().collect(),
            note: (!is_whole).then(|| note.text.clone()),
            ..Self::new(id, statement)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NoteKind;

    fn of(words: &str, about: Subject) -> Action {
        let note = Note {
            id: "n".parse().unwrap(),
            kind: NoteKind::ParkingLot,
            text: Text::new(words).unwrap(),
            about,
            order: 0,
        };
        Action::of_note("x".parse().unwrap(), &note).unwrap()
    }

    #[test]
    fn a_remedy_addresses_what_it_is_about() {
        let factor: FactorId = "f".parse().unwrap();
        let action = of("Add an alert", Subject::Factor(factor.clone()));
        assert_eq!(action.statement.as_str(), "Add an alert");
        assert!(action.addresses.contains(&Target::Factor(factor)));
        assert_eq!(action.note, None);
        assert!(of("Add an alert", Subject::Incident).addresses.is_empty());
    }

    #[test]
    fn no_word_of_a_remedy_is_lost() {
        let words = "Add an alert\nand try it each month";
        let action = of(words, Subject::Incident);
        assert_eq!(
            action.statement.as_str(),
            "Add an alert and try it each month"
        );
        assert_eq!(action.note.as_ref().map(Text::as_str), Some(words));
    }
}
