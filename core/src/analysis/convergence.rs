//! What lies on every route?

use crate::{graph::Web, model::FactorId};

use super::reach::{Towards, distances};

/// The convergence points of an outcome: the factors on every route from a root to it, from the
/// one nearest the roots to the one nearest the outcome.
///
/// # Arguments
///
/// `outcome` is the factor the routes lead to, of any role.
///
/// # Returns
///
/// The factors, without the outcome itself; none where no root leads to it, for then there is no
/// route. Joins are not looked at: that a factor lies on every route does *not* mean that it was
/// necessary, nor that whoever worked there was at fault. What a loop that nothing enters leads to
/// is not counted as a route: nobody has asked yet where it began.
///
/// # Complexity
///
/// O(F + L).
///
/// # Source
///
/// The dominators of one factor, seen from a place before all roots (T. Lengauer and R. E. Tarjan,
/// 1979), without those of all others: they lie on any one route, in order, wherever no way around
/// passes.
///
/// ```
/// use whyweb_core::{analysis::convergence, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full\n  - no alert\n  - logs kept\n";
/// let web = Web::of(&outline::read(notes, "").unwrap().incident);
/// assert_eq!(convergence(&web, &web.outcomes()[0]).len(), 1);
/// ```
pub fn convergence(web: &Web, outcome: &FactorId) -> Vec<FactorId> {
    let Some(target) = web.place(outcome) else {
        return Vec::new();
    };
    let before = distances(web, &[target], Towards::Causes);
    let roots = web.root_places().into_iter();
    let roots: Vec<usize> = roots.filter(|root| before[*root].is_some()).collect();
    if roots == [target] {
        return Vec::new();
    }
    let Some(first) = roots.first() else {
        return Vec::new();
    };
    let route = shortest(web, *first, &before);
    let points = without_a_way_around(web, &roots, &route);
    web.ids(points)
}

/// A shortest way from a factor to the target whose distances these are, both ends included.
fn shortest(web: &Web, from: usize, before: &[Option<usize>]) -> Vec<usize> {
    let mut route = vec![from];
    let mut place = from;
    while let Some(nearer) = before[place].and_then(|distance| distance.checked_sub(1)) {
        let mut effects = web.effects_of(place);
        let Some(next) = effects.find(|effect| before[*effect] == Some(nearer)) else {
            break;
        };
        route.push(next);
        place = next;
    }
    route
}

/// The factors of a route, without its last, that no other way from a root to its end goes around.
fn without_a_way_around(web: &Web, roots: &[usize], route: &[usize]) -> Vec<usize> {
    let mut turn_of = vec![None; web.factors.len()];
    for (turn, place) in route.iter().enumerate() {
        turn_of[*place] = Some(turn);
    }
    let mut is_seen = vec![false; web.factors.len()];
    // The farthest turn of the route that ways from what lies before the present one come to,
    // entering the route there for the first time.
    let mut farthest = 0;
    let mut open = roots.to_vec();
    let mut points = Vec::new();
    for (turn, place) in route.iter().enumerate() {
        while let Some(other) = open.pop() {
            match turn_of[other] {
                Some(entered) => farthest = farthest.max(entered),
                None if !is_seen[other] => {
                    is_seen[other] = true;
                    open.extend(web.effects_of(other));
                }
                None => {}
            }
        }
        if farthest == turn && turn + 1 < route.len() {
            points.push(*place);
        }
        open.extend(web.effects_of(*place));
    }
    points
}
