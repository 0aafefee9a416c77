//! The search for all break sets of one size under one reading, in slices.

use crate::graph::Web;

use super::{
    reach::{Towards, distances},
    standing::{Reading, Rule, Scratch},
    support::Support,
};

/// More ways than this are not counted: no set is as large.
const MOST_WAYS: usize = 16;

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
#[derive(Debug, Clone, Default)]
struct Frame {
    /// Candidates not tried yet, the next one last.
    open: Vec<usize>,
    /// Candidates tried; sets with them were found in their own branch.
    tried: Vec<usize>,
    /// What stands without what is taken.
    stands: Vec<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct Search {
    rule: Rule,
    support: Support,
    goals: Vec<usize>,
    may_go: Vec<bool>,
    /// The factors that are break sets by themselves: no larger one has them.
    alone: Vec<usize>,
    size: usize,
    /// How many factors a set has at least.
    least: usize,
    frames: Vec<Frame>,
    /// What the frames have taken: one factor a frame, except the first.
    taken: Vec<usize>,
    /// Whether the set taken is still to be looked at.
    is_fresh: bool,
    /// Whether some branch was left only because sets of this size have no room for more.
    was_cut: bool,
    /// What stands upstream of the goals while nothing is taken; nothing does elsewhere.
    whole: Vec<bool>,
    /// What stands without what was last taken away.
    stands: Vec<bool>,
    /// In how many frames each factor was tried.
    tried: Vec<usize>,
    /// Frames that were left, to be used again.
    spare: Vec<Frame>,
    scratch: Scratch,
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
        let components: Vec<usize> = (0..web.components.len()).filter(is_upstream).collect();
        let rule = Rule::of(web, reading);
        let mut whole = vec![false; web.factors.len()];
        let nothing = vec![false; web.factors.len()];
        rule.apply(web, &components, &nothing, &mut whole);
        let mut this = Self {
            support: Support::new((web, &rule), &components, &whole, &may_go),
            rule,
            goals: goals.to_vec(),
            may_go,
            alone: Vec::new(),
            size: 0,
            least: 0,
            frames: Vec::new(),
            taken: Vec::new(),
            is_fresh: false,
            was_cut: false,
            stands: whole.clone(),
            tried: vec![0; whole.len()],
            whole,
            spare: Vec::new(),
            scratch: Scratch::default(),
            steps: 0,
        };
        this.begin(1);
        this
    }

    /// Starts anew for sets of this size, which no smaller break set is part of.
    pub(super) fn begin(&mut self, size: usize) {
        self.size = size;
        while self.leave() {}
        self.taken.clear();
        // Smaller ones than there can be need no search.
        self.is_fresh = size >= self.least;
        self.was_cut = !self.is_fresh;
        for place in self.alone.drain(..) {
            self.may_go[place] = false;
        }
    }

    pub(super) fn rule(&self) -> &Rule {
        &self.rule
    }

    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// Whether there can be no larger sets either.
    pub(super) fn is_exhausted(&self) -> bool {
        !self.was_cut && !self.is_fresh && self.frames.is_empty()
    }

    /// What stands without these factors, upstream of the goals; elsewhere nothing does.
    pub(super) fn standing(&mut self, web: &Web, without: &[usize]) -> &[bool] {
        self.without(web, without);
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
                self.leave();
                continue;
            };
            if self.taken.len() + 1 < self.size {
                self.taken.push(next);
                self.is_fresh = true;
            } else if let Some(set) = self.try_last(web, next) {
                return (self.steps.max(1), Slice::Found(set));
            }
        }
        (self.steps.max(1), Slice::StepsUsed)
    }

    /// Leaves the innermost frame, if there is one.
    fn leave(&mut self) -> bool {
        let Some(mut frame) = self.frames.pop() else {
            return false;
        };
        for place in frame.tried.drain(..) {
            self.tried[place] -= 1;
        }
        self.spare.push(frame);
        if let Some(taken) = self.taken.pop() {
            self.has_tried(taken);
        }
        true
    }

    /// Notes in the innermost frame that a factor was tried.
    fn has_tried(&mut self, place: usize) {
        if let Some(frame) = self.frames.last_mut() {
            frame.tried.push(place);
            self.tried[place] += 1;
        }
    }

    /// Looks at what stands without the factors taken, and opens the branches to try.
    fn look_at(&mut self, web: &Web) {
        let standing = self.take(web, self.taken.last().copied());
        let mut frame = self.spare.pop().unwrap_or_default();
        frame.open.clear();
        frame.stands.clone_from(&self.stands);
        // A set that breaks already has no larger ones to it.
        if let Some(goal) = standing {
            let way = self.way(web, goal);
            let room = self.size - self.taken.len();
            let is_first = self.taken.is_empty();
            let ways = self.ways_apart(web, &way, if is_first { MOST_WAYS } else { room });
            if is_first {
                self.least = ways;
            }
            if ways > room {
                // Where nothing of a way may be taken, a larger set is no help either.
                self.was_cut = self.was_cut || (ways < usize::MAX && self.each_counts(web));
            } else if self.each_counts(web) {
                frame.open = way;
                frame.open.reverse();
            }
        }
        self.frames.push(frame);
    }

    /// Whether each factor taken would still stand without the others: if not, it can be left out
    /// of every set that has the others.
    fn each_counts(&mut self, web: &Web) -> bool {
        let earlier = self.taken.len().saturating_sub(1);
        // The last one was on a way that stood without the others.
        (0..earlier).all(|left_out| {
            self.without(web, &all_but(&self.taken, left_out));
            self.stands[self.taken[left_out]]
        })
    }

    /// The last factor of a set: whether it breaks the outcome, and if not, which other candidates
    /// are still on the way that it leaves standing.
    fn try_last(&mut self, web: &Web, last: usize) -> Option<Vec<usize>> {
        let standing = self.take(web, Some(last));
        self.has_tried(last);
        let Some(goal) = standing else {
            let mut set = self.taken.clone();
            set.push(last);
            return self.minimal(web, set);
        };
        self.was_cut = true;
        let way = self.way(web, goal);
        if let Some(frame) = self.frames.last_mut() {
            frame.open.retain(|candidate| way.contains(candidate));
        }
        None
    }

    /// The set in order, if no factor of it can be left out.
    fn minimal(&mut self, web: &Web, mut set: Vec<usize>) -> Option<Vec<usize>> {
        for left_out in 0..set.len() {
            self.without(web, &all_but(&set, left_out))?;
        }
        set.sort_unstable();
        if let [place] = set.as_slice() {
            self.alone.push(*place);
        }
        Some(set)
    }

    /// Takes one more away from what stands in the innermost frame; gives the first goal left.
    fn take(&mut self, web: &Web, more: Option<usize>) -> Option<usize> {
        let base = self
            .frames
            .last()
            .map_or(&self.whole, |frame| &frame.stands);
        self.stands.clone_from(base);
        self.take_also(web, more.as_slice())
    }

    /// Takes these away from the whole; gives the first goal left.
    fn without(&mut self, web: &Web, removed: &[usize]) -> Option<usize> {
        self.stands.clone_from(&self.whole);
        self.take_also(web, removed)
    }

    /// Takes these away from what stands now; gives the first goal left.
    fn take_also(&mut self, web: &Web, removed: &[usize]) -> Option<usize> {
        self.steps += 1;
        let scratch = &mut self.scratch;
        self.rule.take_away(web, removed, &mut self.stands, scratch);
        self.goals.iter().copied().find(|goal| self.stands[*goal])
    }

    /// What may be taken of a way in which the goal stands now, the nearest to it first, without
    /// what was tried in a branch of its own. What is near breaks most; once it is tried, the other
    /// branches soon have too many ways left.
    fn way(&mut self, web: &Web, goal: usize) -> Vec<usize> {
        let way = self.support.of((web, &self.rule), &self.stands, goal);
        let is_open = |place: &&usize| self.may_go[**place] && self.tried[**place] == 0;
        way.iter().filter(is_open).copied().collect()
    }

    /// How many ways without a factor in common stand, which is how many more factors must be taken
    /// at least; no more than one above `enough` are counted. As many as there are numbers where
    /// there is a way of which nothing may be taken.
    fn ways_apart(&mut self, web: &Web, way: &[usize], enough: usize) -> usize {
        let mut way = way.to_vec();
        for ways in 1.. {
            if way.is_empty() {
                break;
            }
            let Some(goal) = self.take_also(web, &way) else {
                return ways;
            };
            if ways >= enough {
                return ways + 1;
            }
            way = self.way(web, goal);
        }
        usize::MAX
    }
}

fn all_but(set: &[usize], left_out: usize) -> Vec<usize> {
    let rest = set.iter().enumerate().filter(|(turn, _)| *turn != left_out);
    rest.map(|(_, place)| *place).collect()
}
