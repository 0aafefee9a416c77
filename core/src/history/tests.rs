//! Laws of the history, over any incidents.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{difference, growth, kept, restoring};
use crate::{command::apply, model::Incident, testing::incidents};

/// An incident by what a version can bring back: hints of where things were drawn aside.
fn undrawn(incident: &Incident) -> Incident {
    Incident {
        positions: BTreeMap::default(),
        passes: BTreeMap::default(),
        ..kept(incident)
    }
}

proptest! {
    // Two incidents of every kind take their time to make.
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_from_itself(incident in incidents()) {
        prop_assert!(difference(&incident, &incident).is_empty());
        prop_assert!(restoring(&incident, &kept(&incident)).is_empty());
    }

    #[test]
    fn going_back_brings_back_what_was(now in incidents(), then in incidents()) {
        let then = Incident { id: now.id.clone(), ..kept(&then) };
        let mut restored = now.clone();
        apply(&mut restored, &restoring(&now, &then));
        prop_assert_eq!(undrawn(&restored), undrawn(&then));
        prop_assert!(difference(&restored, &then).is_empty());
        prop_assert_eq!(&restored.comments, &now.comments);
        prop_assert_eq!(&restored.versions, &now.versions);
        prop_assert_eq!(&restored.ballots, &now.ballots);
        prop_assert_eq!(&restored.clock, &now.clock);
    }

    #[test]
    fn whatever_differs_of_the_incident_itself_is_named(one in incidents(), other in incidents()) {
        let head = Incident {
            title: other.title.clone(),
            date: other.date,
            summary: other.summary.clone(),
            phase: other.phase,
            rules: other.rules.clone(),
            density: other.density,
            by_time: other.by_time,
            ..one.clone()
        };
        prop_assert_eq!(difference(&one, &head).is_empty(), head == one);
    }

    #[test]
    fn what_comes_one_way_goes_the_other(one in incidents(), other in incidents()) {
        let (there, back) = (difference(&one, &other), difference(&other, &one));
        prop_assert_eq!(there.factors.added, back.factors.removed);
        prop_assert_eq!(there.links.removed, back.links.added);
        prop_assert_eq!(there.actions.changed.len(), back.actions.changed.len());
        prop_assert_eq!(there.others, back.others);
        for (there, back) in there.head.iter().zip(&back.head) {
            prop_assert_eq!((&there.before, &there.after), (&back.after, &back.before));
        }
    }

    #[test]
    fn everything_comes_once_and_no_link_before_its_ends(incident in incidents()) {
        let (mut factors, mut links) = (BTreeSet::new(), BTreeSet::new());
        for step in growth(&incident) {
            for factor in step.factors {
                prop_assert!(factors.insert(factor));
            }
            for link in step.links {
                let drawn = &incident.links[&link];
                prop_assert!(factors.contains(&drawn.cause) && factors.contains(&drawn.effect));
                prop_assert!(links.insert(link));
            }
        }
        prop_assert_eq!(factors.len(), incident.factors.len());
        let placed = incident.links.values().filter(|link| {
            [&link.cause, &link.effect].into_iter().all(|end| incident.factors.contains_key(end))
        });
        prop_assert_eq!(links.len(), placed.count());
    }
}
