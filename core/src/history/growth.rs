//! The order in which a web grew.
//!
//! The page names parts by UUIDs of version 7, which begin with the moment they were made (RFC 9562,
//! section 5.7). Parts of files that name theirs otherwise have only their turns.

use std::collections::BTreeMap;

use crate::model::{FactorId, Incident, LinkId, Moment};

/// Parts made within so many milliseconds of each other came by one act.
const ONE_ACT: i64 = 50;

/// One step of the way a web grew: what came with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// When; unknown where nothing tells.
    pub at: Option<Moment>,
    /// The factors that came.
    pub factors: Vec<FactorId>,
    /// The links that came.
    pub links: Vec<LinkId>,
}

/// How the web as it is now grew, step by step: every factor and link comes once, no link before
/// both its ends. What nothing dates comes first, by its turn. Parts that were removed meanwhile left
/// no trace here.
///
/// O(n log n) in the number of factors and links.
pub fn growth(incident: &Incident) -> Vec<Growth> {
    let mut factors: Vec<_> = incident.factors.values().collect();
    factors.sort_by_key(|factor| (born(factor.id.as_str()), factor.order));
    let mut steps: Vec<Growth> = Vec::new();
    let mut step_of = BTreeMap::new();
    for factor in factors {
        let at = born(factor.id.as_str());
        let is_same_act = at.is_some() && steps.last().is_some_and(|step| is_one_act(step.at, at));
        if !is_same_act {
            steps.push(step(at));
        }
        step_of.insert(&factor.id, steps.len() - 1);
        if let Some(step) = steps.last_mut() {
            step.factors.push(factor.id.clone());
        }
    }
    let later = with_links(incident, &step_of, &mut steps);
    steps.extend(later);
    // Stable: a link drawn between two acts comes after what was there.
    steps.sort_by_key(|step| step.at);
    steps
}

/// Puts each link to the factor it came with; gives back steps of those drawn later.
fn with_links(
    incident: &Incident,
    step_of: &BTreeMap<&FactorId, usize>,
    steps: &mut [Growth],
) -> Vec<Growth> {
    let mut links: Vec<_> = incident.links.values().collect();
    links.sort_by_key(|link| (born(link.id.as_str()), link.order));
    let mut later: Vec<Growth> = Vec::new();
    for link in links {
        let ends = (step_of.get(&link.cause), step_of.get(&link.effect));
        let (Some(cause), Some(effect)) = ends else {
            continue;
        };
        let Some(step_of_end) = steps.get_mut(*cause.max(effect)) else {
            continue;
        };
        let at = born(link.id.as_str());
        if at <= step_of_end.at || is_one_act(step_of_end.at, at) {
            step_of_end.links.push(link.id.clone());
            continue;
        }
        if !later.last().is_some_and(|step| is_one_act(step.at, at)) {
            later.push(step(at));
        }
        if let Some(step) = later.last_mut() {
            step.links.push(link.id.clone());
        }
    }
    later
}

fn step(at: Option<Moment>) -> Growth {
    Growth {
        at,
        factors: Vec::new(),
        links: Vec::new(),
    }
}

fn is_one_act(begun: Option<Moment>, at: Option<Moment>) -> bool {
    begun
        .zip(at)
        .is_some_and(|(begun, at)| at.unix_millis() - begun.unix_millis() <= ONE_ACT)
}

/// When an identity was made, where it tells.
fn born(id: &str) -> Option<Moment> {
    let is_uuid = id.len() == 36
        && id.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            14 => byte == b'7',
            _ => byte.is_ascii_hexdigit(),
        });
    if !is_uuid {
        return None;
    }
    let digits = format!("{}{}", id.get(..8)?, id.get(9..13)?);
    Moment::from_unix_millis(i64::from_str_radix(&digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Factor, Label, Link};

    fn uuid(millis: u64, rest: u16) -> String {
        let digits = format!("{millis:012x}");
        format!(
            "{}-{}-7000-8000-00000000{rest:04x}",
            &digits[..8],
            &digits[8..]
        )
    }

    #[test]
    fn grows_by_acts_and_draws_late_links_late() {
        let mut incident = Incident::new("i".parse().unwrap());
        let ids = [uuid(1_000, 1), uuid(9_000, 2), uuid(20_000, 3)];
        for id in &ids {
            let id: FactorId = id.parse().unwrap();
            let factor = Factor::new(id.clone(), Label::new("so").unwrap());
            incident.factors.insert(id, factor.into());
        }
        for (id, cause, effect) in [
            (uuid(9_003, 4), &ids[1], &ids[0]),
            (uuid(12_000, 5), &ids[0], &ids[1]),
            (uuid(500, 6), &ids[2], &ids[0]),
        ] {
            let id: LinkId = id.parse().unwrap();
            let link = Link::new(id.clone(), cause.parse().unwrap(), effect.parse().unwrap());
            incident.links.insert(id, link.into());
        }
        let steps = growth(&incident);
        let told: Vec<_> = steps
            .iter()
            .map(|step| {
                let at = step.at.unwrap().unix_millis();
                (at, step.factors.len(), step.links.len())
            })
            .collect();
        assert_eq!(
            told,
            [(1_000, 1, 0), (9_000, 1, 1), (12_000, 0, 1), (20_000, 1, 1)]
        );
    }

    #[test]
    fn only_identities_of_the_seventh_version_tell_when() {
        assert!(born(&uuid(1_000, 1)).is_some());
        for id in ["disk-full", &uuid(1_000, 1).replace("-7000-", "-4000-")] {
            assert_eq!(born(id), None);
        }
    }
}
