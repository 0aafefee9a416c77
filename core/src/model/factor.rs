//! A factor: one statement about what was so or what happened.

use std::collections::BTreeSet;

use super::{AreaId, CategoryId, FactorId, Label, RuleName, Text, When};

/// What part a factor plays in the incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Role {
    /// The harm or impact; one or more an incident.
    Outcome,
    /// Happened at a time.
    Event,
    /// Was so.
    #[default]
    Condition,
    /// Held: what kept it from being worse by design.
    Safeguard,
    /// Held by chance.
    Luck,
}

impl Role {
    /// Every role, in the order shown to people.
    pub const ALL: [Self; 5] = [
        Self::Outcome,
        Self::Event,
        Self::Condition,
        Self::Safeguard,
        Self::Luck,
    ];

    /// Whether links of a factor in this role say what it *held back* rather than what it caused.
    pub fn holds_back(self) -> bool {
        matches!(self, Self::Safeguard | Self::Luck)
    }

    /// The glossary's word, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Event => "event",
            Self::Condition => "condition",
            Self::Safeguard => "safeguard",
            Self::Luck => "luck",
        }
    }
}

/// How the causes of an effect combine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Join {
    /// Nobody has said yet; shown as unknown and never read silently as one of the others.
    #[default]
    Unknown,
    /// All causes were needed.
    All,
    /// Any one cause would have sufficed.
    Any,
}

impl Join {
    /// Every join, in the order shown to people.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::All, Self::Any];

    /// The glossary's word, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::All => "all",
            Self::Any => "any",
        }
    }
}

/// A place on the map: the centre of a card, in px at zoom 1; x grows rightwards, y downwards.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Position {
    /// Px from the left of the map's own origin; any finite number.
    pub x: f64,
    /// Px from the top of the map's own origin; any finite number.
    pub y: f64,
}

impl Position {
    /// The farthest from the origin a card may be, in px.
    pub const FARTHEST: f64 = 1_000_000.0;

    /// A place on the map, if both numbers are within [`Position::FARTHEST`]; rounded to a
    /// hundredth of a px so that it reads back from a file as it was.
    pub fn new(x: f64, y: f64) -> Option<Self> {
        let on_map = |n: f64| n.is_finite() && n.abs() <= Self::FARTHEST;
        // Adding zero turns -0 into 0, which a file could not tell apart.
        let round = |n: f64| (n * 100.0).round() / 100.0 + 0.0;
        (on_map(x) && on_map(y)).then(|| Self {
            x: round(x),
            y: round(y),
        })
    }
}

/// One statement about what was so or what happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Its identity.
    pub id: FactorId,
    /// The statement, in one line.
    pub statement: Label,
    /// Its part in the incident.
    pub role: Role,
    /// What sort of factor it is; none while uncategorised.
    pub category: Option<CategoryId>,
    /// Where in the work it sits.
    pub area: Option<AreaId>,
    /// How its causes combine.
    pub join: Join,
    /// Nobody can change it (a storm).
    pub given: bool,
    /// Nobody has checked it.
    pub unverified: bool,
    /// When it happened or began to be so.
    pub time: Option<When>,
    /// Whatever else there is to say.
    pub note: Option<Text>,
    /// Where a person put the card; the layout keeps it there until it is released.
    pub pin: Option<Position>,
    /// The rules of the wording coach that say nothing about it any more: a person dismissed them here.
    pub dismissed: BTreeSet<RuleName>,
    /// Its turn among its siblings: lower comes first, ties by identity.
    pub order: u32,
}

impl Factor {
    /// A condition with nothing but a statement.
    pub fn new(id: FactorId, statement: Label) -> Self {
        Self {
            id,
            statement,
            role: Role::default(),
            category: None,
            area: None,
            join: Join::default(),
            given: false,
            unverified: false,
            time: None,
            note: None,
            pin: None,
            dismissed: BTreeSet::new(),
            order: 0,
        }
    }
}
