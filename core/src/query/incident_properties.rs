//! The parts of an incident as properties, named as the file format names them.

use crate::model::{
    Action, ActionAim, ActionResult, Evidence, EvidenceBody, Factor, Incident, Label, Link, Text,
    When,
};

use super::{graph::Names, value::Value};

/// Properties in the order they are shown.
pub(super) type Properties = Vec<(&'static str, Value)>;

/// Words that many parts share, kept once.
#[derive(Debug, Default)]
pub(super) struct Words(Names);

impl Words {
    fn word(&mut self, word: &str) -> Value {
        let word = self.0.intern(word);
        Value::Text(self.0.shared(word))
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

pub(super) fn of_factor(factor: &Factor, incident: &Incident, words: &mut Words) -> Properties {
    let mut word = |word: Option<&str>| word.map_or(Value::Null, |word| words.word(word));
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    let category = word(category.map(|category| category.name.as_str()));
    let area = factor.area.as_ref();
    let area = area.and_then(|id| incident.areas.get(id));
    let area = word(area.map(|area| area.name.as_str()));
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
    let mut word = |word: Option<&str>| word.map_or(Value::Null, |word| words.word(word));
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
