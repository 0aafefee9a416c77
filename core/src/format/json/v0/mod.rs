//! Version 0, the hand-coded shape that was there before the format had a name, and its step to
//! version 1.
//!
//! It is recognised by having factors and links at the top and no `format`. What changed:
//!
//! - A factor's `kind` mixed categories with roles. *event* and *outcome* become roles; *process,
//!   communication, tooling, human* become categories, *technical* a fifth one.
//! - Sources become evidence about the incident; the place in the source that backed a factor becomes
//!   evidence about the factor. How a coder got hold of a source (`access`) says nothing about the
//!   incident and is left behind.
//! - A link's note becomes its mechanism. Links had no ids: they are called l1, l2, … by their turn.
//! - A *fix* becomes an action that starts something and prevents.

mod upgrade;

use super::{
    error::Read,
    field::Checked,
    tree::Node,
    value::{Value, or_default, required},
};
use crate::model::{ActionId, FactorId, Label, Text, WebAddress, When};

pub(super) use upgrade::path_in_text;

#[derive(Debug)]
pub(super) struct File {
    title: Checked<Label>,
    date: Option<Checked<When>>,
    summary: Option<Checked<Text>>,
    sources: Vec<Source>,
    factors: Vec<Factor>,
    links: Vec<Link>,
    actions: Vec<Action>,
}

#[derive(Debug)]
struct Source {
    title: Checked<Label>,
    publisher: Option<Checked<Label>>,
    /// A day where it was known; else words such as "undated" or "1999-11".
    date: Option<Checked<Label>>,
    url: Checked<WebAddress>,
}

#[derive(Debug)]
struct Factor {
    id: Checked<FactorId>,
    label: Checked<Label>,
    kind: Kind,
    /// Where in the source it is said.
    evidence: Option<Checked<Text>>,
    at: Option<Checked<When>>,
    unverified: bool,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Process,
    Communication,
    Tooling,
    Human,
    Technical,
    Event,
    Outcome,
}

#[derive(Debug)]
struct Link {
    from: Checked<FactorId>,
    to: Checked<FactorId>,
    note: Option<Checked<Text>>,
}

#[derive(Debug)]
struct Action {
    id: Checked<ActionId>,
    label: Checked<Label>,
    addresses: Vec<Checked<FactorId>>,
    kind: ActionType,
}

#[derive(Debug, Clone, Copy)]
enum ActionType {
    Start,
    Stop,
    Continue,
    Experiment,
    Fix,
}

impl File {
    pub(super) fn read(node: Node) -> Read<Self> {
        let known = [
            "title", "date", "summary", "sources", "factors", "links", "actions",
        ];
        let object = node.object("file", &known)?;
        Ok(Self {
            title: required(object, "title")?,
            date: or_default(object, "date")?,
            summary: or_default(object, "summary")?,
            sources: list(object, "sources", Source::read)?,
            factors: list(object, "factors", Factor::read)?,
            links: list(object, "links", Link::read)?,
            actions: list(object, "actions", Action::read)?,
        })
    }
}

/// A list, none where it is left out. The two that tell the version are there.
fn list<T>(object: Node, name: &str, read: fn(Node) -> Read<T>) -> Read<Vec<T>> {
    let mut list = Vec::new();
    if let Some(node) = object.field(name) {
        for item in node.list()? {
            list.push(read(item)?);
        }
    }
    Ok(list)
}

impl Source {
    fn read(node: Node) -> Read<Self> {
        let known = ["title", "publisher", "date", "url", "access"];
        let object = node.object("source", &known)?;
        if let Some(access) = object.field("access").filter(|access| !access.is_null()) {
            access.words("words in quotes")?;
        }
        Ok(Self {
            title: required(object, "title")?,
            publisher: or_default(object, "publisher")?,
            date: or_default(object, "date")?,
            url: required(object, "url")?,
        })
    }
}

impl Factor {
    fn read(node: Node) -> Read<Self> {
        let known = ["id", "label", "kind", "evidence", "at", "unverified"];
        let object = node.object("factor", &known)?;
        Ok(Self {
            id: required(object, "id")?,
            label: required(object, "label")?,
            kind: word(object, "kind", &Kind::ALL)?,
            evidence: or_default(object, "evidence")?,
            at: or_default(object, "at")?,
            unverified: or_default(object, "unverified")?,
        })
    }
}

impl Link {
    fn read(node: Node) -> Read<Self> {
        let object = node.object("link", &["from", "to", "note"])?;
        Ok(Self {
            from: required(object, "from")?,
            to: required(object, "to")?,
            note: or_default(object, "note")?,
        })
    }
}

impl Action {
    fn read(node: Node) -> Read<Self> {
        let object = node.object("action", &["id", "label", "addresses", "type"])?;
        Ok(Self {
            id: required(object, "id")?,
            label: required(object, "label")?,
            addresses: list(object, "addresses", Checked::read)?,
            kind: word(object, "type", &ActionType::ALL)?,
        })
    }
}

/// A field that holds one of a few words.
fn word<T: Copy, const N: usize>(object: Node, name: &str, known: &[(&str, T); N]) -> Read<T> {
    let node = object.field(name).ok_or_else(|| object.lacks(name))?;
    let index = node.word(&known.each_ref().map(|(word, _)| *word))?;
    let found = known.get(index).map(|(_, value)| *value);
    found.ok_or_else(|| object.lacks(name))
}

impl Kind {
    const ALL: [(&str, Self); 7] = [
        ("process", Self::Process),
        ("communication", Self::Communication),
        ("tooling", Self::Tooling),
        ("human", Self::Human),
        ("technical", Self::Technical),
        ("event", Self::Event),
        ("outcome", Self::Outcome),
    ];
}

impl ActionType {
    const ALL: [(&str, Self); 5] = [
        ("start", Self::Start),
        ("stop", Self::Stop),
        ("continue", Self::Continue),
        ("experiment", Self::Experiment),
        ("fix", Self::Fix),
    ];
}
