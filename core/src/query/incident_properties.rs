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

/// Properties on their way to a part.
struct Told<'a> {
    all: Properties,
    words: &'a mut Words,
}

// Each in one place: written out at every property they would be a third of the graph's code.
impl<'a> Told<'a> {
    fn of(words: &'a mut Words) -> Self {
        let all = Vec::new();
        Self { all, words }
    }

    #[inline(never)]
    fn text(&mut self, name: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.all.push((name, Value::text(text)));
        }
    }

    /// A text that other parts have, too.
    #[inline(never)]
    fn word(&mut self, name: &'static str, word: Option<&str>) {
        if let Some(word) = word {
            let Words(words) = &mut *self.words;
            let word = words.intern(word);
            self.all.push((name, Value::Text(words.shared(word))));
        }
    }

    #[inline(never)]
    fn time(&mut self, name: &'static str, time: Option<When>) {
        if let Some(time) = time {
            self.all.push((name, Value::Time(time)));
        }
    }

    #[inline(never)]
    fn flag(&mut self, name: &'static str, flag: bool) {
        self.all.push((name, Value::Boolean(flag)));
    }

    fn label(&mut self, name: &'static str, label: Option<&Label>) {
        self.text(name, label.map(Label::as_str));
    }

    fn note(&mut self, name: &'static str, note: Option<&Text>) {
        self.text(name, note.map(Text::as_str));
    }
}

pub(super) fn of_incident(incident: &Incident, words: &mut Words) -> Properties {
    let mut told = Told::of(words);
    told.text("id", Some(incident.id.as_str()));
    told.label("title", incident.title.as_ref());
    told.time("date", incident.date);
    told.note("summary", incident.summary.as_ref());
    told.word("phase", Some(incident.phase.word()));
    told.all
}

pub(super) fn of_factor(factor: &Factor, incident: &Incident, words: &mut Words) -> Properties {
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    let area = factor.area.as_ref();
    let area = area.and_then(|id| incident.areas.get(id));
    let mut told = Told::of(words);
    told.text("id", Some(factor.id.as_str()));
    told.label("statement", Some(&factor.statement));
    told.word("role", Some(factor.role.word()));
    told.word("category", category.map(|category| category.name.as_str()));
    told.word("area", area.map(|area| area.name.as_str()));
    told.word("join", Some(factor.join.word()));
    told.flag("given", factor.given);
    told.flag("unverified", factor.unverified);
    told.time("time", factor.time);
    told.note("note", factor.note.as_ref());
    told.all
}

/// `test` is what the file says; `disputed` says that accounts disagree, so that the link counts as
/// untested.
pub(super) fn of_link(link: &Link, disputed: bool, words: &mut Words) -> Properties {
    let mut told = Told::of(words);
    told.text("id", Some(link.id.as_str()));
    told.word("kind", Some(link.kind.word()));
    told.word("test", Some(link.test.word()));
    told.note("mechanism", link.mechanism.as_ref());
    told.flag("disputed", disputed);
    told.all
}

pub(super) fn of_action(action: &Action, words: &mut Words) -> Properties {
    let mut told = Told::of(words);
    told.text("id", Some(action.id.as_str()));
    told.label("statement", Some(&action.statement));
    told.word("kind", Some(action.kind.word()));
    told.word("aim", action.aim.map(ActionAim::word));
    told.label("owner", action.owner.as_ref());
    told.time("due", action.due.map(When::Day));
    told.note("observable", action.observable.as_ref());
    told.time("review", action.review.map(When::Day));
    told.word("result", action.result.map(ActionResult::word));
    told.note("note", action.note.as_ref());
    told.all
}

pub(super) fn of_evidence(evidence: &Evidence, words: &mut Words) -> Properties {
    let (kind, body) = match &evidence.body {
        EvidenceBody::Note(words) => ("note", words.as_str()),
        EvidenceBody::Quotation(words) => ("quotation", words.as_str()),
        EvidenceBody::Address(address) => ("address", address.as_str()),
    };
    let mut told = Told::of(words);
    told.text("id", Some(evidence.id.as_str()));
    told.word("stance", Some(evidence.stance.word()));
    told.word("kind", Some(kind));
    told.text("body", Some(body));
    told.label("source", evidence.source.as_ref());
    told.time("time", evidence.time);
    told.all
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
