//! What do two outcomes share?

use std::collections::{BTreeMap, BTreeSet};

use crate::{graph::Web, model::FactorId};

use super::reach::{Towards, reach};

/// The factors that led to two or more outcomes, each with those outcomes, in identity order.
///
/// # Returns
///
/// The factors. An outcome can be one of them, where it led to another. That a factor is shared does
/// *not* mean that changing it would have prevented any of the outcomes.
///
/// # Complexity
///
/// O(O (F + L) log F) for O outcomes.
///
/// ```
/// use whyweb_core::{analysis::shared, format::outline, graph::Web};
/// let incident = outline::read("Impact: down\n\n- disk full\n", "").unwrap().incident;
/// assert!(shared(&Web::of(&incident)).is_empty());
/// ```
pub fn shared(web: &Web) -> BTreeMap<FactorId, BTreeSet<FactorId>> {
    let mut led_to: BTreeMap<FactorId, BTreeSet<FactorId>> = BTreeMap::new();
    for outcome in web.outcomes() {
        for (factor, _) in reach(web, std::slice::from_ref(&outcome), Towards::Causes) {
            led_to.entry(factor).or_default().insert(outcome.clone());
        }
    }
    led_to.retain(|_, outcomes| outcomes.len() > 1);
    led_to
}
