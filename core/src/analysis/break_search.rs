//! The search for all break sets of one size under one reading, in slices.

use crate::graph::Web;

use super::{
    reach::{Towards, distances},
    standing::{Reading, Rule},
    support::Support,
};

/// How a slice ended.
#[derive(Debug)]
pub(super) enum Slice {
    /// A break set of the size was found: places in ascending order.
    Found(Vec<usize>),
    /// There are no more of this size.
    SizeDone,
    /// The steps are used up.
    StepsUsed,
}

/// A set in the making: what else could be taken to break the way that still stands.
#[derive(Debug, Clone)]
struct Frame {
    /// Candidates not tried yet, the next one last.
    open: Vec<usize>,
    /// Candidates tried; sets with them were found in their own branch.
    tried: Vec<usize>,
}

#[derive(Debug, Clone)]
pub(super) struct Search {
    rule: Rule,
    support: Support,
    goals: Vec<usize>,
    /// The components upstream of the goals, causes first.
    components: Vec<usize>,
    may_go: Vec<bool>,
    size: usize,
    frames: Vec<Frame>,
    /// What the frames have taken: one factor a frame.
    taken: Vec<usize>,
    /// Whether the set taken is still to be looked at.
    is_fresh: bool,
    /// Whether some branch was left only because sets of this size have no room for more.
    was_cut: bool,
    is_removed: Vec<bool>,
    stands: Vec<bool>,
    steps: usize,
}

impl Search {
    /// A search for sets of one factor; [`Search::begin`] starts another size.
    pub(super) fn new(web: &Web, goals: &[usize], may_go: Vec<bool>, reading: Reading) -> Self {
        let before = distances(web, goals, Towards::Causes);
        let is_upstream = |component: &usize| {
            let first = web.components[*component].first();
            first.is_some_and(|member| before[*member].is_some())
        };
        let mut this = Self {
            rule: Rule::of(web, reading),
            support: Support::new(web),
            goals: goals.to_vec(),
            components: (0..web.components.len()).filter(is_upstream).collect(),
            may_go,
            size: 0,
            frames: Vec::new(),
            taken: Vec::new(),
            is_fresh: false,
            was_cut: false,
            is_removed: vec![false; web.factors.len()],
            stands: vec![false; web.factors.len()],
            steps: 0,
        };
        this.begin(1);
        this
    }

    /// Starts anew for sets of this size, which no smaller break set is part of.
    pub(super) fn begin(&mut self, size: usize) {
        self.size = size;
        self.frames.clear();
        self.taken.clear();
        self.is_fresh = true;
        self.was_cut = false;
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// Whether there can be no larger sets either.
    pub(super) fn is_exhausted(&self) -> bool {
        !self.was_cut && !self.is_fresh && self.frames.is_empty()
    }

    /// What stands without these factors, upstream of the goals; elsewhere it means nothing.
    pub(super) fn standing(&mut self, web: &Web, without: &[usize]) -> &[bool] {
        self.evaluate(web, without.iter().copied());
        &self.stands
    }

    /// Goes on for at least one step; tells how many it took.
    pub(super) fn advance(&mut self, web: &Web, most: usize) -> (usize, Slice) {
        self.steps = 0;
        while self.steps < most {
            if self.is_fresh {
                self.is_fresh = false;
                self.look_at(web);
                continue;
            }
            let Some(frame) = self.frames.last_mut() else {
                return (self.steps.max(1), Slice::SizeDone);
            };
            let Some(next) = frame.open.pop() else {
                self.frames.pop();
                if let Some(taken) = self.taken.pop()
                    && let Some(frame) = self.frames.last_mut()
                {
                    frame.tried.push(taken);
                }
                continue;
            };
            self.taken.push(next);
            if self.taken.len() < self.size {
                self.is_fresh = true;
                continue;
            }
            let found = self.try_last(web);
            if let Some(set) = found {
                return (self.steps.max(1), Slice::Found(set));
            }
        }
        (self.steps.max(1), Slice::StepsUsed)
    }

    /// Looks at what stands without the factors taken, and opens the branches to try.
    fn look_at(&mut self, web: &Web) {
        let mut frame = Frame {
            open: Vec::new(),
            tried: Vec::new(),
        };
        let taken = self.taken.clone();
        // A set that breaks already has no larger ones to it.
        if let Some(goal) = self.evaluate(web, taken.iter().copied()) {
            let way = self.way(web, goal);
            if self.has_too_many_ways(web, &way) {
                self.was_cut |= !way.is_empty();
            } else {
                frame.open = way;
                frame.open.reverse();
            }
        }
        self.frames.push(frame);
    }

    /// The last factor of a set: whether it breaks the outcome, and if not, which other candidates
    /// are still on the way that it leaves standing.
    fn try_last(&mut self, web: &Web) -> Option<Vec<usize>> {
        let taken = self.taken.clone();
        let standing = self.evaluate(web, taken.iter().copied());
        let last = self.taken.pop()?;
        let Some(goal) = standing else {
            if let Some(frame) = self.frames.last_mut() {
                frame.tried.push(last);
            }
            return self.minimal(web, taken);
        };
        self.was_cut = true;
        let way = self.way(web, goal);
        if let Some(frame) = self.frames.last_mut() {
            frame
                .open
                .retain(|candidate| way.binary_search(candidate).is_ok());
            frame.tried.push(last);
        }
        None
    }

    /// The set in order, if no factor of it can be left out.
    fn minimal(&mut self, web: &Web, mut set: Vec<usize>) -> Option<Vec<usize>> {
        for left_out in 0..set.len() {
            let rest = set.iter().enumerate().filter(|(turn, _)| *turn != left_out);
            let rest: Vec<usize> = rest.map(|(_, place)| *place).collect();
            self.evaluate(web, rest)?;
        }
        set.sort_unstable();
        Some(set)
    }

    /// Finds what stands without these; gives the first goal that does.
    fn evaluate(&mut self, web: &Web, without: impl IntoIterator<Item = usize>) -> Option<usize> {
        self.steps += 1;
        let without: Vec<usize> = without.into_iter().collect();
        for place in &without {
            self.is_removed[*place] = true;
        }
        self.rule
            .apply(web, &self.components, &self.is_removed, &mut self.stands);
        for place in &without {
            self.is_removed[*place] = false;
        }
        self.goals.iter().copied().find(|goal| self.stands[*goal])
    }

    /// What may be taken of a way in which the goal stands, as last evaluated: in order, without
    /// what was tried in a branch of its own.
    fn way(&mut self, web: &Web, goal: usize) -> Vec<usize> {
        let tried = || self.frames.iter().flat_map(|frame| &frame.tried);
        let mut may_go = self.may_go.clone();
        for place in tried() {
            may_go[*place] = false;
        }
        let rule = (web, &self.rule);
        let way = self
            .support
            .of(rule, &self.components, &self.stands, &may_go, goal);
        let mut way: Vec<usize> = way.into_iter().filter(|place| may_go[*place]).collect();
        way.sort_unstable();
        way
    }

    /// Whether more ways without a factor in common stand than factors may still be taken.
    fn has_too_many_ways(&mut self, web: &Web, way: &[usize]) -> bool {
        let room = self.size - self.taken.len();
        let mut gone = self.taken.clone();
        let mut way = way.to_vec();
        for _ in 0..room {
            if way.is_empty() {
                return true;
            }
            gone.extend(&way);
            match self.evaluate(web, gone.iter().copied()) {
                Some(goal) => way = self.way(web, goal),
                None => return false,
            }
        }
        true
    }
}
