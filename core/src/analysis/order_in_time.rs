//! Which effects are dated before their causes?

use crate::{
    graph::Web,
    model::{FactorId, LinkId},
};

/// A link whose effect is dated before its cause.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackInTime {
    /// The link.
    pub link: LinkId,
    /// What is said to have led to it, and is dated later.
    pub cause: FactorId,
    /// What is said to have followed, and is dated earlier.
    pub effect: FactorId,
}

/// The links whose effect is dated wholly before their cause, in identity order.
///
/// # Returns
///
/// The links. A day and a moment in it have no order, and factors without a time have none. A link
/// found here is *not* wrong for certain: a condition may have begun long before the time written
/// on it, and clocks differ.
///
/// # Complexity
///
/// O(L log L).
///
/// ```
/// use whyweb_core::{analysis::order_in_time, format::outline, graph::Web};
/// let notes = "Impact: down\n\n- disk full (2020-01-02)\n  - no alert (2020-01-03)\n";
/// let web = Web::of(&outline::read(notes, "").unwrap().incident);
/// assert_eq!(order_in_time(&web).len(), 1);
/// ```
pub fn order_in_time(web: &Web) -> Vec<BackInTime> {
    let mut found: Vec<BackInTime> = web
        .strands
        .iter()
        .filter(|strand| {
            let times = [strand.cause, strand.effect].map(|place| web.factors[place].time);
            matches!(times, [Some(cause), Some(effect)] if effect.is_before(cause))
        })
        .map(|strand| BackInTime {
            link: strand.id.clone(),
            cause: web.id(strand.cause),
            effect: web.id(strand.effect),
        })
        .collect();
    found.sort();
    found
}
