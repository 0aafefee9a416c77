//! The parts of an incident as properties, named as the file format names them.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{
    Action, ActionAim, ActionResult, AreaId, CategoryId, Evidence, EvidenceBody, Factor, Incident,
    Label, Link, Text, When,
};

use super::value::Value;

/// Properties in the order they are shown.
pub(super) type Properties = Vec<(&'static str, Value)>;

/// Words that many parts share, kept once.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: BTreeMap<&'static str, Arc<str>>,
    categories: BTreeMap<CategoryId, Arc<str>>,
    areas: BTreeMap<AreaId, Arc<str>>,
}

impl Words {
    /// Takes the names of the incident's categories and areas.
    pub(super) fn begin(&mut self, incident: &Incident) {
        let categories = incident.categories.values();
        self.categories = categories
            .map(|c| (c.id.clone(), c.name.as_str().into()))
            .collect();
        let areas = incident.areas.values();
        self.areas = areas
            .map(|area| (area.id.clone(), area.name.as_str().into()))
            .collect();
    }

    fn word(&mut self, word: &'static str) -> Value {
        Value::Text(Arc::clone(
            self.known.entry(word).or_insert_with(|| word.into()),
        ))
    }
}

pub(super) fn of_incident(incident: &Incident) -> Properties {
    vec![
        ("id", text(incident.id.as_str())),
        ("title", maybe(incident.title.as_ref().map(Label::as_str))),
        ("date", time(incident.date)),
        (
            "summary",
            maybe(incident.summary.as_ref().map(Text::as_str)),
        ),
        ("phase", text(incident.phase.word())),
    ]
}

pub(super) fn of_factor(factor: &Factor, words: &mut Words) -> Properties {
    let category = factor
        .category
        .as_ref()
        .and_then(|id| words.categories.get(id));
    let category = category.map_or(Value::Null, |name| Value::Text(Arc::clone(name)));
    let area = factor.area.as_ref().and_then(|id| words.areas.get(id));
    let area = area.map_or(Value::Null, |name| Value::Text(Arc::clone(name)));
    vec![
        ("id", text(factor.id.as_str())),
        ("statement", text(factor.statement.as_str())),
        ("role", words.word(factor.role.word())),
        ("category", category),
        ("area", area),
        ("join", words.word(factor.join.word())),
        ("given", Value::Boolean(factor.given)),
        ("unverified", Value::Boolean(factor.unverified)),
        ("time", time(factor.time)),
        ("note", maybe(factor.note.as_ref().map(Text::as_str))),
    ]
}

/// `test` is what the file says; `disputed` says that accounts disagree, so that the link counts as
/// untested.
pub(super) fn of_link(link: &Link, disputed: bool, words: &mut Words) -> Properties {
    vec![
        ("id", text(link.id.as_str())),
        ("kind", words.word(link.kind.word())),
        ("test", words.word(link.test.word())),
        (
            "mechanism",
            maybe(link.mechanism.as_ref().map(Text::as_str)),
        ),
        ("disputed", Value::Boolean(disputed)),
    ]
}

pub(super) fn of_action(action: &Action, words: &mut Words) -> Properties {
    let mut word = |word: Option<&'static str>| word.map_or(Value::Null, |word| words.word(word));
    vec![
        ("id", text(action.id.as_str())),
        ("statement", text(action.statement.as_str())),
        ("kind", word(Some(action.kind.word()))),
        ("aim", word(action.aim.map(ActionAim::word))),
        ("owner", maybe(action.owner.as_ref().map(Label::as_str))),
        ("due", time(action.due.map(When::Day))),
        (
            "observable",
            maybe(action.observable.as_ref().map(Text::as_str)),
        ),
        ("review", time(action.review.map(When::Day))),
        ("result", word(action.result.map(ActionResult::word))),
        ("note", maybe(action.note.as_ref().map(Text::as_str))),
    ]
}

pub(super) fn of_evidence(evidence: &Evidence, words: &mut Words) -> Properties {
    let (kind, body) = match &evidence.body {
        EvidenceBody::Note(words) => ("note", words.as_str()),
        EvidenceBody::Quotation(words) => ("quotation", words.as_str()),
        EvidenceBody::Address(address) => ("address", address.as_str()),
    };
    vec![
        ("id", text(evidence.id.as_str())),
        ("stance", words.word(evidence.stance.word())),
        ("kind", words.word(kind)),
        ("body", text(body)),
        ("source", maybe(evidence.source.as_ref().map(Label::as_str))),
        ("time", time(evidence.time)),
    ]
}

/// The labels a query over incidents can name.
pub(super) const LABELS: [&str; 10] = [
    "Factor",
    "Outcome",
    "Event",
    "Condition",
    "Safeguard",
    "Luck",
    "Action",
    "Evidence",
    "Incident",
    "Theme",
];

/// The relationship types it can name.
pub(super) const TYPES: [&str; 7] = [
    "CONTRIBUTES_TO",
    "HELD_BACK",
    "ADDRESSES",
    "SUPPORTS",
    "DISPUTES",
    "PART_OF",
    "OCCURS_AS",
];

/// The properties it can name.
pub(super) const PROPERTIES: [&str; 28] = [
    "id",
    "statement",
    "role",
    "category",
    "area",
    "join",
    "given",
    "unverified",
    "time",
    "note",
    "kind",
    "test",
    "mechanism",
    "disputed",
    "aim",
    "owner",
    "due",
    "observable",
    "review",
    "result",
    "stance",
    "body",
    "source",
    "link",
    "title",
    "date",
    "summary",
    "phase",
];

fn text(text: &str) -> Value {
    Value::text(text)
}

fn maybe(words: Option<&str>) -> Value {
    words.map_or(Value::Null, text)
}

fn time(when: Option<When>) -> Value {
    when.map_or(Value::Null, Value::Time)
}
