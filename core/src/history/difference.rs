//! What changed between two states of an incident, in words.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{Action, ActionAim, ActionResult, Factor, Incident, Link, Target, Text};

/// What changed of a part: a field, and its words before and after; none where it had none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What the screen calls it.
    pub name: &'static str,
    /// Its words before.
    pub before: String,
    /// Its words after.
    pub after: String,
}

/// A part that is there before and after, but not as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change<T> {
    /// The part as it is after.
    pub part: Arc<T>,
    /// What changed; at least one field.
    pub fields: Vec<Field>,
}

/// What changed among the parts of one sort, each list in identity order.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes<T> {
    /// There after, not before.
    pub added: Vec<Arc<T>>,
    /// There before, not after.
    pub removed: Vec<Arc<T>>,
    /// There both times.
    pub changed: Vec<Change<T>>,
}

impl<T> Changes<T> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

/// What changed between two states of an incident. Turns and places do not count.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Of the incident itself.
    pub head: Vec<Field>,
    /// Of its factors.
    pub factors: Changes<Factor>,
    /// Of its links.
    pub links: Changes<Link>,
    /// Of its actions.
    pub actions: Changes<Action>,
    /// How many parts of other sorts came, went or changed, where any did.
    pub others: Vec<(&'static str, usize)>,
}

impl Difference {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
            && self.factors.is_empty()
            && self.links.is_empty()
            && self.actions.is_empty()
            && self.others.is_empty()
    }
}

/// What changed from one state of an incident to another. O(n log n) in the number of their parts.
pub fn difference(before: &Incident, after: &Incident) -> Difference {
    let count = |what, differ: usize| (differ > 0).then_some((what, differ));
    let others = [
        count(
            "categories",
            differing(&before.categories, &after.categories),
        ),
        count("areas", differing(&before.areas, &after.areas)),
        count("accounts", differing(&before.accounts, &after.accounts)),
        count("evidence", differing(&before.evidence, &after.evidence)),
        count(
            "predictions",
            differing(&before.predictions, &after.predictions),
        ),
        count("notes", differing(&before.notes, &after.notes)),
        count("pinned answers", differing(&before.pinned, &after.pinned)),
        count("saved queries", differing(&before.queries, &after.queries)),
    ];
    Difference {
        head: head(before, after),
        factors: changes(&before.factors, &after.factors, |old, new| {
            fields(&factor(old, before), &factor(new, after))
        }),
        links: changes(&before.links, &after.links, |old, new| {
            fields(&link(old, before), &link(new, after))
        }),
        actions: changes(&before.actions, &after.actions, |old, new| {
            fields(&action(old, before), &action(new, after))
        }),
        others: others.into_iter().flatten().collect(),
    }
}

fn changes<K: Ord, T: PartialEq>(
    before: &BTreeMap<K, Arc<T>>,
    after: &BTreeMap<K, Arc<T>>,
    fields: impl Fn(&T, &T) -> Vec<Field>,
) -> Changes<T> {
    let only_in = |one: &BTreeMap<K, Arc<T>>, other: &BTreeMap<K, Arc<T>>| {
        let only = one.iter().filter(|(id, _)| !other.contains_key(*id));
        only.map(|(_, part)| Arc::clone(part)).collect()
    };
    let changed = after.iter().filter_map(|(id, new)| {
        let fields = fields(before.get(id)?, new);
        let part = Arc::clone(new);
        (!fields.is_empty()).then_some(Change { part, fields })
    });
    Changes {
        added: only_in(after, before),
        removed: only_in(before, after),
        changed: changed.collect(),
    }
}

fn differing<K: Ord, T: PartialEq>(
    before: &BTreeMap<K, Arc<T>>,
    after: &BTreeMap<K, Arc<T>>,
) -> usize {
    let gone = before.keys().filter(|id| !after.contains_key(*id)).count();
    let other = after
        .iter()
        .filter(|(id, part)| before.get(*id) != Some(*part));
    gone + other.count()
}

type Words = Vec<(&'static str, String)>;

/// The fields whose words differ; both lists name the same fields.
fn fields(before: &Words, after: &Words) -> Vec<Field> {
    let pairs = before.iter().zip(after);
    pairs
        .filter(|((_, old), (_, new))| old != new)
        .map(|((name, old), (_, new))| Field {
            name,
            before: old.clone(),
            after: new.clone(),
        })
        .collect()
}

fn words<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn yes_or_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn head(before: &Incident, after: &Incident) -> Vec<Field> {
    let words = |incident: &Incident| -> Words {
        vec![
            ("title", words(incident.title.as_ref())),
            ("date", words(incident.date)),
            ("summary", words(incident.summary.as_ref())),
            ("phase", incident.phase.word().to_owned()),
            ("ground rules", words(incident.rules.as_ref())),
            ("density", incident.density.word().to_owned()),
            ("order by time", yes_or_no(incident.by_time)),
        ]
    };
    fields(&words(before), &words(after))
}

fn factor(factor: &Factor, incident: &Incident) -> Words {
    let category = factor.category.as_ref();
    let category = category.and_then(|id| incident.categories.get(id));
    let area = factor.area.as_ref().and_then(|id| incident.areas.get(id));
    vec![
        ("statement", factor.statement.to_string()),
        ("role", factor.role.word().to_owned()),
        ("category", words(category.map(|category| &category.name))),
        ("area", words(area.map(|area| &area.name))),
        ("join", factor.join.word().to_owned()),
        ("given", yes_or_no(factor.given)),
        ("unverified", yes_or_no(factor.unverified)),
        ("time", words(factor.time)),
        ("note", words(factor.note.as_ref())),
    ]
}

fn link(link: &Link, incident: &Incident) -> Words {
    let end = |id| words(incident.factors.get(id).map(|factor| &factor.statement));
    vec![
        ("cause", end(&link.cause)),
        ("effect", end(&link.effect)),
        ("kind", link.kind.word().to_owned()),
        ("test", link.test.word().to_owned()),
        ("mechanism", words(link.mechanism.as_ref())),
    ]
}

fn action(action: &Action, incident: &Incident) -> Words {
    let text = |text: &Option<Text>| words(text.as_ref());
    let addresses = action.addresses.iter().filter_map(|target| match target {
        Target::Factor(id) => Some(incident.factors.get(id)?.statement.to_string()),
        Target::Link(id) => {
            let link = incident.links.get(id)?;
            let end = |id| words(incident.factors.get(id).map(|factor| &factor.statement));
            Some(format!("{} → {}", end(&link.cause), end(&link.effect)))
        }
    });
    vec![
        ("statement", action.statement.to_string()),
        ("kind", action.kind.word().to_owned()),
        ("aim", words(action.aim.map(ActionAim::word))),
        ("addresses", addresses.collect::<Vec<_>>().join("; ")),
        ("owner", words(action.owner.as_ref())),
        ("due", words(action.due)),
        ("observable", text(&action.observable)),
        ("review", words(action.review)),
        ("result", words(action.result.map(ActionResult::word))),
        ("note", text(&action.note)),
    ]
}
