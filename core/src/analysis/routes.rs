//! Every route from here to the outcome: how many there are, and the shortest of them.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use crate::{
    graph::Web,
    model::{FactorId, LinkId},
};

use super::reach::{Towards, distances};

/// How many there are, as far as a number can hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RouteCount(u64);

impl RouteCount {
    /// The number, or the largest one there is where that is too small.
    pub fn get(self) -> u64 {
        self.0
    }

    /// Whether the number could hold it.
    pub fn is_exact(self) -> bool {
        self.0 < u64::MAX
    }
}

impl RouteCount {
    /// None at all.
    pub const NONE: Self = Self(0);

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// In few signs, for where there is little room: whole below 10,000, else rounded down to one
    /// digit after the point in thousands and so on.
    ///
    /// ```
    /// use whyweb_core::analysis::RouteCount;
    /// assert_eq!(RouteCount::NONE.brief(), "0");
    /// ```
    pub fn brief(self) -> String {
        if !self.is_exact() {
            return ">10^19".to_owned();
        }
        if self.0 < 10_000 {
            return self.0.to_string();
        }
        let (mut tenths, mut unit) = (self.0 / 100, "k");
        for larger in ["M", "G", "T", "P", "E"] {
            if tenths < 10_000 {
                break;
            }
            (tenths, unit) = (tenths / 1_000, larger);
        }
        format!("{}.{} {unit}", tenths / 10, tenths % 10)
    }
}

impl fmt::Display for RouteCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            self.0.fmt(f)
        } else {
            f.write_str("more than 10^19")
        }
    }
}

/// How many routes there are, in all and over each link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteCounts {
    /// In all.
    pub total: RouteCount,
    /// Over each link that lies on a route and in no loop.
    pub over: BTreeMap<LinkId, RouteCount>,
    /// The links inside loops that routes pass through; nobody counts the ways through a loop.
    pub in_loops: BTreeSet<LinkId>,
}

/// Counts the routes from any of these factors to another one without walking them.
///
/// # Arguments
///
/// `from` are where routes begin, `to` is where they end. A factor that is both begins none.
///
/// # Returns
///
/// The numbers. Routes that differ only in the links they take inside a loop count as one: how many
/// ways lead through a loop is hard to count and tells nobody anything. A high count does *not* mean
/// that something is important: it grows with how finely a team split its statements.
///
/// # Complexity
///
/// O(F + L): one walk over the components, causes first, and one back. Numbers that grow too large
/// stop at the largest one and say so.
///
/// ```
/// use whyweb_core::{analysis::count_routes, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full\n  - no alert\n  - logs kept\n";
/// let web = Web::of(&outline::read(notes, "").unwrap().incident);
/// let counts = count_routes(&web, &web.roots(), &web.outcomes()[0]);
/// assert_eq!(counts.total.get(), 2);
/// ```
pub fn count_routes(web: &Web, from: &[FactorId], to: &FactorId) -> RouteCounts {
    let none = RouteCounts {
        total: RouteCount(0),
        over: BTreeMap::new(),
        in_loops: BTreeSet::new(),
    };
    let Some(target) = web.place(to) else {
        return none;
    };
    let components = web.components.len();
    let mut from_start = vec![0_u64; components];
    for source in sources(web, from, target) {
        let ways = &mut from_start[web.component[source]];
        *ways = ways.saturating_add(1);
    }
    let mut to_end = vec![0_u64; components];
    to_end[web.component[target]] = 1;
    let across = |strand: &usize| {
        let strand = &web.strands[*strand];
        let ends = (web.component[strand.cause], web.component[strand.effect]);
        (ends.0 != ends.1).then_some(ends)
    };
    for component in 0..components {
        let members = &web.components[component];
        for (low, high) in members
            .iter()
            .flat_map(|m| &web.effects[*m])
            .filter_map(across)
        {
            from_start[high] = from_start[high].saturating_add(from_start[low]);
        }
    }
    for component in (0..components).rev() {
        let members = &web.components[component];
        for (low, high) in members
            .iter()
            .flat_map(|m| &web.effects[*m])
            .filter_map(across)
        {
            to_end[low] = to_end[low].saturating_add(to_end[high]);
        }
    }
    let mut counts = RouteCounts {
        total: RouteCount(from_start[web.component[target]]),
        ..none
    };
    for strand in &web.strands {
        let (low, high) = (web.component[strand.cause], web.component[strand.effect]);
        let ways = from_start[low].saturating_mul(to_end[high]);
        match ways {
            0 => {}
            _ if low == high => drop(counts.in_loops.insert(strand.id.clone())),
            ways => drop(counts.over.insert(strand.id.clone(), RouteCount(ways))),
        }
    }
    counts
}

fn sources(web: &Web, from: &[FactorId], target: usize) -> BTreeSet<usize> {
    let places = from.iter().filter_map(|id| web.place(id));
    places.filter(|place| *place != target).collect()
}

/// The shortest routes, and whether there may be more.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShortestRoutes {
    /// Each from its beginning to its end; shorter ones first, then in identity order.
    pub routes: Vec<Vec<FactorId>>,
    /// Whether the number asked for or the steps ended the search.
    pub met_its_limit: bool,
}

/// The shortest routes from any of these factors to another one; no route visits a factor twice.
///
/// # Arguments
///
/// At most `most` routes are given, and at most `steps` beginnings of routes looked at.
///
/// # Returns
///
/// The routes. That one is short does *not* make it the way it happened.
///
/// # Complexity
///
/// Without loops O(k n d) beginnings for k routes of n factors with d effects each; a loop can make
/// beginnings that lead nowhere, hence the limit.
///
/// # Source
///
/// P. E. Hart, N. J. Nilsson and B. Raphael, *A formal basis for the heuristic determination of
/// minimum cost paths*, 1968, with the true distance to the end as the estimate, not stopping at
/// the first.
///
/// ```
/// use whyweb_core::{analysis::shortest_routes, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full\n  - no alert\n- slow disk\n";
/// let web = Web::of(&outline::read(notes, "").unwrap().incident);
/// let found = shortest_routes(&web, &web.roots(), &web.outcomes()[0], 10, 1_000);
/// let lengths: Vec<_> = found.routes.iter().map(Vec::len).collect();
/// assert_eq!(lengths, [2, 3]);
/// ```
pub fn shortest_routes(
    web: &Web,
    from: &[FactorId],
    to: &FactorId,
    most: usize,
    steps: usize,
) -> ShortestRoutes {
    let mut found = ShortestRoutes::default();
    let Some(target) = web.place(to) else {
        return found;
    };
    let before = distances(web, &[target], Towards::Causes);
    let mut beginnings = Beginnings::default();
    for source in sources(web, from, target) {
        if let Some(distance) = before[source] {
            beginnings.add(None, source, distance);
        }
    }
    let mut taken = 0;
    while let Some(beginning) = beginnings.next() {
        if taken >= steps || found.routes.len() >= most {
            found.met_its_limit = true;
            break;
        }
        taken += 1;
        let place = beginnings.all[beginning].place;
        if place == target {
            found.routes.push(web.ids(beginnings.route(beginning)));
            continue;
        }
        for effect in web.effects_of(place) {
            if let Some(distance) = before[effect]
                && !beginnings.passes(beginning, effect)
            {
                beginnings.add(Some(beginning), effect, distance);
            }
        }
    }
    found
}

/// The beginning of a route: a factor, and the beginning it was reached by.
#[derive(Debug, Clone, Copy)]
struct Beginning {
    place: usize,
    by: Option<usize>,
    /// How many links it has.
    length: usize,
}

/// Beginnings of routes, those first that can end soonest, then in identity order.
#[derive(Debug, Default)]
struct Beginnings {
    all: Vec<Beginning>,
    /// By the length of the shortest route that a beginning can become; each list with the first in
    /// identity order last.
    open: BTreeMap<usize, Vec<usize>>,
}

impl Beginnings {
    fn add(&mut self, by: Option<usize>, place: usize, distance: usize) {
        let length = by.map_or(0, |by| self.all[by].length + 1);
        let new = self.all.len();
        self.all.push(Beginning { place, by, length });
        let mut list = self.open.remove(&(length + distance)).unwrap_or_default();
        let turn = list.partition_point(|other| self.order(*other, new) == Ordering::Greater);
        list.insert(turn, new);
        self.open.insert(length + distance, list);
    }

    fn next(&mut self) -> Option<usize> {
        let mut first = self.open.first_entry()?;
        let next = first.get_mut().pop();
        if first.get().is_empty() {
            first.remove();
        }
        next
    }

    /// From its first factor to its last.
    fn route(&self, beginning: usize) -> Vec<usize> {
        let mut places: Vec<usize> = self.back(beginning).map(|b| b.place).collect();
        places.reverse();
        places
    }

    fn passes(&self, beginning: usize, place: usize) -> bool {
        self.back(beginning).any(|passed| passed.place == place)
    }

    fn back(&self, beginning: usize) -> impl Iterator<Item = Beginning> + '_ {
        let first = self.all.get(beginning).copied();
        std::iter::successors(first, |b| self.all.get(b.by?).copied())
    }

    /// Identity order, factor by factor; a beginning comes before what it became.
    fn order(&self, a: usize, b: usize) -> Ordering {
        let (mut a, mut b) = (a, b);
        let by_length = self.all[a].length.cmp(&self.all[b].length);
        while self.all[a].length > self.all[b].length {
            let Some(by) = self.all[a].by else { break };
            a = by;
        }
        while self.all[b].length > self.all[a].length {
            let Some(by) = self.all[b].by else { break };
            b = by;
        }
        let mut differ = Ordering::Equal;
        while a != b {
            let places = self.all[a].place.cmp(&self.all[b].place);
            differ = places.then(differ);
            match (self.all[a].by, self.all[b].by) {
                (Some(by_a), Some(by_b)) => (a, b) = (by_a, by_b),
                _ => break,
            }
        }
        // The factor nearest the start decides, and it was looked at last.
        differ.then(by_length)
    }
}

#[cfg(test)]
mod tests {
    use super::RouteCount;

    #[test]
    fn a_brief_number_is_never_more_than_there_are() {
        for (number, brief) in [
            (0, "0"),
            (9_999, "9999"),
            (10_000, "10.0 k"),
            (999_999, "999.9 k"),
            (1_000_000, "1.0 M"),
            (12_345_678_901, "12.3 G"),
            (u64::MAX - 1, "18.4 E"),
            (u64::MAX, ">10^19"),
        ] {
            assert_eq!(RouteCount(number).brief(), brief);
        }
        assert_eq!(
            RouteCount(u64::MAX).and(RouteCount(1)),
            RouteCount(u64::MAX)
        );
    }
}
