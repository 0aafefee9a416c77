//! What a person can do with evidence.

use crate::model::{Evidence, EvidenceBody, EvidenceId, Incident, Label, Stance, Subject, When};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order, subject_exists};

/// The most pieces of evidence an incident holds.
pub const MOST_EVIDENCE: usize = 100_000;

/// A change to the evidence.
#[derive(Debug, Clone, PartialEq)]
pub enum EvidenceCommand {
    /// Adds a piece; its `order` is ignored.
    Add(Evidence),
    /// Changes what it consists of.
    SetBody(EvidenceId, EvidenceBody),
    /// Says whether it speaks for or against.
    SetStance(EvidenceId, Stance),
    /// Says where it comes from.
    SetSource(EvidenceId, Option<Label>),
    /// Says when it was made.
    SetTime(EvidenceId, Option<When>),
    /// Says what it is about.
    SetAbout(EvidenceId, Subject),
    /// Takes it out.
    Remove(EvidenceId),
}

pub(super) fn plan(command: &EvidenceCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use EvidenceCommand as C;
    let get = |id: &EvidenceId| find(&incident.evidence, id, PartId::Evidence);
    match command {
        C::Add(evidence) => {
            free(
                &incident.evidence,
                &evidence.id,
                PartId::Evidence,
                MOST_EVIDENCE,
            )?;
            subject_exists(&evidence.about, incident)?;
            let order = part_order(incident.evidence.values().map(|e| e.order));
            Ok(vec![Write::Evidence(Evidence {
                order,
                ..evidence.clone()
            })])
        }
        C::SetBody(id, body) => changed(get(id)?, |e| e.body = body.clone(), Write::Evidence),
        C::SetStance(id, stance) => changed(get(id)?, |e| e.stance = *stance, Write::Evidence),
        C::SetSource(id, source) => {
            changed(get(id)?, |e| e.source.clone_from(source), Write::Evidence)
        }
        C::SetTime(id, time) => changed(get(id)?, |e| e.time = *time, Write::Evidence),
        C::SetAbout(id, about) => {
            subject_exists(about, incident)?;
            changed(get(id)?, |e| e.about = about.clone(), Write::Evidence)
        }
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Evidence(id.clone()))])
        }
    }
}

/// Takes out all evidence about something that goes.
pub(super) fn removals(subject: &Subject, incident: &Incident) -> Plan {
    let about = incident
        .evidence
        .values()
        .filter(|evidence| evidence.about == *subject);
    about
        .map(|evidence| Write::Remove(PartId::Evidence(evidence.id.clone())))
        .collect()
}

/// Makes all evidence about one thing evidence about another.
pub(super) fn moves(from: &Subject, to: &Subject, incident: &Incident) -> Plan {
    let about = incident
        .evidence
        .values()
        .filter(|evidence| evidence.about == *from);
    about
        .map(|evidence| {
            Write::Evidence(Evidence {
                about: to.clone(),
                ..Evidence::clone(evidence)
            })
        })
        .collect()
}
