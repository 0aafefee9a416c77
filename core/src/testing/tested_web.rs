//! Webs as they stand in the middle of a meeting: joins and link tests told in part.

use std::sync::Arc;

use proptest::{collection::btree_map, collection::vec, prelude::*};

use crate::model::{
    Account, AccountId, Factor, FactorId, Incident, IncidentId, Join, Label, Link, LinkId,
    LinkKind, LinkTest, Role, Text,
};

/// Webs of one to so many factors with joins *all*, *any* and *unknown* mixed, links of every test,
/// loops, given factors, accounts that disagree, safeguards and luck.
pub fn tested_webs(most: usize) -> impl Strategy<Value = Incident> {
    vec(any::<u16>(), 1..=most).prop_flat_map(move |factors| {
        let count = factors.len();
        let links = btree_map((0..count, 0..count), any::<u16>(), 0..=(count * 2));
        links.prop_map(move |links| {
            let mut incident = Incident::new(IncidentId::numbered("web-", count));
            for (number, bits) in factors.iter().enumerate() {
                add_factor(&mut incident, number, *bits);
            }
            for ((cause, effect), bits) in &links {
                add_link(&mut incident, (*cause, *effect), *bits);
            }
            incident
        })
    })
}

fn id(number: usize) -> FactorId {
    FactorId::numbered("f", number)
}

fn add_factor(incident: &mut Incident, number: usize, bits: u16) {
    let Ok(statement) = Label::new(&format!("statement {number}")) else {
        return;
    };
    let role = match bits % 16 {
        _ if number == 0 => Role::Outcome,
        0 => Role::Outcome,
        1 => Role::Safeguard,
        2 => Role::Luck,
        3..=6 => Role::Event,
        _ => Role::Condition,
    };
    let join = match (bits >> 4) % 4 {
        0 => Join::All,
        1 => Join::Any,
        _ => Join::Unknown,
    };
    let factor = Factor {
        role,
        join,
        given: (bits >> 6).is_multiple_of(8),
        ..Factor::new(id(number), statement)
    };
    incident.factors.insert(id(number), Arc::new(factor));
}

/// Adds a link that fits the roles of its ends, if any does.
fn add_link(incident: &mut Incident, (cause, effect): (usize, usize), bits: u16) {
    let holds_back = |number: usize| {
        let factor = incident.factors.get(&id(number));
        factor.is_some_and(|factor| factor.role.holds_back())
    };
    if cause == effect || holds_back(effect) {
        return;
    }
    let kind = if holds_back(cause) {
        LinkKind::HeldBack
    } else {
        LinkKind::ContributedTo
    };
    let test = match bits % 8 {
        0 => LinkTest::Necessary,
        1 | 2 => LinkTest::Contributing,
        3 => LinkTest::Refuted,
        _ => LinkTest::Untested,
    };
    let link = Link {
        kind,
        test,
        ..Link::new(
            LinkId::numbered("l", incident.links.len()),
            id(cause),
            id(effect),
        )
    };
    if (bits >> 8).is_multiple_of(16) {
        add_accounts(incident, &link);
    }
    incident.links.insert(link.id.clone(), Arc::new(link));
}

fn add_accounts(incident: &mut Incident, link: &Link) {
    for test in [LinkTest::Necessary, LinkTest::Contributing] {
        let Ok(text) = Text::new(test.word()) else {
            return;
        };
        let id = AccountId::numbered("k", incident.accounts.len());
        let account = Account {
            id: id.clone(),
            link: link.id.clone(),
            by: None,
            text,
            test,
            order: 0,
        };
        incident.accounts.insert(id, Arc::new(account));
    }
}
