//! From the shape in a file to the model.
//!
//! Cannot fail: every field is valid once it is read, and ids have been checked before.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    field::{Checked, OnMap},
    v1,
};
use crate::model::{
    Account, Action, Area, Ballot, Category, Choice, Clock, Comment, Evidence, EvidenceBody,
    Factor, Incident, Link, Note, Passes, Phase, Pinned, Prediction, Round, Rounds, SavedQuery,
    Subject, Target, Version,
};

pub(super) fn incident(mut file: v1::Incident) -> Incident {
    let categories = match file.categories {
        Some(categories) => keyed(categories, category, |part| part.id.clone()),
        None => Incident::new(file.id.0.clone()).categories,
    };
    let mut positions = BTreeMap::new();
    positions.extend(
        file.factors
            .iter()
            .filter_map(|factor| Some((factor.id.0.clone(), factor.position?.into_inner()))),
    );
    let mut passes = BTreeMap::new();
    for link in &mut file.links {
        if let Some(heights) = Passes::new(std::mem::take(&mut link.passes)) {
            passes.insert(link.id.0.clone(), heights);
        }
    }
    Incident {
        id: file.id.0,
        title: value(file.title),
        date: value(file.date),
        summary: value(file.summary),
        phase: file.phase.0,
        clock: file.clock.map(clock).unwrap_or_default(),
        rules: value(file.rules),
        density: file.density.0,
        by_time: file.by_time,
        factors: keyed(file.factors, factor, |part| part.id.clone()),
        links: keyed(file.links, link, |part| part.id.clone()),
        accounts: keyed(file.accounts, account, |part| part.id.clone()),
        evidence: keyed(file.evidence, evidence, |part| part.id.clone()),
        actions: keyed(file.actions, action, |part| part.id.clone()),
        predictions: keyed(file.predictions, prediction, |part| part.id.clone()),
        notes: keyed(file.notes, note, |part| part.id.clone()),
        pinned: keyed(file.pinned, pinned, |part| part.id.clone()),
        queries: keyed(file.queries, query, |part| part.id.clone()),
        comments: keyed(file.comments, comment, |part| part.id.clone()),
        versions: keyed(file.versions, version, |part| part.id.clone()),
        rounds: rounds(file.rounds),
        ballots: keyed(file.ballots, ballot, |part| part.id.clone()),
        categories,
        areas: keyed(file.areas, area, |part| part.id.clone()),
        positions,
        passes,
    }
}

/// Converts a list; a part without a turn of its own has its index.
fn keyed<F, T, K: Ord>(
    list: Vec<F>,
    convert: impl Fn(F, u32) -> T,
    key: impl Fn(&T) -> K,
) -> BTreeMap<K, Arc<T>> {
    // One by one: collecting would bring a sort for each sort of part into the page.
    let mut keyed = BTreeMap::new();
    for (index, part) in (0..).zip(list) {
        let part = convert(part, index);
        keyed.insert(key(&part), Arc::new(part));
    }
    keyed
}

fn value<T>(field: Option<Checked<T>>) -> Option<T> {
    field.map(Checked::into_inner)
}

fn clock(file: v1::Clock) -> Clock {
    let mut clock = Clock {
        running_since: value(file.running_since),
        ..Clock::default()
    };
    let times = [
        (Phase::Facts, file.facts),
        (Phase::Causes, file.causes),
        (Phase::Actions, file.actions),
    ];
    for (phase, stored) in times {
        let time = clock.of_mut(phase);
        if let Some(stored) = stored {
            time.minutes = stored.minutes.map_or(time.minutes, |minutes| minutes.0);
            time.spent = stored.spent;
        }
    }
    clock
}

fn category(file: v1::Category, index: u32) -> Category {
    Category {
        id: file.id.0,
        name: file.name.0,
        colour: file.colour.0,
        order: file.order.unwrap_or(index),
    }
}

fn area(file: v1::Area, index: u32) -> Area {
    Area {
        id: file.id.0,
        name: file.name.0,
        order: file.order.unwrap_or(index),
    }
}

fn factor(file: v1::Factor, index: u32) -> Factor {
    Factor {
        id: file.id.0,
        statement: file.statement.0,
        role: file.role.0,
        category: value(file.category),
        area: value(file.area),
        join: file.join.0,
        given: file.given,
        unverified: file.unverified,
        time: value(file.time),
        note: value(file.note),
        pin: file.pin.map(OnMap::into_inner),
        dismissed: file
            .dismissed
            .into_iter()
            .map(Checked::into_inner)
            .collect(),
        order: file.order.unwrap_or(index),
    }
}

fn link(file: v1::Link, index: u32) -> Link {
    Link {
        id: file.id.0,
        cause: file.cause.0,
        effect: file.effect.0,
        kind: file.kind.0,
        test: file.test.0,
        mechanism: value(file.mechanism),
        order: file.order.unwrap_or(index),
    }
}

fn account(file: v1::Account, index: u32) -> Account {
    Account {
        id: file.id.0,
        link: file.link.0,
        by: value(file.by),
        text: file.text.0,
        test: file.test.0,
        order: file.order.unwrap_or(index),
    }
}

fn evidence(file: v1::Evidence, index: u32) -> Evidence {
    Evidence {
        id: file.id.0,
        about: subject(file.about),
        stance: file.stance.0,
        body: match file.body {
            v1::EvidenceBody::Note(text) => EvidenceBody::Note(text.0),
            v1::EvidenceBody::Quotation(text) => EvidenceBody::Quotation(text.0),
            v1::EvidenceBody::Address(address) => EvidenceBody::Address(address.0),
        },
        source: value(file.source),
        time: value(file.time),
        order: file.order.unwrap_or(index),
    }
}

fn action(file: v1::Action, index: u32) -> Action {
    let target = |target| match target {
        v1::Target::Factor(id) => Target::Factor(id.0),
        v1::Target::Link(id) => Target::Link(id.0),
    };
    Action {
        id: file.id.0,
        statement: file.statement.0,
        kind: file.kind.0,
        aim: value(file.aim),
        addresses: file.addresses.into_iter().map(target).collect(),
        owner: value(file.owner),
        due: value(file.due),
        observable: value(file.observable),
        review: value(file.review),
        result: value(file.result),
        note: value(file.note),
        order: file.order.unwrap_or(index),
    }
}

fn prediction(file: v1::Prediction, index: u32) -> Prediction {
    Prediction {
        id: file.id.0,
        seal: file.seal.0,
        sealed_at: file.sealed_at.0,
        opened: value(file.opened),
        order: file.order.unwrap_or(index),
    }
}

fn note(file: v1::Note, index: u32) -> Note {
    Note {
        id: file.id.0,
        kind: file.kind.0,
        text: file.text.0,
        about: subject(file.about),
        order: file.order.unwrap_or(index),
    }
}

fn pinned(file: v1::Pinned, index: u32) -> Pinned {
    Pinned {
        id: file.id.0,
        question: file.question.0,
        factor: value(file.factor),
        without: file.without.into_iter().map(Checked::into_inner).collect(),
        order: file.order.unwrap_or(index),
    }
}

fn query(file: v1::SavedQuery, index: u32) -> SavedQuery {
    SavedQuery {
        id: file.id.0,
        name: file.name.0,
        text: file.text.0,
        order: file.order.unwrap_or(index),
    }
}

fn comment(file: v1::Comment, index: u32) -> Comment {
    Comment {
        id: file.id.0,
        about: subject(file.about),
        text: file.text.0,
        by: value(file.by),
        at: file.at.0,
        resolved: file.resolved,
        order: file.order.unwrap_or(index),
    }
}

fn version(file: v1::Version, _: u32) -> Version {
    Version {
        id: file.id.0,
        name: file.name.0,
        at: file.at.0,
        content: file.content.0,
    }
}

fn rounds(list: Vec<v1::Round>) -> Rounds {
    let mut rounds = Rounds::default();
    for file in list {
        rounds.insert(Arc::new(round(file)));
    }
    rounds
}

fn round(file: v1::Round) -> Round {
    Round {
        id: file.id.0,
        revealed: file.revealed,
        opened: file.opened.0,
        about: value(file.about),
        turn: file.turn,
        dots: Round::dots_near(file.dots),
    }
}

fn ballot(file: v1::Ballot, _: u32) -> Ballot {
    Ballot {
        id: file.id.0,
        about: match file.about {
            v1::Choice::Factor(id) => Choice::Factor(id.0),
            v1::Choice::Action(id) => Choice::Action(id.0),
        },
        kind: file.kind.0,
        dots: Round::dots_near(file.dots),
    }
}

fn subject(about: Option<v1::Subject>) -> Subject {
    match about {
        None => Subject::Incident,
        Some(v1::Subject::Factor(id)) => Subject::Factor(id.0),
        Some(v1::Subject::Link(id)) => Subject::Link(id.0),
        Some(v1::Subject::Account(id)) => Subject::Account(id.0),
    }
}
