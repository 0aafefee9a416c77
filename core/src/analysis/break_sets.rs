//! What is the smallest change that would have prevented it?

use std::sync::Arc;

use crate::{
    graph::Web,
    model::{FactorId, Join, Role},
};

use super::{
    break_search::{Search, Slice},
    progress::Progress,
    reach::{Towards, distances, untested_into},
    standing::Reading,
    what_if::joins_in_question,
};

/// How far a search for break sets goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakSetLimits {
    /// The most factors in a set; more than a handful is no small change.
    pub largest: usize,
    /// The most sets kept of each sort.
    pub most: usize,
    /// The most steps taken in all. A step looks once at what stands upstream of the outcome.
    pub steps: usize,
}

impl Default for BreakSetLimits {
    fn default() -> Self {
        Self {
            largest: 4,
            most: 2_000,
            steps: 200_000,
        }
    }
}

/// A break set that holds only if some unknown join is *all*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConditionalSet {
    /// The factors.
    pub factors: Vec<FactorId>,
    /// The unknown joins to tell next; the set is none if they turn out to be *any*.
    pub joins: Vec<FactorId>,
}

/// The search for the break sets of one outcome, or of several together, in slices.
///
/// A break set is an inclusion-minimal set of factors that, had they not been so, would have
/// prevented the outcome by the rule of [`standing`](super::standing()). Only events and conditions
/// that are not *given* can be in one. The *sure* ones hold with every unknown join read as *any*;
/// the *conditional* ones only if some unknown join is *all*.
///
/// A small break set is *not* the best thing to do: it says nothing of cost, of chance, or of the
/// next incident. And it rests on the links that are in the map.
///
/// # Complexity
///
/// Exponential in the size of a set at worst, hence the limits; a step is O(F + L). Sets of k
/// factors are looked for only when all smaller ones are known, so that a search that meets its
/// limits still knows which size it has finished.
///
/// # Source
///
/// R. Reiter, *A theory of diagnosis from first principles*, 1987: each set must take something of
/// every way that keeps the outcome standing. A branch is left when more ways without a factor in
/// common are standing than factors may still be taken.
///
/// ```
/// use std::sync::Arc;
/// use whyweb_core::{
///     analysis::{BreakSetLimits, BreakSets, Progress},
///     format::outline,
///     graph::Web,
/// };
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let web = Arc::new(Web::of(&incident));
/// let mut search = BreakSets::new(&web, &web.outcomes(), BreakSetLimits::default());
/// while search.advance(100) == Progress::Working {}
/// assert_eq!(search.sure().len(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct BreakSets {
    web: Arc<Web>,
    goals: Vec<usize>,
    limits: BreakSetLimits,
    stage: Stage,
    search: Search,
    /// The search for the sure ones, once it is over: it knows what stands under *any*.
    over: Option<Search>,
    sure: Vec<Vec<usize>>,
    conditional: Vec<(Vec<usize>, Vec<usize>)>,
    sure_to: usize,
    conditional_to: usize,
    taken: usize,
    met: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Sure,
    Conditional,
    Done,
}

impl BreakSets {
    /// Makes the search ready; nothing is looked at yet. Goals that are not in the web are passed
    /// over; with several, a set must prevent all of them.
    pub fn new(web: &Arc<Web>, goals: &[FactorId], limits: BreakSetLimits) -> Self {
        let goals: Vec<usize> = goals.iter().filter_map(|id| web.place(id)).collect();
        let may_go = removable(web, &goals);
        let search = Search::new(web, &goals, may_go, Reading::Any);
        Self {
            web: Arc::clone(web),
            stage: if goals.is_empty() {
                Stage::Done
            } else {
                Stage::Sure
            },
            goals,
            limits,
            over: None,
            search,
            sure: Vec::new(),
            conditional: Vec::new(),
            sure_to: 0,
            conditional_to: 0,
            taken: 0,
            met: false,
        }
    }

    /// Runs for about so many steps.
    pub fn advance(&mut self, steps: usize) -> Progress {
        let end = self.taken.saturating_add(steps.max(1));
        while self.stage != Stage::Done && self.taken < end {
            if self.taken >= self.limits.steps {
                self.met = true;
                self.stage = Stage::Done;
                break;
            }
            let most = end.min(self.limits.steps) - self.taken;
            let (used, slice) = self.search.advance(&self.web, most);
            self.taken += used;
            match slice {
                Slice::Found(set) => self.keep(set),
                Slice::SizeDone => self.next_size(),
                Slice::StepsUsed => {}
            }
        }
        match self.stage {
            Stage::Done => Progress::Finished,
            _ => Progress::Working,
        }
    }

    /// The sure break sets found so far, small ones first, then in identity order.
    pub fn sure(&self) -> Vec<Vec<FactorId>> {
        let mut sets: Vec<_> = self.sure.iter().collect();
        sets.sort_by_key(|set| (set.len(), *set));
        sets.into_iter()
            .map(|set| self.web.ids(set.iter().copied()))
            .collect()
    }

    /// Those that hold only if some unknown join is *all*, in the same order.
    pub fn conditional(&self) -> Vec<ConditionalSet> {
        let mut sets: Vec<_> = self.conditional.iter().collect();
        sets.sort_by_key(|(set, _)| (set.len(), set));
        sets.into_iter()
            .map(|(set, joins)| ConditionalSet {
                factors: self.web.ids(set.iter().copied()),
                joins: self.web.ids(joins.iter().copied()),
            })
            .collect()
    }

    /// The size up to which every sure set is known, and every conditional one.
    pub fn complete_to(&self) -> (usize, usize) {
        (self.sure_to, self.conditional_to)
    }

    /// Whether a limit other than the size of a set ended the search.
    pub fn met_its_limit(&self) -> bool {
        self.met
    }

    /// How far it goes.
    pub fn limits(&self) -> BreakSetLimits {
        self.limits
    }

    /// The steps taken so far.
    pub fn steps_taken(&self) -> usize {
        self.taken
    }

    /// How many untested links lead to what could have mattered: the answer rests on them.
    pub fn untested(&self) -> usize {
        let before = distances(&self.web, &self.goals, Towards::Causes);
        untested_into(&self.web, |place| before[place].is_some())
    }

    fn keep(&mut self, set: Vec<usize>) {
        let full = match self.stage {
            Stage::Sure => {
                self.sure.push(set);
                self.sure.len() >= self.limits.most
            }
            Stage::Conditional => {
                if let Some(joins) = self.joins_of(&set) {
                    self.conditional.push((set, joins));
                }
                self.conditional.len() >= self.limits.most
            }
            Stage::Done => false,
        };
        if full {
            self.met = true;
            self.end_stage();
        }
    }

    /// The joins on which a set hangs; none where it is sure, and so known already.
    fn joins_of(&mut self, set: &[usize]) -> Option<Vec<usize>> {
        self.taken += 1;
        let stands = self.over.as_mut()?.standing(&self.web, set);
        if !self.goals.iter().any(|goal| stands[*goal]) {
            return None;
        }
        // Only what lies upstream of the goals stands at all here, so no other join is named.
        Some(joins_in_question(&self.web, self.search.rule(), stands))
    }

    fn next_size(&mut self) {
        let size = self.search.size();
        match self.stage {
            Stage::Sure => self.sure_to = size,
            Stage::Conditional => self.conditional_to = size,
            Stage::Done => {}
        }
        if size >= self.limits.largest || self.search.is_exhausted() {
            self.end_stage();
        } else {
            self.search.begin(size + 1);
        }
    }

    fn end_stage(&mut self) {
        let before = distances(&self.web, &self.goals, Towards::Causes);
        let is_unknown = |place: usize| {
            before[place].is_some()
                && self.web.factors[place].join == Join::Unknown
                && self.web.causes[place].len() > 1
        };
        let (largest, exhausted) = (self.limits.largest, self.search.is_exhausted());
        if self.stage == Stage::Sure && exhausted {
            self.sure_to = largest;
        }
        if self.stage == Stage::Conditional && exhausted {
            self.conditional_to = largest;
        }
        if self.stage == Stage::Sure && (0..self.web.factors.len()).any(is_unknown) {
            let may_go = removable(&self.web, &self.goals);
            let next = Search::new(&self.web, &self.goals, may_go, Reading::All);
            self.over = Some(std::mem::replace(&mut self.search, next));
            self.stage = Stage::Conditional;
        } else {
            if self.stage == Stage::Sure {
                self.conditional_to = largest;
            }
            self.stage = Stage::Done;
        }
    }
}

/// Events and conditions that are not given, and never what is asked about.
fn removable(web: &Web, goals: &[usize]) -> Vec<bool> {
    let factors = web.factors.iter().enumerate();
    factors
        .map(|(place, factor)| {
            matches!(factor.role, Role::Event | Role::Condition)
                && !factor.given
                && !goals.contains(&place)
        })
        .collect()
}

/// All break sets of these outcomes together within the limits: [`BreakSets`] run to its end.
pub fn break_sets(web: &Arc<Web>, goals: &[FactorId], limits: BreakSetLimits) -> BreakSets {
    let mut search = BreakSets::new(web, goals, limits);
    while search.advance(usize::MAX) == Progress::Working {}
    search
}
