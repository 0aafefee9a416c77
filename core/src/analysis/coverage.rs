//! Which roots, loops and break sets does some action address, and what does none?

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    graph::Web,
    model::{ActionId, FactorId, Incident, LinkId, Role, Target},
};

use super::{break_sets::BreakSets, loops::loop_sets};

/// What the actions touch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Each root, with the actions that address it or a link out of it.
    pub roots: BTreeMap<FactorId, BTreeSet<ActionId>>,
    /// Each loop, with the actions that address a factor or a link in it.
    pub loops: Vec<(Vec<FactorId>, BTreeSet<ActionId>)>,
    /// Each sure break set of an outcome, with the factors of it that an action addresses.
    pub break_sets: Vec<(Vec<FactorId>, BTreeSet<FactorId>)>,
    /// Whether a limit ended the search for break sets.
    pub met_its_limit: bool,
    /// Events and conditions that no action addresses, themselves or by a link out of them.
    pub orphans: Vec<FactorId>,
    /// Actions that address nothing that is there.
    pub idle: Vec<ActionId>,
}

/// What the actions touch, and what no action does.
///
/// # Arguments
///
/// `searches` are the searches for the break sets of each outcome, run as far as one likes.
///
/// # Returns
///
/// The roots, loops and break sets with whatever addresses them. That an action addresses something
/// does *not* mean that it will help, nor that everything should have one: few good actions are
/// worth more than one for each factor.
///
/// # Complexity
///
/// O((F + L + B) log A) for B break sets and A actions.
///
/// ```
/// use whyweb_core::{analysis::coverage, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// assert_eq!(coverage(&incident, &Web::of(&incident), &[]).orphans.len(), 1);
/// ```
pub fn coverage<'a>(
    incident: &Incident,
    web: &Web,
    searches: impl IntoIterator<Item = &'a BreakSets>,
) -> Coverage {
    let touch = Touch::of(incident, web);
    let mut found = Coverage::default();
    for root in web.root_places() {
        if web.factors[root].role != Role::Outcome {
            found
                .roots
                .insert(web.id(root), touch.factor(&web.id(root)));
        }
    }
    for members in loop_sets(web) {
        let by = touch.inside(web, &members);
        found.loops.push((members, by));
    }
    for search in searches {
        found.met_its_limit |= search.met_its_limit();
        for set in search.sure() {
            let touched = set.iter().filter(|f| !touch.factor(f).is_empty());
            let touched = touched.cloned().collect();
            if !found.break_sets.iter().any(|(known, _)| *known == set) {
                found.break_sets.push((set, touched));
            }
        }
    }
    let factors = web.factors.iter().filter(|f| f.role != Role::Outcome);
    let orphans = factors.filter(|factor| touch.factor(&factor.id).is_empty());
    found.orphans = orphans.map(|factor| factor.id.clone()).collect();
    let is_there = |target: &Target| match target {
        Target::Factor(id) => incident.factors.contains_key(id),
        Target::Link(id) => incident.links.contains_key(id),
    };
    let actions = incident.actions.values();
    let idle = actions.filter(|action| !action.addresses.iter().any(is_there));
    found.idle = idle.map(|action| action.id.clone()).collect();
    found
}

/// Who addresses what.
#[derive(Default)]
struct Touch {
    factors: BTreeMap<FactorId, BTreeSet<ActionId>>,
    links: BTreeMap<LinkId, BTreeSet<ActionId>>,
    /// By the factor a link leads out of.
    by_link_out_of: BTreeMap<FactorId, BTreeSet<ActionId>>,
}

impl Touch {
    fn of(incident: &Incident, web: &Web) -> Self {
        let mut this = Self::default();
        for action in incident.actions.values() {
            for target in &action.addresses {
                let by = match target {
                    Target::Factor(id) => this.factors.entry(id.clone()).or_default(),
                    Target::Link(id) => this.links.entry(id.clone()).or_default(),
                };
                by.insert(action.id.clone());
            }
        }
        for strand in &web.strands {
            if let Some(actions) = this.links.get(&strand.id) {
                let by = this.by_link_out_of.entry(web.id(strand.cause)).or_default();
                by.extend(actions.iter().cloned());
            }
        }
        this
    }

    /// By itself or by a link out of it.
    fn factor(&self, factor: &FactorId) -> BTreeSet<ActionId> {
        let alone = self.factors.get(factor).into_iter().flatten();
        let by_link = self.by_link_out_of.get(factor).into_iter().flatten();
        alone.chain(by_link).cloned().collect()
    }

    /// By a member or by a link between members; a link out of the loop leaves it as it is.
    fn inside(&self, web: &Web, members: &[FactorId]) -> BTreeSet<ActionId> {
        let is_inside = |place: usize| members.binary_search(&web.factors[place].id).is_ok();
        let links = web.strands.iter();
        let links = links.filter(|s| is_inside(s.cause) && is_inside(s.effect));
        let by_links = links.filter_map(|strand| self.links.get(&strand.id));
        let by_members = members.iter().filter_map(|member| self.factors.get(member));
        by_links.chain(by_members).flatten().cloned().collect()
    }
}
