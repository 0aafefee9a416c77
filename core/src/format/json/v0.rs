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

use super::{
    error::Read,
    field::Checked,
    path::{Path, Step},
    tree::Node,
    v1,
    value::{Value, or_default, required},
};
use crate::model::{
    ActionAim, ActionId, ActionKind, Colour, EvidenceId, FactorId, Incident, IncidentId, Label,
    LinkId, Role, Text, WebAddress, When, tidy,
};

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

/// How a path in version 1 is called in a text of version 0.
pub(super) fn path_in_text(path: Path) -> Path {
    let renamed = path.0.into_iter().filter_map(|step| match step {
        Step::Field("incident" | "factor") => None,
        Step::Field("cause") => Some(Step::Field("from")),
        Step::Field("effect") => Some(Step::Field("to")),
        other => Some(other),
    });
    Path(renamed.collect())
}

impl From<File> for v1::File {
    fn from(file: File) -> Self {
        let incident = v1::Incident {
            id: Checked(IncidentId::from_words(file.title.0.as_str())),
            title: Some(file.title.clone()),
            date: file.date,
            summary: file.summary,
            phase: Checked::default(),
            categories: Some(categories()),
            areas: Vec::new(),
            evidence: evidence(&file.sources, &file.factors),
            factors: file.factors.into_iter().map(v1::Factor::from).collect(),
            links: (1..).zip(file.links).map(link).collect(),
            accounts: Vec::new(),
            actions: file.actions.into_iter().map(v1::Action::from).collect(),
            predictions: Vec::new(),
            notes: Vec::new(),
        };
        Self {
            format: v1::Format::Whyweb,
            version: 1,
            incident,
            document: None,
        }
    }
}

/// The four a new incident starts with, and *technical*.
fn categories() -> Vec<v1::Category> {
    let started = Incident::new(IncidentId::numbered("", 0));
    let four = started.categories_in_order().into_iter().map(|category| {
        let (name, colour) = (category.name.clone(), category.colour);
        (category.id.clone(), name, colour)
    });
    let fifth = "technical".parse().ok().zip(Label::new("Technical").ok());
    let fifth = fifth.map(|(id, name)| (id, name, Colour::Sky));
    (1..)
        .zip(four.chain(fifth))
        .map(|(turn, (id, name, colour))| v1::Category {
            id: Checked(id),
            name: Checked(name),
            colour: Checked(colour),
            order: Some(turn),
        })
        .collect()
}

fn evidence(sources: &[Source], factors: &[Factor]) -> Vec<v1::Evidence> {
    let blank = |id, about, body| v1::Evidence {
        id: Checked(id),
        about,
        stance: Checked::default(),
        body,
        source: None,
        time: None,
        order: None,
        loose: false,
    };
    let about_incident = (1..).zip(sources).map(|(number, source)| {
        let id = EvidenceId::numbered("s", number);
        let time = source.day();
        let mut words = vec![source.title.0.as_str()];
        words.extend(
            source
                .publisher
                .iter()
                .map(|publisher| publisher.0.as_str()),
        );
        // A date that names no day stays as words.
        let date = source.date.iter().filter(|_| time.is_none());
        words.extend(date.map(|date| date.0.as_str()));
        v1::Evidence {
            source: tidy(&words.join(", ")).map(Checked),
            time: time.map(Checked),
            ..blank(id, None, v1::EvidenceBody::Address(source.url.clone()))
        }
    });
    let said = factors
        .iter()
        .filter_map(|factor| Some((factor.id.clone(), factor.evidence.clone()?)));
    let about_factors = (1..)
        .zip(said)
        .map(|(number, (factor, place))| v1::Evidence {
            source: sources.first().map(|source| source.title.clone()),
            ..blank(
                EvidenceId::numbered("e", number),
                Some(v1::Subject::Factor(factor)),
                v1::EvidenceBody::Note(place),
            )
        });
    about_incident.chain(about_factors).collect()
}

impl Source {
    fn day(&self) -> Option<When> {
        self.date.as_ref()?.0.as_str().parse().ok()
    }
}

impl From<Factor> for v1::Factor {
    fn from(factor: Factor) -> Self {
        let role = match factor.kind {
            Kind::Event => Role::Event,
            Kind::Outcome => Role::Outcome,
            _ => Role::Condition,
        };
        Self {
            id: factor.id,
            statement: factor.label,
            role: Checked(role),
            category: factor
                .kind
                .category()
                .and_then(|id| id.parse().ok())
                .map(Checked),
            area: None,
            join: Checked::default(),
            given: false,
            unverified: factor.unverified,
            time: factor.at,
            note: None,
            pin: None,
            position: None,
            order: None,
            loose: false,
        }
    }
}

impl Kind {
    /// The id of the category it becomes, if it becomes one.
    fn category(self) -> Option<&'static str> {
        match self {
            Self::Process => Some("process"),
            Self::Communication => Some("communication"),
            Self::Tooling => Some("tooling"),
            Self::Human => Some("human"),
            Self::Technical => Some("technical"),
            Self::Event | Self::Outcome => None,
        }
    }
}

fn link((number, link): (usize, Link)) -> v1::Link {
    v1::Link {
        id: Checked(LinkId::numbered("l", number)),
        cause: link.from,
        effect: link.to,
        kind: Checked::default(),
        test: Checked::default(),
        mechanism: link.note,
        order: None,
        loose: false,
    }
}

impl From<Action> for v1::Action {
    fn from(action: Action) -> Self {
        let (kind, aim) = match action.kind {
            ActionType::Start => (ActionKind::Start, None),
            ActionType::Stop => (ActionKind::Stop, None),
            ActionType::Continue => (ActionKind::Continue, None),
            ActionType::Experiment => (ActionKind::Experiment, None),
            ActionType::Fix => (ActionKind::Start, Some(ActionAim::Prevents)),
        };
        Self {
            id: action.id,
            statement: action.label,
            kind: Checked(kind),
            aim: aim.map(Checked),
            addresses: action
                .addresses
                .into_iter()
                .map(v1::Target::Factor)
                .collect(),
            owner: None,
            due: None,
            observable: None,
            review: None,
            result: None,
            note: None,
            order: None,
            loose: false,
        }
    }
}
