//! The step from version 0 to version 1.

use super::{Action, ActionType, Factor, File, Kind, Link, Source};
use crate::{
    format::json::{
        field::Checked,
        path::{Path, Step},
        v1,
    },
    model::{
        ActionAim, ActionKind, Colour, EvidenceId, Incident, IncidentId, Label, LinkId, Role, When,
        tidy,
    },
};

/// How a path in version 1 is called in a text of version 0.
pub(in crate::format::json) fn path_in_text(path: Path) -> Path {
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
            clock: None,
            rules: None,
            density: Checked::default(),
            by_time: false,
            categories: Some(categories()),
            areas: Vec::new(),
            evidence: evidence(&file.sources, &file.factors),
            factors: file.factors.into_iter().map(v1::Factor::from).collect(),
            links: (1..).zip(file.links).map(link).collect(),
            accounts: Vec::new(),
            actions: file.actions.into_iter().map(v1::Action::from).collect(),
            predictions: Vec::new(),
            pinned: Vec::new(),
            queries: Vec::new(),
            comments: Vec::new(),
            versions: Vec::new(),
            rounds: Vec::new(),
            ballots: Vec::new(),
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
            dismissed: Vec::new(),
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
        passes: Vec::new(),
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
