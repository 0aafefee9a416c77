//! A link between two factors, its test, and the accounts of it that disagree.

use super::{AccountId, FactorId, Label, LinkId, Text};

/// What a link says of its two factors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LinkKind {
    /// The cause contributed to the effect.
    #[default]
    ContributedTo,
    /// A safeguard or a stroke of luck lessened the effect, or might have stopped it.
    HeldBack,
}

impl LinkKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::ContributedTo, Self::HeldBack];

    /// The word files and screens use.
    pub fn word(self) -> &'static str {
        match self {
            Self::ContributedTo => "contributed to",
            Self::HeldBack => "held back",
        }
    }
}

/// What the counterfactual test of a link said: had the cause not been so, could the effect still
/// have happened?
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LinkTest {
    /// Nobody has asked yet.
    #[default]
    Untested,
    /// Without the cause the effect would not have happened.
    Necessary,
    /// The cause made the effect likelier or worse.
    Contributing,
    /// The cause had no part in it.
    Refuted,
}

impl LinkTest {
    /// Every answer, in the order shown to people.
    pub const ALL: [Self; 4] = [
        Self::Untested,
        Self::Necessary,
        Self::Contributing,
        Self::Refuted,
    ];

    /// The glossary's word, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Untested => "untested",
            Self::Necessary => "necessary",
            Self::Contributing => "contributing",
            Self::Refuted => "refuted",
        }
    }
}

/// A link from a cause to its effect.
///
/// Two factors have at most one link in each direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its identity.
    pub id: LinkId,
    /// Where it starts.
    pub cause: FactorId,
    /// Where it ends; never the cause itself.
    pub effect: FactorId,
    /// What it says.
    pub kind: LinkKind,
    /// What its test said.
    pub test: LinkTest,
    /// How the cause led to the effect.
    pub mechanism: Option<Text>,
    /// Its turn among the causes of its effect: lower comes first, ties by identity.
    pub order: u32,
}

impl Link {
    /// An untested link that says *contributed to*.
    pub fn new(id: LinkId, cause: FactorId, effect: FactorId) -> Self {
        Self {
            id,
            cause,
            effect,
            kind: LinkKind::default(),
            test: LinkTest::default(),
            mechanism: None,
            order: 0,
        }
    }
}

/// One of several accounts of a link that disagree, kept side by side until one is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its identity.
    pub id: AccountId,
    /// The link it is an account of.
    pub link: LinkId,
    /// Whose account it is: a role, not a name; none where nobody said.
    pub by: Option<Label>,
    /// What it says happened.
    pub text: Text,
    /// The answer it gives to the link's test.
    pub test: LinkTest,
    /// Its turn among the accounts of the link: lower comes first, ties by identity.
    pub order: u32,
}
