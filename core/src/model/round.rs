//! Rounds: each writes or votes alone, then all of it is shown at once.

use std::{str::FromStr, sync::Arc};

use super::{ActionId, BallotId, FactorId, Moment};

/// What a round gathers. There is one round of each kind at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoundKind {
    /// What each thinks contributed, written in silence.
    Silent,
    /// Dots on what is feasible and on what would matter.
    Votes,
}

impl RoundKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Silent, Self::Votes];

    /// The word files and screens use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Votes => "votes",
        }
    }
}

impl FromStr for RoundKind {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|kind| kind.word() == text);
        found.ok_or("is no kind of round")
    }
}

/// A round that is open, or was until everybody's part was shown. A closed one is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What it gathers.
    pub id: RoundKind,
    /// Whether everybody's part is to be shown.
    pub revealed: bool,
    /// When it was opened. What it gathers is dated so, whenever it was written.
    pub opened: Moment,
    /// The effect whose causes a silent round asks for; none where it asks what happened.
    pub about: Option<FactorId>,
    /// The turn of everything it gathers, so that no order tells who wrote what.
    pub turn: u32,
    /// How many dots of each kind a person has: [`Round::FEWEST_DOTS`] to [`Round::MOST_DOTS`].
    pub dots: u32,
}

impl Round {
    /// How many dots a person has unless somebody says otherwise.
    pub const USUAL_DOTS: u32 = 3;
    /// The fewest dots.
    pub const FEWEST_DOTS: u32 = 1;
    /// The most dots.
    pub const MOST_DOTS: u32 = 20;

    /// The number of dots nearest to this one that a person can have.
    pub fn dots_near(dots: u32) -> u32 {
        dots.clamp(Self::FEWEST_DOTS, Self::MOST_DOTS)
    }
}

/// The rounds of an incident: one of each kind at most.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rounds([Option<Arc<Round>>; RoundKind::ALL.len()]);

impl Rounds {
    /// The round of a kind, where there is one.
    pub fn get(&self, kind: RoundKind) -> Option<&Arc<Round>> {
        // There is a place for each kind, in the order of their discriminants.
        self.0[kind as usize].as_ref()
    }

    /// Puts a round in place of the one of its kind.
    pub fn insert(&mut self, round: Arc<Round>) {
        let place = round.id as usize;
        self.0[place] = Some(round);
    }

    /// Takes the round of a kind out.
    pub fn remove(&mut self, kind: RoundKind) {
        self.0[kind as usize] = None;
    }

    /// All of them, in the order of their kinds.
    pub fn values(&self) -> impl Iterator<Item = &Arc<Round>> {
        self.0.iter().flatten()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values().next().is_none()
    }
}

/// What a dot says. A vote is not evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum VoteKind {
    /// That something could be changed.
    #[default]
    Feasible,
    /// That changing it would matter.
    WouldMatter,
}

impl VoteKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Feasible, Self::WouldMatter];

    /// The word files and screens use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Feasible => "feasible",
            Self::WouldMatter => "would matter",
        }
    }
}

/// What one can vote on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// A factor.
    Factor(FactorId),
    /// An action.
    Action(ActionId),
}

/// Dots that one person put on one thing. It does not say who.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Its identity.
    pub id: BallotId,
    /// What it is about; that need not be there any more.
    pub about: Choice,
    /// What the dots say.
    pub kind: VoteKind,
    /// How many: 1 to [`Round::MOST_DOTS`].
    pub dots: u32,
}
