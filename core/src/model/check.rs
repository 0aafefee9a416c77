//! Finds what is unfinished in an incident or contradicts itself, as far as its parts alone tell.
//!
//! What the web as a whole tells, such as "necessary" links in a circle, is the graph's to find.

use std::collections::BTreeMap;

use super::{Factor, FactorId, Incident, Link, LinkKind, Problem, Role, Subject, Target};

/// Every problem the parts alone tell: sort by sort, each in identity order.
///
/// Near linear in the size of the incident.
pub fn problems(incident: &Incident) -> Vec<Problem> {
    let mut found = Vec::new();
    found.extend(no_outcome(incident));
    found.extend(codes_gone(incident));
    found.extend(links(incident));
    found.extend(accounts_about_nothing(incident));
    found.extend(subjects_gone(incident));
    found.extend(actions_without_target(incident));
    found
}

fn no_outcome(incident: &Incident) -> Option<Problem> {
    let is_outcome = |factor: &Factor| factor.role == Role::Outcome;
    let missing =
        !incident.factors.is_empty() && !incident.factors.values().any(|factor| is_outcome(factor));
    missing.then_some(Problem::NoOutcome)
}

fn codes_gone(incident: &Incident) -> Vec<Problem> {
    let mut found = Vec::new();
    for (id, factor) in &incident.factors {
        let category = factor.category.iter();
        let gone = category.filter(|category| !incident.categories.contains_key(*category));
        found.extend(gone.map(|category| Problem::CategoryGone {
            factor: id.clone(),
            category: category.clone(),
        }));
        let area = factor.area.iter();
        let gone = area.filter(|area| !incident.areas.contains_key(*area));
        found.extend(gone.map(|area| Problem::AreaGone {
            factor: id.clone(),
            area: area.clone(),
        }));
    }
    found
}

fn links(incident: &Incident) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut between = BTreeMap::new();
    for (id, link) in &incident.links {
        let ends = [&link.cause, &link.effect];
        let missing = ends
            .into_iter()
            .find(|end| !incident.factors.contains_key(*end));
        let kept = *between.entry(ends).or_insert(id);
        if let Some(missing) = missing {
            found.push(Problem::LinkToNowhere {
                link: id.clone(),
                missing: missing.clone(),
            });
        } else if link.cause == link.effect {
            found.push(Problem::SelfLink {
                link: id.clone(),
                factor: link.cause.clone(),
            });
        } else if kept != id {
            found.push(Problem::RepeatedLink {
                link: id.clone(),
                kept: kept.clone(),
            });
        } else if is_against_role(incident, link) {
            found.push(Problem::LinkAgainstRole { link: id.clone() });
        }
    }
    found
}

/// Safeguards and luck hold back and are not caused; everything else contributes.
fn is_against_role(incident: &Incident, link: &Link) -> bool {
    let holds_back = |end: &FactorId| {
        incident
            .factors
            .get(end)
            .is_some_and(|factor| factor.role.holds_back())
    };
    let wanted = if holds_back(&link.cause) {
        LinkKind::HeldBack
    } else {
        LinkKind::ContributedTo
    };
    link.kind != wanted || holds_back(&link.effect)
}

fn accounts_about_nothing(incident: &Incident) -> impl Iterator<Item = Problem> {
    let accounts = incident.accounts.iter();
    let gone = accounts.filter(|(_, account)| !incident.links.contains_key(&account.link));
    gone.map(|(id, account)| Problem::AboutNothing {
        what: format!("account {id}"),
        subject: Subject::Link(account.link.clone()),
    })
}

fn subjects_gone(incident: &Incident) -> Vec<Problem> {
    let evidence = incident.evidence.iter();
    let evidence = evidence.map(|(id, evidence)| (format!("evidence {id}"), &evidence.about));
    let notes = incident.notes.iter();
    let notes = notes.map(|(id, note)| (format!("note {id}"), &note.about));
    evidence
        .chain(notes)
        .filter(|(_, about)| !is_there(incident, about))
        .map(|(what, about)| Problem::AboutNothing {
            what,
            subject: about.clone(),
        })
        .collect()
}

fn is_there(incident: &Incident, subject: &Subject) -> bool {
    match subject {
        Subject::Incident => true,
        Subject::Factor(id) => incident.factors.contains_key(id),
        Subject::Link(id) => incident.links.contains_key(id),
        Subject::Account(id) => incident.accounts.contains_key(id),
    }
}

fn actions_without_target(incident: &Incident) -> impl Iterator<Item = Problem> {
    let is_gone = |target: &Target| match target {
        Target::Factor(id) => !incident.factors.contains_key(id),
        Target::Link(id) => !incident.links.contains_key(id),
    };
    let actions = incident.actions.iter();
    let gone = actions.filter(move |(_, action)| action.addresses.iter().any(is_gone));
    gone.map(|(id, _)| Problem::ActionAddressesNothing { action: id.clone() })
}
