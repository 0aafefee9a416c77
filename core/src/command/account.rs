//! What a person can do with the accounts of a link that disagree.

use crate::model::{
    Account, AccountId, Evidence, EvidenceBody, EvidenceId, Incident, Label, Link, LinkTest,
    Stance, Subject, Text,
};

use super::{PartId, Plan, Refusal, Write, changed, find, free, link::MOST_LINKS, part_order};

/// A change to the accounts of a link.
#[derive(Debug, Clone, PartialEq)]
pub enum AccountCommand {
    /// Keeps one more account; its `order` is ignored.
    Add(Account),
    /// Says in other words what happened.
    SetText(AccountId, Text),
    /// Says whose account it is.
    SetBy(AccountId, Option<Label>),
    /// Says what it answers to the link's test.
    SetTest(AccountId, LinkTest),
    /// Settles on this one: the link takes its answer, and what each account of it says is kept as
    /// evidence: for the link where it gives that answer, against it where it gives another.
    Settle(AccountId),
    /// Takes it out, with the evidence about it.
    Remove(AccountId),
}

pub(super) fn plan(command: &AccountCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use AccountCommand as C;
    let get = |id: &AccountId| find(&incident.accounts, id, PartId::Account);
    match command {
        C::Add(account) => {
            free(&incident.accounts, &account.id, PartId::Account, MOST_LINKS)?;
            find(&incident.links, &account.link, PartId::Link)?;
            let order = part_order(incident.accounts.values().map(|a| a.order));
            Ok(vec![Write::Account(Account {
                order,
                ..account.clone()
            })])
        }
        C::SetText(id, text) => changed(get(id)?, |a| a.text = text.clone(), Write::Account),
        C::SetBy(id, by) => changed(get(id)?, |a| a.by.clone_from(by), Write::Account),
        C::SetTest(id, test) => changed(get(id)?, |a| a.test = *test, Write::Account),
        C::Settle(id) => settle(get(id)?, incident),
        C::Remove(id) => {
            get(id)?;
            Ok(removal(id, incident))
        }
    }
}

/// Takes out an account with the evidence about it.
pub(super) fn removal(id: &AccountId, incident: &Incident) -> Plan {
    let subject = Subject::Account(id.clone());
    let mut plan = super::evidence::removals(&subject, incident);
    plan.extend(super::comment::moves(
        &subject,
        &Subject::Incident,
        incident,
    ));
    plan.push(Write::Remove(PartId::Account(id.clone())));
    plan
}

fn settle(settled: &Account, incident: &Incident) -> Result<Plan, Refusal> {
    let link = find(&incident.links, &settled.link, PartId::Link)?;
    let mut plan = vec![Write::Link(Link {
        test: settled.test,
        ..Link::clone(link)
    })];
    let mut order = part_order(incident.evidence.values().map(|e| e.order));
    for account in incident.accounts_of(&link.id) {
        let agrees = account.test == settled.test;
        plan.push(Write::Evidence(Evidence {
            order,
            ..record(account, agrees, incident)
        }));
        order = order.saturating_add(1);
        plan.extend(handed_on(account, agrees, incident));
        plan.push(Write::Remove(PartId::Account(account.id.clone())));
    }
    Ok(plan)
}

/// What an account says, as evidence for what was settled on or against it.
///
/// Its identity follows from the account's, so that two people who settle at the same time keep one
/// record and not two.
fn record(account: &Account, agrees: bool, incident: &Incident) -> Evidence {
    let about = Subject::Link(account.link.clone());
    let is_free = |id: &EvidenceId| {
        let there = incident.evidence.get(id);
        there.is_none_or(|evidence| evidence.about == about)
    };
    let own = account.id.as_str();
    let numbered = (2..).map(|number| EvidenceId::numbered(&format!("{own}-"), number));
    let mut ids = own.parse().into_iter().chain(numbered);
    let id = ids.find(is_free);
    Evidence {
        id: id.unwrap_or_else(|| EvidenceId::numbered(own, 1)),
        about,
        stance: if agrees {
            Stance::Supports
        } else {
            Stance::Disputes
        },
        body: EvidenceBody::Note(account.text.clone()),
        source: account.by.clone(),
        time: None,
        order: 0,
    }
}

/// The evidence about an account becomes the link's own. What backed an answer that was not settled
/// on speaks against the one that was.
fn handed_on(account: &Account, agrees: bool, incident: &Incident) -> Plan {
    let from = Subject::Account(account.id.clone());
    let pieces = incident.evidence.values();
    let pieces = pieces.filter(|evidence| evidence.about == from);
    let handed = pieces.map(|evidence| {
        let stance = match (agrees, evidence.stance) {
            (true, stance) => stance,
            (false, Stance::Supports) => Stance::Disputes,
            (false, Stance::Disputes) => Stance::Supports,
        };
        Write::Evidence(Evidence {
            about: Subject::Link(account.link.clone()),
            stance,
            ..Evidence::clone(evidence)
        })
    });
    handed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{EvidenceCommand, apply, plan_all},
        format::outline,
        graph::disputed,
        model::LinkId,
    };

    /// A link with two accounts that disagree, the second with a piece of evidence.
    fn disagreement() -> (Incident, LinkId) {
        let notes = "Impact: down\n\n- disk full\n";
        let mut incident = outline::read(notes, "").unwrap().incident;
        let link = incident.links.keys().next().unwrap().clone();
        let account = |id: &str, by: &str, test| {
            AccountCommand::Add(Account {
                id: id.parse().unwrap(),
                link: link.clone(),
                by: Some(Label::new(by).unwrap()),
                text: Text::new(&format!("{by} says so")).unwrap(),
                test,
                order: 0,
            })
        };
        let shown = EvidenceCommand::Add(Evidence {
            id: "graph".parse().unwrap(),
            about: Subject::Account("b".parse().unwrap()),
            stance: Stance::Supports,
            body: EvidenceBody::Note(Text::new("free space, as drawn").unwrap()),
            source: None,
            time: None,
            order: 0,
        });
        let first = account("a", "on call", LinkTest::Necessary);
        let second = account("b", "storage", LinkTest::Refuted);
        for command in [first.into(), second.into(), shown.into()] {
            let steps = plan_all(&[command], &incident).unwrap();
            apply(&mut incident, &steps);
        }
        (incident, link)
    }

    #[test]
    fn settling_answers_the_test_and_keeps_what_each_said() {
        let (mut incident, link) = disagreement();
        assert!(disputed(&incident).contains(&link));
        let steps = plan(&AccountCommand::Settle("a".parse().unwrap()), &incident).unwrap();
        apply(&mut incident, &steps);
        assert_eq!(incident.links[&link].test, LinkTest::Necessary);
        assert!(incident.accounts.is_empty() && disputed(&incident).is_empty());
        let mut kept = incident.evidence_about(&Subject::Link(link));
        kept.sort_by_key(|evidence| evidence.id.clone());
        let kept = kept.iter().map(|evidence| {
            let by = evidence.source.as_ref().map_or("", Label::as_str);
            (evidence.id.as_str(), evidence.stance, by)
        });
        let expected = [
            ("a", Stance::Supports, "on call"),
            ("b", Stance::Disputes, "storage"),
            ("graph", Stance::Disputes, ""),
        ];
        assert_eq!(kept.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn evidence_about_something_else_is_not_written_over() {
        let (mut incident, link) = disagreement();
        let mut other =
            Evidence::clone(&incident.evidence[&"graph".parse::<EvidenceId>().unwrap()]);
        (other.id, other.about) = ("a".parse().unwrap(), Subject::Incident);
        let steps = plan_all(&[EvidenceCommand::Add(other).into()], &incident).unwrap();
        apply(&mut incident, &steps);
        let steps = plan(&AccountCommand::Settle("a".parse().unwrap()), &incident).unwrap();
        apply(&mut incident, &steps);
        assert_eq!(incident.evidence_about(&Subject::Incident).len(), 1);
        assert_eq!(incident.evidence_about(&Subject::Link(link)).len(), 3);
    }
}
