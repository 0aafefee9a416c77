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
    /// For each component, whether it is a loop that something outside enters.
    pub(super) entered: Vec<bool>,
}

impl Rule {
    pub(super) fn of(web: &Web, reading: Reading) -> Self {
        let factors = 0..web.factors.len();
        let components = 0..web.components.len();
        Self {
            needs: factors.map(|place| needs(web, place, reading)).collect(),
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
        for &component in components {
            match web.components[component].as_slice() {
                [place] => {
                    stands[*place] = !is_removed[*place] && self.is_met(*place, stands);
                }
                members => {
                    for member in members {
                        stands[*member] = !is_removed[*member];
                    }
                    self.settle_loop(web, component, stands);
                }
            }
        }
    }

    /// Takes some factors away from what stands already, and drops what falls with them: the same
    /// as [`Rule::apply`] without all that is gone, for the cost of what is dropped.
    pub(super) fn take_away(&self, web: &Web, removed: &[usize], stands: &mut [bool]) {
        let mut fallen = Vec::new();
        for &place in removed {
            if stands[place] {
                stands[place] = false;
                fallen.push(place);
                self.shake(web, web.component[place], stands, &mut fallen);
            }
        }
        while let Some(place) = fallen.pop() {
            for effect in web.effects_of(place) {
                let component = web.component[effect];
                if !stands[effect] || component == web.component[place] {
                    continue;
                }
                if web.is_loop(component) {
                    self.shake(web, component, stands, &mut fallen);
                } else if !self.is_met(effect, stands) {
                    stands[effect] = false;
                    fallen.push(effect);
                }
            }
        }
    }

    /// Settles a loop anew and notes which members fell.
    fn shake(&self, web: &Web, component: usize, stands: &mut [bool], fallen: &mut Vec<usize>) {
        if !web.is_loop(component) {
            return;
        }
        let members = web.components[component].iter().copied();
        let before: Vec<usize> = members.filter(|member| stands[*member]).collect();
        self.settle_loop(web, component, stands);
        fallen.extend(before.into_iter().filter(|member| !stands[*member]));
    }

    pub(super) fn is_met(&self, place: usize, stands: &[bool]) -> bool {
        let needs = &self.needs[place];
        needs.each.iter().all(|cause| stands[*cause])
            && (needs.one_of.is_empty() || needs.one_of.iter().any(|cause| stands[*cause]))
    }

    /// Drops members of a loop until nothing changes.
    fn settle_loop(&self, web: &Web, component: usize, stands: &mut [bool]) {
        let members = &web.components[component];
        loop {
            self.drop_unmet(web, component, stands);
            if !self.entered[component] {
                return;
            }
            let entry = entries(web, component, stands);
            let mut changed = false;
            for member in members {
                let is_reached = entry.binary_search_by_key(member, |(to, _)| *to).is_ok();
                if stands[*member] && !is_reached && !self.needs[*member].only_likelier {
                    stands[*member] = false;
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn drop_unmet(&self, web: &Web, component: usize, stands: &mut [bool]) {
        let mut open: Vec<usize> = web.components[component].clone();
        while let Some(place) = open.pop() {
            if stands[place] && !self.is_met(place, stands) {
                stands[place] = false;
                let effects = web.effects_of(place);
                open.extend(effects.filter(|effect| web.component[*effect] == component));
            }
        }
    }
}

/// The standing members of a loop that a standing cause outside it reaches through standing
/// members, each with the cause it is reached from, sorted by member.
pub(super) fn entries(web: &Web, component: usize, stands: &[bool]) -> Vec<(usize, usize)> {
    let members = &web.components[component];
    let mut from = vec![None; members.len()];
    let mut reached = Vec::new();
    for (turn, member) in members.iter().enumerate() {
        let outside = |cause: &usize| web.component[*cause] != component && stands[*cause];
        if stands[*member] {
            from[turn] = web.causes_of(*member).find(outside);
        }
        if from[turn].is_some() {
            reached.push(*member);
        }
    }
    let mut next = 0;
    while let Some(place) = reached.get(next).copied() {
        next += 1;
        for effect in web.effects_of(place) {
            // Members are sorted.
            if let Ok(turn) = members.binary_search(&effect)
                && stands[effect]
                && from[turn].is_none()
            {
                from[turn] = Some(place);
                reached.push(effect);
            }
        }
    }
    let pairs = members.iter().zip(from);
    pairs
        .filter_map(|(member, from)| Some((*member, from?)))
        .collect()
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
