//! Placing: the patterns and conditions of one MATCH as stages, cheapest first.

use crate::query::{
    ast::{Direction, Length},
    optimise,
    resolved::{Ex, Hop, MatchStep, PathPattern, Slot},
};

use super::{Expand, Planner, Stage, WalkStage};

/// The patterns of one MATCH on their way to be stages.
pub(super) struct Placing<'a, 'p> {
    planner: &'a Planner<'p>,
    patterns: Vec<PathPattern>,
    /// The first slot that the clause fills; those behind it are filled by it, too.
    first: usize,
    /// Whether each of them is still to be filled.
    open: Vec<bool>,
    /// The conditions that are still to be checked.
    filter: Vec<Ex>,
    /// The relationships that are placed.
    hops: Vec<Slot>,
    /// Whether nobody asks how often a row occurs, nor which way it was reached.
    once: bool,
    stages: &'a mut Vec<Stage>,
}

impl<'a, 'p> Placing<'a, 'p> {
    /// `once` says that nobody asks how often a row occurs.
    pub(super) fn of(
        planner: &'a Planner<'p>,
        step: MatchStep,
        once: bool,
        stages: &'a mut Vec<Stage>,
    ) -> Self {
        let patterns = step.patterns.iter();
        let hops: usize = patterns.map(|pattern| pattern.relationships.len()).sum();
        Self {
            planner,
            patterns: step.patterns,
            first: step.fresh.first().copied().map_or(0, usize::from),
            open: vec![true; step.fresh.len()],
            filter: step.filter,
            hops: Vec::new(),
            once: once && hops == 1,
            stages,
        }
    }

    /// Places everything.
    pub(super) fn all(mut self) {
        self.checks();
        while !self.patterns.is_empty() {
            let costs = self.patterns.iter().map(|pattern| self.start(pattern).0);
            let cheapest = costs.enumerate().min_by_key(|(turn, cost)| (*cost, *turn));
            let pattern = self.patterns.remove(cheapest.map_or(0, |(turn, _)| turn));
            self.pattern(pattern);
        }
        self.planner.conditions(self.filter, self.stages);
    }

    /// What it costs to begin with this pattern, and with which of its nodes.
    fn start(&self, pattern: &PathPattern) -> (usize, usize) {
        let costs = pattern.nodes.iter().enumerate().map(|(turn, slot)| {
            if self.is_bound(*slot) {
                return (0, turn);
            }
            let (nodes, _) = self.planner.nodes(*slot, &self.filter);
            let is_known = |ex: &Ex| self.is_known(ex);
            (
                1 + optimise::narrowed(nodes, *slot, &self.filter, &is_known),
                turn,
            )
        });
        costs.min().unwrap_or_default()
    }

    fn pattern(&mut self, mut pattern: PathPattern) {
        let (_, first) = self.start(&pattern);
        if let Some(slot) = pattern.nodes.get(first) {
            self.begin(*slot);
        }
        for turn in first..pattern.relationships.len() {
            self.hop(&mut pattern, turn, false);
        }
        for turn in (0..first).rev() {
            self.hop(&mut pattern, turn, true);
        }
        if let (Some(slot), Some(start)) = (pattern.path, pattern.nodes.first()) {
            self.stages.push(Stage::Path {
                slot,
                start: *start,
                hops: pattern.relationships.iter().map(|hop| hop.slot).collect(),
            });
            self.placed(slot);
        }
        self.checks();
    }

    fn begin(&mut self, slot: Slot) {
        if self.is_bound(slot) {
            self.stages.push(Stage::Bound { slot });
            return;
        }
        let (_, label) = self.planner.nodes(slot, &self.filter);
        if let Some(label) = label {
            optimise::drop_label(&mut self.filter, slot, label);
        }
        self.stages.push(Stage::Scan { slot, label });
        self.placed(slot);
        self.checks();
    }

    fn hop(&mut self, pattern: &mut PathPattern, turn: usize, backwards: bool) {
        let ends = pattern.nodes.get(turn).zip(pattern.nodes.get(turn + 1));
        let Some(((left, right), hop)) = ends.zip(pattern.relationships.get_mut(turn)) else {
            return;
        };
        let (from, to) = if backwards {
            (*right, *left)
        } else {
            (*left, *right)
        };
        let expand = Expand {
            from,
            to,
            to_bound: self.is_bound(to),
            slot: hop.slot,
            bound: hop.bound,
            types: std::mem::take(&mut hop.types),
            direction: if backwards {
                reversed(hop.direction)
            } else {
                hop.direction
            },
            others: self.hops.clone(),
        };
        let stage = match hop.length {
            None => Stage::Expand(expand),
            Some(length) => self.walk(expand, hop, length, pattern.path.is_some(), backwards),
        };
        self.stages.push(stage);
        self.hops.push(hop.slot);
        self.placed(hop.slot);
        self.placed(to);
        self.checks();
    }

    fn walk(
        &mut self,
        expand: Expand,
        hop: &mut Hop,
        length: Length,
        in_path: bool,
        backwards: bool,
    ) -> Stage {
        let mut properties = Vec::new();
        let mut waits = false;
        for (name, value) in hop.properties.drain(..) {
            if self.is_known(&value) {
                properties.push((name, value));
            } else {
                waits = true;
                let condition = optimise::each_equals(expand.slot, name, value);
                self.filter.push(condition);
            }
        }
        let only_ends = self.once && !hop.named && !in_path && !hop.bound && !waits;
        let reaches = only_ends
            && length.least <= 1
            && expand.from != expand.to
            && (expand.direction != Direction::Both || length.least == 0);
        let walk = WalkStage {
            hop: expand,
            length,
            properties,
            backwards,
        };
        if reaches {
            Stage::Reach(walk)
        } else {
            Stage::Walk(walk)
        }
    }

    fn is_bound(&self, slot: Slot) -> bool {
        let place = usize::from(slot).checked_sub(self.first);
        let open = place.and_then(|place| self.open.get(place));
        !open.copied().unwrap_or_default()
    }

    fn placed(&mut self, slot: Slot) {
        let place = usize::from(slot).checked_sub(self.first);
        if let Some(open) = place.and_then(|place| self.open.get_mut(place)) {
            *open = false;
        }
    }

    fn is_known(&self, ex: &Ex) -> bool {
        let mut known = true;
        ex.slots(&mut |slot| known &= self.is_bound(slot));
        known
    }

    /// Places the conditions whose variables are known by now.
    fn checks(&mut self) {
        let waiting = std::mem::take(&mut self.filter);
        for condition in waiting {
            // What could fail waits until all else has held.
            if self.is_known(&condition) && optimise::cannot_fail(&condition) {
                self.stages.push(Stage::Filter(condition));
            } else {
                self.filter.push(condition);
            }
        }
    }
}

fn reversed(direction: Direction) -> Direction {
    match direction {
        Direction::Out => Direction::In,
        Direction::In => Direction::Out,
        Direction::Both => Direction::Both,
    }
}
