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
    /// For each factor, how many that could be removed the best way to it passes while nothing is
    /// removed; shared ones count twice.
    cost: Vec<u32>,
    is_in: Vec<bool>,
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
            is_in: vec![false; web.factors.len()],
        };
        for place in components.iter().flat_map(|c| &web.components[*c]) {
            let needs = &rule.needs[*place];
            let standing = needs.one_of.iter().filter(|cause| stands[**cause]);
            let chosen = standing.min_by_key(|cause| this.cost[**cause]);
            let causes = needs.each.iter().chain(chosen);
            let below = causes.fold(0_u32, |sum, cause| sum.saturating_add(this.cost[*cause]));
            this.cost[*place] = below.saturating_add(u32::from(may_go[*place]));
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
    ) -> Vec<usize> {
        let mut ways_in: Vec<(usize, Vec<(usize, usize)>)> = Vec::new();
        let mut found = vec![goal];
        self.is_in[goal] = true;
        let mut next = 0;
        while let Some(place) = found.get(next).copied() {
            next += 1;
            let needs = &rule.needs[place];
            let component = web.component[place];
            let one = if rule.entered[component] {
                if !ways_in.iter().any(|(known, _)| *known == component) {
                    ways_in.push((component, entries(web, component, stands)));
                }
                let ways = ways_in.iter().find(|(known, _)| *known == component);
                ways.and_then(|(_, ways)| {
                    let turn = ways
                        .binary_search_by_key(&place, |(member, _)| *member)
                        .ok()?;
                    ways.get(turn).map(|(_, from)| *from)
                })
            } else {
                let standing = needs.one_of.iter().copied().filter(|cause| stands[*cause]);
                // One already on the way costs nothing.
                standing.min_by_key(|cause| (!self.is_in[*cause], self.cost[*cause]))
            };
            for cause in needs.each.iter().copied().chain(one) {
                if !self.is_in[cause] {
                    self.is_in[cause] = true;
                    found.push(cause);
                }
            }
        }
        for place in &found {
            self.is_in[*place] = false;
        }
        found
    }
}
