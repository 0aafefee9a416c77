//! From the model to the shape in a file.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    field::{Bytes, Checked, OnMap, PhaseMinutes},
    v1,
};
use crate::model::{
    Account, Action, Area, Ballot, Category, Choice, Clock, Comment, Evidence, EvidenceBody,
    Factor, Incident, Link, Minutes, Note, Passes, Phase, Pinned, Position, Prediction, Round,
    SavedQuery, Subject, Target, Version, by_turn,
};

pub(super) fn file(incident: &Incident, document: Option<&[u8]>) -> v1::File {
    v1::File {
        format: v1::Format::Whyweb,
        version: super::NEWEST,
        incident: self::incident(incident),
        document: document.map(|bytes| Checked(Bytes(bytes.to_vec()))),
    }
}

fn incident(incident: &Incident) -> v1::Incident {
    let position = |factor: &Factor| incident.positions.get(&factor.id).copied();
    v1::Incident {
        id: Checked(incident.id.clone()),
        title: field(incident.title.as_ref()),
        date: field(incident.date.as_ref()),
        summary: field(incident.summary.as_ref()),
        phase: Checked(incident.phase),
        clock: clock(&incident.clock),
        rules: field(incident.rules.as_ref()),
        density: Checked(incident.density),
        by_time: incident.by_time,
        categories: Some(listed(&incident.categories, |part| part.order, category)),
        areas: listed(&incident.areas, |part| part.order, area),
        factors: listed(
            &incident.factors,
            |part| part.order,
            |part, order| factor(part, position(part), order),
        ),
        links: listed(
            &incident.links,
            |part| part.order,
            |part, order| link(part, incident.passes.get(&part.id), order),
        ),
        accounts: listed(&incident.accounts, |part| part.order, account),
        evidence: listed(&incident.evidence, |part| part.order, evidence),
        actions: listed(&incident.actions, |part| part.order, action),
        predictions: listed(&incident.predictions, |part| part.order, prediction),
        notes: listed(&incident.notes, |part| part.order, note),
        pinned: listed(&incident.pinned, |part| part.order, pinned),
        queries: listed(&incident.queries, |part| part.order, query),
        comments: listed(&incident.comments, |part| part.order, comment),
        versions: listed(&incident.versions, |_| 0, version),
        rounds: incident.rounds.values().map(|part| round(part)).collect(),
        ballots: listed(&incident.ballots, |_| 0, ballot),
    }
}

/// Parts by their turn, ties by identity; a turn that is the part's index anyway is left out.
fn listed<K: Ord, T, F>(
    map: &BTreeMap<K, Arc<T>>,
    order: fn(&T) -> u32,
    convert: impl Fn(&T, Option<u32>) -> F,
) -> Vec<F> {
    let parts: Vec<&Arc<T>> = map.values().collect();
    let turns = by_turn(parts.len(), |at| {
        parts.get(at).map_or(0, |part| i64::from(order(part)))
    });
    let mut listed = Vec::with_capacity(parts.len());
    for (index, part) in (0..).zip(turns.into_iter().filter_map(|at| parts.get(at))) {
        listed.push(convert(
            part,
            Some(order(part)).filter(|order| *order != index),
        ));
    }
    listed
}

fn field<T: Clone>(value: Option<&T>) -> Option<Checked<T>> {
    value.cloned().map(Checked)
}

/// Nothing for a clock as a new incident has it.
fn clock(clock: &Clock) -> Option<v1::Clock> {
    let time = |phase: Phase| {
        let time = clock.of(phase);
        let minutes = Some(time.minutes).filter(|minutes| *minutes != Minutes::usual(phase));
        let is_usual = minutes.is_none() && time.spent == 0;
        (!is_usual).then_some(v1::PhaseTime {
            minutes: minutes.map(PhaseMinutes),
            spent: time.spent,
        })
    };
    (*clock != Clock::default()).then(|| v1::Clock {
        running_since: field(clock.running_since.as_ref()),
        facts: time(Phase::Facts),
        causes: time(Phase::Causes),
        actions: time(Phase::Actions),
    })
}

fn category(part: &Category, order: Option<u32>) -> v1::Category {
    v1::Category {
        id: Checked(part.id.clone()),
        name: Checked(part.name.clone()),
        colour: Checked(part.colour),
        order,
    }
}

fn area(part: &Area, order: Option<u32>) -> v1::Area {
    v1::Area {
        id: Checked(part.id.clone()),
        name: Checked(part.name.clone()),
        order,
    }
}

fn factor(part: &Factor, position: Option<Position>, order: Option<u32>) -> v1::Factor {
    v1::Factor {
        id: Checked(part.id.clone()),
        statement: Checked(part.statement.clone()),
        role: Checked(part.role),
        category: field(part.category.as_ref()),
        area: field(part.area.as_ref()),
        join: Checked(part.join),
        given: part.given,
        unverified: part.unverified,
        time: field(part.time.as_ref()),
        note: field(part.note.as_ref()),
        pin: part.pin.and_then(OnMap::new),
        position: position.and_then(OnMap::new),
        dismissed: part.dismissed.iter().cloned().map(Checked).collect(),
        order,
        loose: false,
    }
}

fn link(part: &Link, passes: Option<&Passes>, order: Option<u32>) -> v1::Link {
    v1::Link {
        id: Checked(part.id.clone()),
        cause: Checked(part.cause.clone()),
        effect: Checked(part.effect.clone()),
        kind: Checked(part.kind),
        test: Checked(part.test),
        mechanism: field(part.mechanism.as_ref()),
        passes: passes
            .map(|passes| passes.heights().to_vec())
            .unwrap_or_default(),
        order,
        loose: false,
    }
}

fn account(part: &Account, order: Option<u32>) -> v1::Account {
    v1::Account {
        id: Checked(part.id.clone()),
        link: Checked(part.link.clone()),
        by: field(part.by.as_ref()),
        text: Checked(part.text.clone()),
        test: Checked(part.test),
        order,
        loose: false,
    }
}

fn evidence(part: &Evidence, order: Option<u32>) -> v1::Evidence {
    v1::Evidence {
        id: Checked(part.id.clone()),
        about: subject(&part.about),
        stance: Checked(part.stance),
        body: match part.body.clone() {
            EvidenceBody::Note(text) => v1::EvidenceBody::Note(Checked(text)),
            EvidenceBody::Quotation(text) => v1::EvidenceBody::Quotation(Checked(text)),
            EvidenceBody::Address(address) => v1::EvidenceBody::Address(Checked(address)),
        },
        source: field(part.source.as_ref()),
        time: field(part.time.as_ref()),
        order,
        loose: false,
    }
}

fn action(part: &Action, order: Option<u32>) -> v1::Action {
    let target = |target: &Target| match target.clone() {
        Target::Factor(id) => v1::Target::Factor(Checked(id)),
        Target::Link(id) => v1::Target::Link(Checked(id)),
    };
    v1::Action {
        id: Checked(part.id.clone()),
        statement: Checked(part.statement.clone()),
        kind: Checked(part.kind),
        aim: field(part.aim.as_ref()),
        addresses: part.addresses.iter().map(target).collect(),
        owner: field(part.owner.as_ref()),
        due: field(part.due.as_ref()),
        observable: field(part.observable.as_ref()),
        review: field(part.review.as_ref()),
        result: field(part.result.as_ref()),
        note: field(part.note.as_ref()),
        order,
        loose: false,
    }
}

fn prediction(part: &Prediction, order: Option<u32>) -> v1::Prediction {
    v1::Prediction {
        id: Checked(part.id.clone()),
        seal: Checked(part.seal.clone()),
        sealed_at: Checked(part.sealed_at),
        opened: field(part.opened.as_ref()),
        order,
    }
}

fn note(part: &Note, order: Option<u32>) -> v1::Note {
    v1::Note {
        id: Checked(part.id.clone()),
        kind: Checked(part.kind),
        text: Checked(part.text.clone()),
        about: subject(&part.about),
        order,
        loose: false,
    }
}

fn pinned(part: &Pinned, order: Option<u32>) -> v1::Pinned {
    v1::Pinned {
        id: Checked(part.id.clone()),
        question: Checked(part.question.clone()),
        factor: field(part.factor.as_ref()),
        without: part.without.iter().cloned().map(Checked).collect(),
        order,
    }
}

fn query(part: &SavedQuery, order: Option<u32>) -> v1::SavedQuery {
    v1::SavedQuery {
        id: Checked(part.id.clone()),
        name: Checked(part.name.clone()),
        text: Checked(part.text.clone()),
        order,
    }
}

fn comment(part: &Comment, order: Option<u32>) -> v1::Comment {
    v1::Comment {
        id: Checked(part.id.clone()),
        about: subject(&part.about),
        text: Checked(part.text.clone()),
        by: field(part.by.as_ref()),
        at: Checked(part.at),
        resolved: part.resolved,
        order,
        loose: false,
    }
}

fn version(part: &Version, _: Option<u32>) -> v1::Version {
    v1::Version {
        id: Checked(part.id.clone()),
        name: Checked(part.name.clone()),
        at: Checked(part.at),
        content: Checked(part.content.clone()),
    }
}

fn round(part: &Round) -> v1::Round {
    v1::Round {
        id: Checked(part.id),
        revealed: part.revealed,
        opened: Checked(part.opened),
        about: field(part.about.as_ref()),
        turn: part.turn,
        dots: part.dots,
    }
}

fn ballot(part: &Ballot, _: Option<u32>) -> v1::Ballot {
    v1::Ballot {
        id: Checked(part.id.clone()),
        about: match part.about.clone() {
            Choice::Factor(id) => v1::Choice::Factor(Checked(id)),
            Choice::Action(id) => v1::Choice::Action(Checked(id)),
        },
        kind: Checked(part.kind),
        dots: part.dots,
    }
}

fn subject(about: &Subject) -> Option<v1::Subject> {
    match about.clone() {
        Subject::Incident => None,
        Subject::Factor(id) => Some(v1::Subject::Factor(Checked(id))),
        Subject::Link(id) => Some(v1::Subject::Link(Checked(id))),
        Subject::Account(id) => Some(v1::Subject::Account(Checked(id))),
    }
}
