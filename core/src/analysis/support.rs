//! What keeps an outcome standing: the branches a search for break sets has to try.

use crate::graph::Web;

use super::standing::{Rule, WaysIn};

/// One way in which each factor is held up, chosen so that it passes few factors that could be
/// removed.
///
/// A break set must take away something of every such way: if it took nothing, the way would still
/// stand, for the rule is monotone.
#[derive(Debug, Clone, Default)]
pub(super) struct Support {
    /// For each factor, how many that could be removed the best way to it passes while nothing is
    /// removed; shared ones count twice.
    cost: Vec<u32>,
    /// For each factor, the causes of which one suffices, the one with the best way first.
    one_of: Vec<Vec<usize>>,
    is_in: Vec<bool>,
    /// The way found last.
    found: Vec<usize>,
    /// The loops that this way enters, and how each is entered; there may be more of the latter,
    /// kept to be used again.
    entered: Vec<usize>,
    ways_in: Vec<WaysIn>,
}

impl Support {
    /// Weighs the ways, among these components, causes first.
    pub(super) fn new(
        (web, rule): (&Web, &Rule),
        components: &[usize],
        stands: &[bool],
        may_go: &[bool],
    ) -> Self {
        let mut this = Self {
            cost: vec![0; web.factors.len()],
            one_of: rule
                .needs
                .iter()
                .map(|needs| needs.one_of.clone())
                .collect(),
            is_in: vec![false; web.factors.len()],
            ..Self::default()
        };
        for place in components.iter().flat_map(|c| &web.components[*c]) {
            let needs = &rule.needs[*place];
            let standing = needs.one_of.iter().filter(|cause| stands[**cause]);
            let chosen = standing.min_by_key(|cause| this.cost[**cause]);
            let causes = needs.each.iter().chain(chosen);
            let below = causes.fold(0_u32, |sum, cause| sum.saturating_add(this.cost[*cause]));
            this.cost[*place] = below.saturating_add(u32::from(may_go[*place]));
        }
        for causes in &mut this.one_of {
            causes.sort_by_key(|cause| this.cost[*cause]);
        }
        this
    }

    /// The factors that hold up a goal that stands, itself included.
    ///
    /// Members of a loop that something enters are held up by the way in; other factors for which
    /// one cause suffices, by the one that stands with the best way to it.
    pub(super) fn of(
        &mut self,
        (web, rule): (&Web, &Rule),
        stands: &[bool],
        goal: usize,
    ) -> &[usize] {
        let found = &mut self.found;
        found.clear();
        found.push(goal);
        self.is_in[goal] = true;
        self.entered.clear();
        let mut next = 0;
        while let Some(place) = found.get(next).copied() {
            next += 1;
            let component = web.component[place];
            let one = if rule.entered[component] {
                let known = self.entered.iter().position(|known| *known == component);
                let nth = known.unwrap_or_else(|| {
                    let nth = self.entered.len();
                    self.entered.push(component);
                    if self.ways_in.len() == nth {
                        self.ways_in.push(WaysIn::default());
                    }
                    self.ways_in[nth].find(web, rule, component, stands);
                    nth
                });
                self.ways_in[nth].from[rule.turn[place]]
            } else {
                let mut standing = self.one_of[place].iter().filter(|cause| stands[**cause]);
                let best = standing.clone().next();
                // One already on the way costs nothing.
                standing.find(|cause| self.is_in[**cause]).or(best).copied()
            };
            for cause in rule.needs[place].each.iter().copied().chain(one) {
                if !self.is_in[cause] {
                    self.is_in[cause] = true;
                    found.push(cause);
                }
            }
        }
        for place in &*found {
            self.is_in[*place] = false;
        }
        found
    }
}
