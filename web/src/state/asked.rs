//! What is asked of the web, and what its answer marks on the map.

use std::{collections::BTreeMap, rc::Rc};

use whyweb_core::{
    analysis::{About, Highlight, Question},
    model::{FactorId, Incident, LinkId, Role},
    scene::{LinkItem, Tally},
};

/// A question that is asked of the web as it stands, again after each change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The question.
    pub question: Question,
    /// What it is about.
    pub about: About,
}

impl Asked {
    /// A question about a factor, where one is chosen and changes the answer, else about the whole map.
    pub fn new(question: Question, factor: Option<&FactorId>) -> Self {
        let about = About {
            factor: factor.filter(|_| question.heeds_factor()).cloned(),
            ..About::default()
        };
        Self { question, about }
    }

    /// What if these had not been so? An outcome is what one asks about and stays on.
    pub fn what_if(factors: &[FactorId], incident: &Incident) -> Self {
        let is_outcome = |id: &FactorId| {
            let factor = incident.factors.get(id);
            factor.is_some_and(|factor| factor.role == Role::Outcome)
        };
        let without = factors.iter().filter(|id| !is_outcome(id)).cloned();
        let about = About {
            without: without.collect(),
            ..About::default()
        };
        Self {
            question: Question::WhatIf,
            about,
        }
    }

    /// Whether factors are switched off in it.
    pub fn is_what_if(&self) -> bool {
        self.question == Question::WhatIf
    }

    /// Switches a factor off, or on again.
    pub fn switch(&mut self, factor: FactorId) {
        if self.is_what_if() && !self.about.without.remove(&factor) {
            self.about.without.insert(factor);
        }
    }
}

/// What becomes of a factor in *what if*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is switched off.
    Off,
    /// It would not have happened.
    Prevented,
    /// Whether it would have happened depends on a join that nobody has told yet.
    Depends,
    /// It would have been less likely, not prevented.
    LessLikely,
}

impl Fate {
    /// What its card says.
    pub fn words(self) -> &'static str {
        match self {
            Self::Off => "switched off",
            Self::Prevented => "prevented",
            Self::Depends => "depends on a join",
            Self::LessLikely => "less likely",
        }
    }

    /// Its name in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Prevented => "prevented",
            Self::Depends => "depends",
            Self::LessLikely => "less-likely",
        }
    }

    /// Whether what it leads to does without it.
    fn is_gone(self) -> bool {
        matches!(self, Self::Off | Self::Prevented)
    }
}

/// What an answer marks on the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// What is raised while the rest fades.
    pub raised: Highlight,
    /// What becomes of factors, in *what if*.
    pub fates: BTreeMap<FactorId, Fate>,
    /// Numbers on links, where the answer counts something there.
    pub tallies: Tallies,
}

/// Numbers on links. Those made anew count as others: comparing what they hold would cost more.
#[derive(Debug, Clone, Default)]
pub struct Tallies(pub Rc<BTreeMap<LinkId, Tally>>);

impl PartialEq for Tallies {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || (self.0.is_empty() && other.0.is_empty())
    }
}

impl Eq for Tallies {}

impl Marks {
    /// Whether what is not raised fades: an answer that is about nothing on the map leaves it as it is.
    pub fn fades(&self) -> bool {
        !self.raised.factors.is_empty() || !self.raised.links.is_empty()
    }

    /// Whether a card is raised.
    pub fn raises(&self, factor: &FactorId) -> bool {
        self.raised.factors.contains(factor)
    }

    /// What becomes of a factor.
    pub fn fate(&self, factor: &FactorId) -> Option<Fate> {
        self.fates.get(factor).copied()
    }

    /// What becomes of a link.
    pub fn link(&self, link: &LinkItem) -> Option<LinkMark> {
        if self.raised.links.contains(&link.id) {
            return Some(LinkMark::Raised);
        }
        let is_idle = self.fate(&link.cause).is_some_and(Fate::is_gone);
        is_idle.then_some(LinkMark::Idle)
    }
}

/// What an answer says of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkMark {
    /// The answer is about it.
    Raised,
    /// Nothing comes along it any more, in *what if*.
    Idle,
}

impl LinkMark {
    /// Its name in style sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Idle => "idle",
        }
    }
}
