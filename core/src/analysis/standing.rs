//! What still happens when some factors had not been so: the rule that *what if* and *break sets*
//! share.

use std::collections::BTreeSet;

use crate::{
    graph::Web,
    model::{FactorId, Join, LinkTest},
};

/// How joins that nobody has told yet are read. No answer reads them one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// Any one cause would have sufficed: the fewest factors are dropped.
    Any,
    /// All causes were needed: the most factors are dropped.
    All,
}

/// What a factor needs to stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs {
    /// Each of these causes.
    pub(super) each: Vec<usize>,
    /// One of these causes; empty where none is needed.
    pub(super) one_of: Vec<usize>,
    /// All its causes are *contributing*, and there are some: it is never dropped.
    pub(super) only_likelier: bool,
}

/// The rule, made ready for one reading of a web.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) needs: Vec<Needs>,
    /// For each factor, what could fall with it outside its own component.
    carries: Vec<Vec<usize>>,
    /// For each factor, its turn among the members of its component.
    pub(super) turn: Vec<usize>,
    /// For each component, whether it is a loop that something outside enters.
    pub(super) entered: Vec<bool>,
}

/// Lists that are used again and again while factors are taken away.
#[derive(Debug, Clone, Default)]
pub(super) struct Scratch {
    fallen: Vec<usize>,
    open: Vec<usize>,
    ways_in: WaysIn,
}

/// How the members of a loop are reached from outside it.
#[derive(Debug, Clone, Default)]
pub(super) struct WaysIn {
    /// For each member, by turn, the cause it is reached from.
    pub(super) from: Vec<Option<usize>>,
    reached: Vec<usize>,
}

impl Rule {
    pub(super) fn of(web: &Web, reading: Reading) -> Self {
        let factors = 0..web.factors.len();
        let components = 0..web.components.len();
        let outside = |place: usize| {
            let effects = web.effects_of(place);
            effects.filter(move |effect| web.component[*effect] != web.component[place])
        };
        let mut turn = vec![0; web.factors.len()];
        for (number, member) in web.components.iter().flat_map(|c| c.iter().enumerate()) {
            turn[*member] = number;
        }
        Self {
            needs: factors
                .clone()
                .map(|place| needs(web, place, reading))
                .collect(),
            carries: factors.map(|place| outside(place).collect()).collect(),
            turn,
            entered: components
                .map(|component| web.is_loop(component) && web.is_entered(component))
                .collect(),
        }
    }

    /// Which factors stand once `is_removed` is taken away, looking at these components only,
    /// which must be listed causes first and without gaps upstream. `stands` is overwritten there.
    pub(super) fn apply(
        &self,
        web: &Web,
        components: &[usize],
        is_removed: &[bool],
        stands: &mut [bool],
    ) {
        let mut scratch = Scratch::default();
        for &component in components {
            match web.components[component].as_slice() {
                [place] => {
                    stands[*place] = !is_removed[*place] && self.is_met(*place, stands);
                }
                members => {
                    for member in members {
                        stands[*member] = !is_removed[*member];
                    }
                    self.settle_loop(web, component, stands, &mut scratch);
                }
            }
        }
    }

    /// Takes some factors away from what stands already, and drops what falls with them: the same
    /// as [`Rule::apply`] without all that is gone, for the cost of what is dropped.
    pub(super) fn take_away(
        &self,
        web: &Web,
        removed: &[usize],
        stands: &mut [bool],
        scratch: &mut Scratch,
    ) {
        scratch.fallen.clear();
        for &place in removed {
            if stands[place] {
                stands[place] = false;
                scratch.fallen.push(place);
                let component = web.component[place];
                if web.is_loop(component) {
                    self.settle_loop(web, component, stands, scratch);
                }
            }
        }
        while let Some(place) = scratch.fallen.pop() {
            for &effect in &self.carries[place] {
                if !stands[effect] {
                    continue;
                }
                let component = web.component[effect];
                if web.is_loop(component) {
                    self.settle_loop(web, component, stands, scratch);
                } else if !self.is_met(effect, stands) {
                    stands[effect] = false;
                    scratch.fallen.push(effect);
                }
            }
        }
    }

    pub(super) fn is_met(&self, place: usize, stands: &[bool]) -> bool {
        let needs = &self.needs[place];
        needs.each.iter().all(|cause| stands[*cause])
            && (needs.one_of.is_empty() || needs.one_of.iter().any(|cause| stands[*cause]))
    }

    /// Drops members of a loop until nothing changes, and notes which fell.
    fn settle_loop(&self, web: &Web, component: usize, stands: &mut [bool], scratch: &mut Scratch) {
        let members = &web.components[component];
        loop {
            self.drop_unmet(web, component, stands, scratch);
            if !self.entered[component] {
                return;
            }
            scratch.ways_in.find(web, self, component, stands);
            let mut changed = false;
            for (member, from) in members.iter().zip(&scratch.ways_in.from) {
                if stands[*member] && from.is_none() && !self.needs[*member].only_likelier {
                    stands[*member] = false;
                    scratch.fallen.push(*member);
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn drop_unmet(&self, web: &Web, component: usize, stands: &mut [bool], scratch: &mut Scratch) {
        let open = &mut scratch.open;
        open.clone_from(&web.components[component]);
        while let Some(place) = open.pop() {
            if stands[place] && !self.is_met(place, stands) {
                stands[place] = false;
                scratch.fallen.push(place);
                let effects = web.effects_of(place);
                open.extend(effects.filter(|effect| web.component[*effect] == component));
            }
        }
    }
}

impl WaysIn {
    /// Finds, for each standing member of a loop that a standing cause outside it reaches through
    /// standing members, the cause it is reached from.
    pub(super) fn find(&mut self, web: &Web, rule: &Rule, component: usize, stands: &[bool]) {
        let members = &web.components[component];
        self.from.clear();
        self.reached.clear();
        for member in members {
            let outside = |cause: &usize| web.component[*cause] != component && stands[*cause];
            let from = if stands[*member] {
                web.causes_of(*member).find(outside)
            } else {
                None
            };
            if from.is_some() {
                self.reached.push(*member);
            }
            self.from.push(from);
        }
        let mut next = 0;
        while let Some(place) = self.reached.get(next).copied() {
            next += 1;
            for effect in web.effects_of(place) {
                let turn = rule.turn[effect];
                if web.component[effect] == component && stands[effect] && self.from[turn].is_none()
                {
                    self.from[turn] = Some(place);
                    self.reached.push(effect);
                }
            }
        }
    }
}

/// What a factor needs. Under *all* contributing causes do not count; under *any* they do.
fn needs(web: &Web, place: usize, reading: Reading) -> Needs {
    let strands = || web.causes[place].iter().map(|strand| &web.strands[*strand]);
    let only_likelier = strands().all(|strand| strand.test == LinkTest::Contributing);
    if only_likelier {
        return Needs {
            only_likelier: strands().next().is_some(),
            ..Needs::default()
        };
    }
    let needs_all = match web.factors[place].join {
        Join::All => true,
        Join::Any => false,
        Join::Unknown => reading == Reading::All,
    };
    let is_needed = |test: LinkTest| match test {
        LinkTest::Necessary => true,
        LinkTest::Contributing => false,
        LinkTest::Untested | LinkTest::Refuted => needs_all,
    };
    let each = strands().filter(|strand| is_needed(strand.test));
    Needs {
        each: each.map(|strand| strand.cause).collect(),
        one_of: if needs_all {
            Vec::new()
        } else {
            strands().map(|strand| strand.cause).collect()
        },
        only_likelier,
    }
}

/// What still happens when these factors had not been so, under one reading of unknown joins.
///
/// Begin with everything but the removed factors. Until nothing changes, drop each factor that has
/// causes and, under *any*, has none left, under *all* misses one, or misses a *necessary* one. In
/// a loop that something outside enters, drop also what no remaining outside cause reaches through
/// remaining factors: a loop does not hold itself up. A factor whose causes are all *contributing*
/// is never dropped.
///
/// # Returns
///
/// The factors that stand. The set is unique, grows smaller as more is removed, and is everything
/// where nothing is removed. It is *not* what would certainly have happened: only what this web,
/// with the links that are in it, does not rule out.
///
/// # Complexity
///
/// O(F + L) without loops; in a loop of k members and m links at most O(k (k + m)).
///
/// # Source
///
/// The greatest fixed point of a monotone rule (A. Tarski, 1955), with the support of loops found
/// from outside as in well-founded semantics (A. Van Gelder and others, 1991; from memory).
///
/// ```
/// use std::collections::BTreeSet;
/// use whyweb_core::{
///     analysis::{Reading, standing},
///     format::outline,
///     graph::Web,
/// };
/// let incident = outline::read("Impact: down\n\n- disk full\n  - no alert\n", "").unwrap().incident;
/// let web = Web::of(&incident);
/// let removed: BTreeSet<_> = web.roots().into_iter().collect();
/// assert!(standing(&web, &removed, Reading::Any).is_empty());
/// ```
pub fn standing(web: &Web, removed: &BTreeSet<FactorId>, reading: Reading) -> BTreeSet<FactorId> {
    let stands = standing_places(web, removed, reading);
    let places = (0..stands.len()).filter(|place| stands[*place]);
    places.map(|place| web.id(place)).collect()
}

pub(super) fn standing_places(
    web: &Web,
    removed: &BTreeSet<FactorId>,
    reading: Reading,
) -> Vec<bool> {
    let mut is_removed = vec![false; web.factors.len()];
    for place in removed.iter().filter_map(|factor| web.place(factor)) {
        is_removed[place] = true;
    }
    let components: Vec<usize> = (0..web.components.len()).collect();
    let mut stands = vec![false; web.factors.len()];
    Rule::of(web, reading).apply(web, &components, &is_removed, &mut stands);
    stands
}
