//! Sound webs, such as a person would have typed.

use std::sync::Arc;

use proptest::{collection::btree_set, collection::vec, prelude::*};

use crate::model::{Factor, FactorId, Incident, IncidentId, Label, Link, LinkId, Role};

/// Sound webs of at most so many factors, loops included: plain statements, none twice, no link to
/// itself or twice, about one factor in six an outcome.
pub fn webs(most: usize) -> impl Strategy<Value = Incident> {
    vec(any::<u8>(), 0..=most).prop_flat_map(move |roles| {
        let count = roles.len();
        let end = 0..count.max(1);
        let links = btree_set((end.clone(), end), 0..=(count * 2));
        links.prop_map(move |links| {
            let mut incident = Incident::new(IncidentId::numbered("web-", count));
            for (number, role) in roles.iter().enumerate() {
                add_factor(&mut incident, number, *role);
            }
            for (cause, effect) in links.iter().filter(|(a, b)| a != b && count > 0) {
                add_link(&mut incident, *cause, *effect);
            }
            incident
        })
    })
}

fn add_factor(incident: &mut Incident, number: usize, role: u8) {
    let id = FactorId::numbered("f", number);
    let Ok(statement) = Label::new(&format!("statement {number} of the web")) else {
        return;
    };
    let role = match role % 6 {
        0 => Role::Outcome,
        1 | 2 => Role::Event,
        _ => Role::Condition,
    };
    let factor = Factor {
        role,
        order: u32::try_from(number).unwrap_or(u32::MAX),
        ..Factor::new(id.clone(), statement)
    };
    incident.factors.insert(id, Arc::new(factor));
}

fn add_link(incident: &mut Incident, cause: usize, effect: usize) {
    let number = incident.links.len();
    let id = LinkId::numbered("l", number);
    let end = |number| FactorId::numbered("f", number);
    let link = Link {
        order: u32::try_from(number).unwrap_or(u32::MAX),
        ..Link::new(id.clone(), end(cause), end(effect))
    };
    incident.links.insert(id, Arc::new(link));
}
