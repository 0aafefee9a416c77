//! The questions a facilitator asks.

use std::{fmt, str::FromStr};

/// A question that can be asked of a web. `docs` and screens show its title; files and the command
/// line its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// What can reach it.
    Upstream,
    /// What it can reach.
    Downstream,
    /// How it gets there.
    Routes,
    /// Where the web begins.
    Roots,
    /// Factors with several causes.
    Junctions,
    /// What every route passes.
    Convergence,
    /// The smallest sets whose absence would have prevented it.
    BreakSets,
    /// What no longer happens once something is switched off.
    WhatIf,
    /// Feedback loops.
    Loops,
    /// What connects areas or categories.
    Bridges,
    /// What led to several outcomes.
    Shared,
    /// Links nobody has tested.
    UntestedLinks,
    /// Claims nothing backs.
    WithoutEvidence,
    /// Accounts and evidence that disagree.
    Disagreements,
    /// What people did, with nothing said of why.
    PeopleFactors,
    /// Effects dated before their causes.
    OrderInTime,
    /// All that is open, in one list.
    Completeness,
    /// What actions address, and what they do not.
    Coverage,
    /// How many factors of each sort.
    Pareto,
    /// What many short routes pass.
    Betweenness,
}

/// What has to be chosen before a question can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: it is about the whole web.
    Nothing,
    /// An outcome; where none is chosen, each outcome in turn. Any other factor will do as well.
    Outcome,
    /// A factor.
    Factor,
    /// One or more factors to switch off.
    SwitchedOff,
}

impl Question {
    /// Every question, in the order people meet them.
    pub const ALL: [Self; 20] = [
        Self::Upstream,
        Self::Downstream,
        Self::Routes,
        Self::Roots,
        Self::Junctions,
        Self::Convergence,
        Self::BreakSets,
        Self::WhatIf,
        Self::Loops,
        Self::Bridges,
        Self::Shared,
        Self::UntestedLinks,
        Self::WithoutEvidence,
        Self::Disagreements,
        Self::PeopleFactors,
        Self::OrderInTime,
        Self::Completeness,
        Self::Coverage,
        Self::Pareto,
        Self::Betweenness,
    ];

    /// Its name, in lower case with hyphens; the file that answers it is called the same.
    pub fn name(self) -> &'static str {
        match self {
            Self::Upstream => "upstream",
            Self::Downstream => "downstream",
            Self::Routes => "routes",
            Self::Roots => "roots",
            Self::Junctions => "junctions",
            Self::Convergence => "convergence",
            Self::BreakSets => "break-sets",
            Self::WhatIf => "what-if",
            Self::Loops => "loops",
            Self::Bridges => "bridges",
            Self::Shared => "shared",
            Self::UntestedLinks => "untested-links",
            Self::WithoutEvidence => "without-evidence",
            Self::Disagreements => "disagreements",
            Self::PeopleFactors => "people-factors",
            Self::OrderInTime => "order-in-time",
            Self::Completeness => "completeness",
            Self::Coverage => "coverage",
            Self::Pareto => "pareto",
            Self::Betweenness => "betweenness",
        }
    }

    /// The question in plain words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Upstream => "What led to this?",
            Self::Downstream => "What follows from this?",
            Self::Routes => "Every route from here to the outcome",
            Self::Roots => "Where did we stop asking?",
            Self::Junctions => "Where do several causes meet?",
            Self::Convergence => "What lies on every route?",
            Self::BreakSets => "What is the smallest change that would have prevented it?",
            Self::WhatIf => "What if this had not been so?",
            Self::Loops => "Which loops keep it going?",
            Self::Bridges => "Which factors bridge areas?",
            Self::Shared => "What do two outcomes share?",
            Self::UntestedLinks => "Which links are untested?",
            Self::WithoutEvidence => "Which claims have no evidence?",
            Self::Disagreements => "Where do we disagree?",
            Self::PeopleFactors => "Which people-factors have no cause behind them?",
            Self::OrderInTime => "Which effects are dated before their causes?",
            Self::Completeness => "What is still open?",
            Self::Coverage => "Which roots have no action, and which actions address nothing?",
            Self::Pareto => "What sorts of factors are there, and where?",
            Self::Betweenness => "Which factors do many short routes pass?",
        }
    }

    /// What has to be chosen first.
    pub fn needs(self) -> Needs {
        match self {
            Self::Downstream => Needs::Factor,
            Self::WhatIf => Needs::SwitchedOff,
            Self::Upstream | Self::Routes | Self::Convergence | Self::BreakSets => Needs::Outcome,
            _ => Needs::Nothing,
        }
    }

    /// Whether a chosen factor changes the answer.
    pub fn heeds_factor(self) -> bool {
        self.needs() != Needs::Nothing || matches!(self, Self::Roots | Self::Loops)
    }

    /// What an answer does not mean, in a sentence that stands beside it.
    pub fn caveat(self) -> &'static str {
        match self {
            Self::Upstream => {
                "That a factor led here does not mean it was needed, nor that a near one mattered more."
            }
            Self::Downstream => {
                "That something follows does not mean it would not have happened otherwise."
            }
            Self::Routes => {
                "Many routes do not make a factor important: their number grows with how finely the statements are split."
            }
            Self::Roots => {
                "These are not the causes of the incident, only the places where the next why was not asked or not answered."
            }
            Self::Junctions => {
                "Many causes do not make a factor the one that mattered: it may be the one talked about longest."
            }
            Self::Convergence => {
                "That every route passes here does not mean it was necessary: routes do not look at joins or link tests."
            }
            Self::BreakSets => {
                "A small change is not the best one: this says nothing of its cost, or of the next incident. And it knows only what is on the map."
            }
            Self::WhatIf => {
                "This does not say it would have gone well: what is not on the map cannot be dropped, and something else may have taken its place."
            }
            Self::Loops => {
                "A loop on the map does not mean it ran more than once, only that the statements lead back to where they began."
            }
            Self::Bridges => {
                "A bridge is no fault of either side, and an area with many of them may only be the one most looked at."
            }
            Self::Shared => {
                "That a factor is shared does not mean that changing it would have prevented any of the outcomes."
            }
            Self::UntestedLinks => {
                "An untested link is not a doubtful one: nobody has asked yet whether the effect could have happened without the cause."
            }
            Self::WithoutEvidence => {
                "A claim without evidence is not false: nobody has written down yet what it rests on."
            }
            Self::Disagreements => {
                "A disagreement is not an error: two accounts can each be right about what that person could see."
            }
            Self::PeopleFactors => {
                "This says nothing against anyone: what people did made sense to them then, and the map does not say yet why."
            }
            Self::OrderInTime => {
                "Such a link is not wrong for certain: a condition may have begun before the time written on it, and clocks differ."
            }
            Self::Completeness => {
                "A map with nothing open is not a true one, and one with much open may tell all that matters."
            }
            Self::Coverage => {
                "An action that addresses something may still not help, and not everything needs one: a few good actions are worth more."
            }
            Self::Pareto => {
                "Frequency is not importance: a sort may be frequent because the team looked there. One incident makes no pattern."
            }
            Self::Betweenness => {
                "This is a fact about the drawing, not a measure of how much a factor contributed: splitting a statement in two changes it."
            }
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The name of no question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no question {0:?}")]
pub struct NoSuchQuestion(String);

impl FromStr for Question {
    type Err = NoSuchQuestion;

    /// ```
    /// use whyweb_core::analysis::Question;
    /// assert_eq!("what-if".parse(), Ok(Question::WhatIf));
    /// ```
    fn from_str(name: &str) -> Result<Self, NoSuchQuestion> {
        let found = Self::ALL
            .into_iter()
            .find(|question| question.name() == name);
        found.ok_or_else(|| NoSuchQuestion(name.chars().take(40).collect()))
    }
}
