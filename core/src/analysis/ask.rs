//! Asking: a question, what it is about, and the work on its answer, in slices where it is long.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    graph::Web,
    model::{FactorId, Incident},
};

use super::{
    answer::Answer,
    answers,
    break_sets::{BreakSetLimits, BreakSets},
    loops::{LoopLimits, Loops},
    progress::Progress,
    question::{Needs, Question},
    told::Told,
};

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The factor chosen.
    pub factor: Option<FactorId>,
    /// The factors switched off; only *what if* takes them.
    pub without: BTreeSet<FactorId>,
}

/// How far answers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// For break sets, of each outcome and of all together.
    pub break_sets: BreakSetLimits,
    /// For the break sets that actions are held against: a look, not a study.
    pub coverage: BreakSetLimits,
    /// For elementary loops.
    pub loops: LoopLimits,
    /// The most routes told one by one, to each outcome.
    pub routes: usize,
    /// The most steps in finding them.
    pub route_steps: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            break_sets: BreakSetLimits::default(),
            coverage: BreakSetLimits {
                steps: 5_000,
                ..BreakSetLimits::default()
            },
            loops: LoopLimits::default(),
            routes: 20,
            route_steps: 50_000,
        }
    }
}

/// Why a question cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unaskable {
    /// It is about a factor, and none is chosen.
    #[error("this question is about one factor; choose it")]
    ChooseFactor,
    /// Nothing is switched off.
    #[error("this question needs something to switch off; choose a factor")]
    SwitchSomethingOff,
    /// It is about an outcome, and no factor is one.
    #[error("no factor is an outcome yet; give the harm the role \"outcome\", or choose a factor")]
    NoOutcome,
    /// What was chosen is not there.
    #[error("there is no factor {0}")]
    NotThere(FactorId),
    /// Safeguards and luck have no causes and lead nowhere: they can only be switched off.
    #[error(
        "{0} is a safeguard or luck: it can be switched off in \"what if\", and asked nothing else"
    )]
    HoldsBack(FactorId),
    /// Something is switched off in a question that does not look at it.
    #[error("only \"what if\" switches factors off; ask that, or leave them out")]
    SwitchesNothingOff,
}

/// A question being answered.
#[derive(Debug, Clone)]
pub struct Asking {
    question: Question,
    limits: Limits,
    pub(super) told: Told,
    pub(super) about: About,
    work: Work,
}

/// What is to be done before the answer can be told.
#[derive(Debug, Clone)]
enum Work {
    None,
    BreakSets(Vec<Goal>),
    Loops(Loops),
}

/// The search for the break sets of one outcome, or of all together.
#[derive(Debug, Clone)]
pub(super) struct Goal {
    pub(super) outcomes: Vec<FactorId>,
    pub(super) search: BreakSets,
}

impl Asking {
    /// Makes the answer ready to be worked on, or says why it cannot be.
    pub fn new(
        question: Question,
        incident: &Arc<Incident>,
        web: &Arc<Web>,
        about: About,
        limits: Limits,
    ) -> Result<Self, Unaskable> {
        check(question, incident, web, &about)?;
        let told = Told {
            incident: Arc::clone(incident),
            web: Arc::clone(web),
        };
        let goals = |outcomes: Vec<FactorId>, together: bool, limits: BreakSetLimits| {
            let all = (together && outcomes.len() > 1).then(|| outcomes.clone());
            let each = outcomes.into_iter().map(|outcome| vec![outcome]);
            each.chain(all)
                .map(|outcomes| Goal {
                    search: BreakSets::new(web, &outcomes, limits),
                    outcomes,
                })
                .collect()
        };
        let work = match question {
            Question::BreakSets => {
                Work::BreakSets(goals(targets(web, &about), true, limits.break_sets))
            }
            Question::Coverage => Work::BreakSets(goals(web.outcomes(), false, limits.coverage)),
            Question::Loops => Work::Loops(Loops::new(web, limits.loops)),
            _ => Work::None,
        };
        Ok(Self {
            question,
            limits,
            told,
            about,
            work,
        })
    }

    /// Works for about so many steps. Drop the asking to cancel it.
    pub fn advance(&mut self, steps: usize) -> Progress {
        match &mut self.work {
            Work::None => Progress::Finished,
            Work::Loops(search) => search.advance(steps),
            Work::BreakSets(goals) => {
                for goal in goals {
                    if goal.search.advance(steps) == Progress::Working {
                        return Progress::Working;
                    }
                }
                Progress::Finished
            }
        }
    }

    /// The answer, as far as the work on it has come.
    pub fn answer(&self) -> Answer {
        match self.question {
            Question::Upstream => answers::upstream(self),
            Question::Downstream => answers::downstream(self),
            Question::Routes => answers::routes(self),
            Question::Roots => answers::roots(self),
            Question::Junctions => answers::junctions(self),
            Question::Convergence => answers::convergence(self),
            Question::BreakSets => answers::break_sets(self),
            Question::WhatIf => answers::what_if(self),
            Question::Loops => answers::loops(self),
            Question::Bridges => answers::bridges(self),
            Question::Shared => answers::shared(self),
            Question::UntestedLinks => answers::untested_links(self),
            Question::WithoutEvidence => answers::without_evidence(self),
            Question::Disagreements => answers::disagreements(self),
            Question::PeopleFactors => answers::people_factors(self),
            Question::OrderInTime => answers::order_in_time(self),
            Question::Completeness => answers::completeness(self),
            Question::Coverage => answers::coverage(self),
            Question::Pareto => answers::pareto(self),
            Question::Betweenness => answers::betweenness(self),
        }
    }

    pub(super) fn web(&self) -> &Web {
        &self.told.web
    }

    pub(super) fn limits(&self) -> Limits {
        self.limits
    }

    /// What the question leads to: the factor chosen, else each outcome.
    pub(super) fn targets(&self) -> Vec<FactorId> {
        targets(&self.told.web, &self.about)
    }

    pub(super) fn goals(&self) -> &[Goal] {
        match &self.work {
            Work::BreakSets(goals) => goals,
            _ => &[],
        }
    }

    pub(super) fn loops(&self) -> Option<&Loops> {
        match &self.work {
            Work::Loops(search) => Some(search),
            _ => None,
        }
    }
}

/// Asks, and works until the answer is there or a limit is met.
///
/// ```
/// use std::sync::Arc;
/// use whyweb_core::{
///     analysis::{About, Limits, Question, ask},
///     format::outline,
///     graph::Web,
/// };
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let (incident, web) = (Arc::new(incident.clone()), Arc::new(Web::of(&incident)));
/// let answer = ask(Question::Roots, &incident, &web, About::default(), Limits::default()).unwrap();
/// assert_eq!(answer.sentence, "We stopped asking at 1 factor.");
/// ```
pub fn ask(
    question: Question,
    incident: &Arc<Incident>,
    web: &Arc<Web>,
    about: About,
    limits: Limits,
) -> Result<Answer, Unaskable> {
    let mut asking = Asking::new(question, incident, web, about, limits)?;
    while asking.advance(usize::MAX) == Progress::Working {}
    Ok(asking.answer())
}

fn targets(web: &Web, about: &About) -> Vec<FactorId> {
    about
        .factor
        .clone()
        .map_or_else(|| web.outcomes(), |factor| vec![factor])
}

fn check(
    question: Question,
    incident: &Incident,
    web: &Web,
    about: &About,
) -> Result<(), Unaskable> {
    let mut named = about.factor.iter().chain(&about.without);
    if let Some(missing) = named.find(|factor| !incident.factors.contains_key(*factor)) {
        return Err(Unaskable::NotThere(missing.clone()));
    }
    if question == Question::WhatIf {
        let nothing = about.factor.is_none() && about.without.is_empty();
        return if nothing {
            Err(Unaskable::SwitchSomethingOff)
        } else {
            Ok(())
        };
    }
    if !about.without.is_empty() {
        return Err(Unaskable::SwitchesNothingOff);
    }
    match &about.factor {
        Some(factor) if question.heeds_factor() && !web.contains(factor) => {
            Err(Unaskable::HoldsBack(factor.clone()))
        }
        None if question.needs() == Needs::Factor => Err(Unaskable::ChooseFactor),
        None if question.needs() == Needs::Outcome && web.outcomes().is_empty() => {
            Err(Unaskable::NoOutcome)
        }
        _ => Ok(()),
    }
}
