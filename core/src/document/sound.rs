//! From everything a merged document holds to an incident that keeps its promises: what breaks one
//! is left out and reported.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{
    Action, Comment, Evidence, Factor, FactorId, Incident, Link, LinkId, Note, Problem, Subject,
    Target,
};

/// The sound part of a raw incident, and a problem for each thing left out or changed.
pub(super) fn sound(raw: &Incident) -> (Incident, Vec<Problem>) {
    let mut incident = raw.clone();
    let mut problems = Vec::new();
    keep_sound_links(&mut incident, &mut problems);
    clear_missing_codes(&mut incident);
    keep_placed_accounts(&mut incident, &mut problems);
    keep_subjects(&mut incident, &mut problems);
    keep_targets(&mut incident, &mut problems);
    incident
        .positions
        .retain(|factor, _| raw.factors.contains_key(factor));
    let links = &incident.links;
    incident.passes.retain(|link, _| links.contains_key(link));
    (incident, problems)
}

fn keep_sound_links(incident: &mut Incident, problems: &mut Vec<Problem>) {
    let mut kept: BTreeMap<(FactorId, FactorId), LinkId> = BTreeMap::new();
    let factors = &incident.factors;
    incident.links.retain(|_, link| {
        let problem = link_problem(link, factors, &kept);
        let sound = problem.is_none();
        if sound {
            kept.insert((link.cause.clone(), link.effect.clone()), link.id.clone());
        }
        problems.extend(problem);
        sound
    });
}

fn link_problem(
    link: &Link,
    factors: &BTreeMap<FactorId, Arc<Factor>>,
    kept: &BTreeMap<(FactorId, FactorId), LinkId>,
) -> Option<Problem> {
    let (cause, effect) = (&link.cause, &link.effect);
    if cause == effect {
        return Some(Problem::SelfLink {
            link: link.id.clone(),
            factor: cause.clone(),
        });
    }
    if let Some(missing) = [cause, effect]
        .into_iter()
        .find(|end| !factors.contains_key(*end))
    {
        return Some(Problem::LinkToNowhere {
            link: link.id.clone(),
            missing: missing.clone(),
        });
    }
    let twin = kept.get(&(cause.clone(), effect.clone()))?;
    Some(Problem::RepeatedLink {
        link: link.id.clone(),
        kept: twin.clone(),
    })
}

/// Factors coded with a category or area that someone deleted meanwhile are uncoded.
fn clear_missing_codes(incident: &mut Incident) {
    let (categories, areas) = (&incident.categories, &incident.areas);
    for factor in incident.factors.values_mut() {
        let category = factor
            .category
            .as_ref()
            .filter(|id| categories.contains_key(*id));
        let area = factor.area.as_ref().filter(|id| areas.contains_key(*id));
        if category != factor.category.as_ref() || area != factor.area.as_ref() {
            let (category, area) = (category.cloned(), area.cloned());
            *factor = Arc::new(Factor {
                category,
                area,
                ..Factor::clone(factor)
            });
        }
    }
}

fn keep_placed_accounts(incident: &mut Incident, problems: &mut Vec<Problem>) {
    let links = &incident.links;
    incident.accounts.retain(|id, account| {
        let placed = links.contains_key(&account.link);
        if !placed {
            let subject = Subject::Link(account.link.clone());
            problems.push(Problem::AboutNothing {
                what: format!("account {id}"),
                subject,
            });
        }
        placed
    });
}

fn keep_subjects(incident: &mut Incident, problems: &mut Vec<Problem>) {
    let (factors, links, accounts) = (&incident.factors, &incident.links, &incident.accounts);
    let exists = |subject: &Subject| match subject {
        Subject::Incident => true,
        Subject::Factor(id) => factors.contains_key(id),
        Subject::Link(id) => links.contains_key(id),
        Subject::Account(id) => accounts.contains_key(id),
    };
    let mut report = |what: String, subject: &Subject| {
        problems.push(Problem::AboutNothing {
            what,
            subject: subject.clone(),
        });
        Subject::Incident
    };
    for (id, evidence) in &mut incident.evidence {
        if !exists(&evidence.about) {
            let about = report(format!("evidence {id}"), &evidence.about);
            *evidence = Arc::new(Evidence {
                about,
                ..Evidence::clone(evidence)
            });
        }
    }
    for (id, comment) in &mut incident.comments {
        if !exists(&comment.about) {
            let about = report(format!("comment {id}"), &comment.about);
            *comment = Arc::new(Comment {
                about,
                ..Comment::clone(comment)
            });
        }
    }
    for (id, note) in &mut incident.notes {
        if !exists(&note.about) {
            let about = report(format!("note {id}"), &note.about);
            *note = Arc::new(Note {
                about,
                ..Note::clone(note)
            });
        }
    }
}

fn keep_targets(incident: &mut Incident, problems: &mut Vec<Problem>) {
    let (factors, links) = (&incident.factors, &incident.links);
    let exists = |target: &Target| match target {
        Target::Factor(id) => factors.contains_key(id),
        Target::Link(id) => links.contains_key(id),
    };
    for (id, action) in &mut incident.actions {
        if !action.addresses.iter().all(exists) {
            problems.push(Problem::ActionAddressesNothing { action: id.clone() });
            let mut sound = Action::clone(action);
            sound.addresses.retain(exists);
            *action = Arc::new(sound);
        }
    }
}
