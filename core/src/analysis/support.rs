//! What keeps an outcome standing: the branches a search for break sets has to try.

use crate::graph::Web;

use super::standing::{Rule, entries};

/// One way in which each factor is held up, chosen so that it passes few factors that could be
/// removed.
///
/// A break set must take away something of every such way: if it took nothing, the way would still
/// stand, for the rule is monotone.
#[derive(Debug, Clone, Default)]
pub(super) struct Support {
    /// For each factor, how many that could be removed its way passes; shared ones count twice.
    cost: Vec<u32>,
    /// For each factor, the one cause chosen where one suffices.
    chosen: Vec<Option<usize>>,
    is_in: Vec<bool>,
    open: Vec<usize>,
}

impl Support {
    pub(super) fn new(web: &Web) -> Self {
        Self {
            cost: vec![0; web.factors.len()],
            chosen: vec![None; web.factors.len()],
            is_in: vec![false; web.factors.len()],
            open: Vec::new(),
        }
    }

    /// The factors that hold up a goal that stands, itself included, among these components.
    pub(super) fn of(
        &mut self,
        (web, rule): (&Web, &Rule),
        components: &[usize],
        stands: &[bool],
        may_go: &[bool],
        goal: usize,
    ) -> Vec<usize> {
        for &component in components {
            match web.components[component].as_slice() {
                [place] => self.choose(rule, *place, stands, may_go),
                _ => self.choose_in_loop((web, rule), component, stands, may_go),
            }
        }
        self.collect(rule, goal)
    }

    fn choose(&mut self, rule: &Rule, place: usize, stands: &[bool], may_go: &[bool]) {
        self.chosen[place] = None;
        if !stands[place] {
            return;
        }
        let needs = &rule.needs[place];
        let standing = needs.one_of.iter().copied().filter(|cause| stands[*cause]);
        self.chosen[place] = standing.min_by_key(|cause| self.cost[*cause]);
        self.add_up(rule, place, may_go);
    }

    fn add_up(&mut self, rule: &Rule, place: usize, may_go: &[bool]) {
        let causes = rule.needs[place].each.iter().copied();
        let causes = causes.chain(self.chosen[place]);
        let below = causes.fold(0_u32, |sum, cause| sum.saturating_add(self.cost[cause]));
        self.cost[place] = below.saturating_add(u32::from(may_go[place]));
    }

    /// Members of an entered loop are held up by the way in; of others, by any cause that stands.
    fn choose_in_loop(
        &mut self,
        (web, rule): (&Web, &Rule),
        component: usize,
        stands: &[bool],
        may_go: &[bool],
    ) {
        let members = &web.components[component];
        for member in members {
            self.cost[*member] = 0;
            self.chosen[*member] = None;
        }
        if rule.entered[component] {
            for (member, from) in entries(web, component, stands) {
                self.chosen[member] = Some(from);
            }
        } else {
            for member in members {
                let one_of = rule.needs[*member].one_of.iter().copied();
                self.chosen[*member] = one_of.filter(|cause| stands[*cause]).min_by_key(|cause| {
                    // What lies outside has a cost already.
                    (web.component[*cause] == component, self.cost[*cause])
                });
            }
        }
        for member in members {
            self.add_up(rule, *member, may_go);
        }
    }

    fn collect(&mut self, rule: &Rule, goal: usize) -> Vec<usize> {
        let mut found = vec![goal];
        self.is_in[goal] = true;
        self.open.push(goal);
        while let Some(place) = self.open.pop() {
            let needs = &rule.needs[place];
            for cause in needs.each.iter().copied().chain(self.chosen[place]) {
                if !self.is_in[cause] {
                    self.is_in[cause] = true;
                    found.push(cause);
                    self.open.push(cause);
                }
            }
        }
        for place in &found {
            self.is_in[*place] = false;
        }
        found
    }
}
