//! What a file or some pasted words become: an incident to open, and what there is to say about it.

use whyweb_core::{
    command::Head,
    engine::Engine,
    format::{Readable, json, outline, recognise, svg_map},
    model::{Incident, tidy},
};

use super::{autosave::entry, library};
use crate::{
    drafts::sentence,
    platform::{
        Failure, file::TextFile, measure::CanvasMeasure, random, store::Entry, store::Store,
    },
};

/// An incident that was read and is not open yet.
pub struct Import {
    engine: Engine,
    first: First,
    /// What to tell about it.
    pub report: Report,
}

/// What has to be done to the store before an import opens.
enum First {
    /// Nothing: an open incident stores itself.
    Nothing,
    /// The document is stored as the file carries it.
    Keep(Vec<u8>),
    /// The incident is taken out of the bin.
    TakeOut(Entry),
}

/// What there is to say about an import before it opens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What it is called.
    pub name: String,
    /// How much of what was read.
    pub counts: String,
    /// Whether this device has the same incident already, and how this one relates to it.
    pub meets: Meets,
    /// What the reader of notes has to say, with line numbers.
    pub remarks: Vec<String>,
}

impl Report {
    /// Whether there is anything that a person would want to know before it opens.
    pub fn is_worth_reading(&self) -> bool {
        self.meets == Meets::Other || !self.remarks.is_empty()
    }
}

/// How an import relates to what this device has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Meets {
    /// It is new here.
    #[default]
    Nothing,
    /// The very same is here, so that one opens.
    Same,
    /// The same incident with other content is here, so this one opens as a copy.
    Other,
}

/// Reads what was handed over. Nothing is stored, and nothing that is open changes.
pub async fn read(file: &TextFile, store: Option<&Store>) -> Result<Import, Failure> {
    let read = parse(file)?;
    let mut report = Report {
        counts: counts(&read.incident),
        remarks: read.remarks,
        ..Report::default()
    };
    let known = match store {
        Some(store) => find(store, &read.incident).await?,
        None => None,
    };
    let (engine, first) = match (known, store) {
        (Some(entry), Some(store)) => {
            let here = library::open(store, &read.incident.id).await?;
            if has_same_content(&here.snapshot().incident, &read.incident) {
                report.meets = Meets::Same;
                (here, First::TakeOut(entry))
            } else {
                report.meets = Meets::Other;
                (library::begin(&copy(read.incident)), First::Nothing)
            }
        }
        _ => begin(&read.incident, read.document),
    };
    engine
        .snapshot()
        .incident
        .name()
        .clone_into(&mut report.name);
    Ok(Import {
        engine,
        first,
        report,
    })
}

/// Stores what has to be stored first, and gives the engine to open.
pub async fn settle(import: Import, store: Option<&Store>) -> Result<Engine, Failure> {
    match (store, import.first) {
        (Some(store), First::Keep(state)) => {
            let entry = entry(&import.engine.snapshot().incident);
            store.append(&entry, &[state]).await?;
        }
        (Some(store), First::TakeOut(entry)) if entry.deleted.is_some() => {
            library::set_deleted(store, &entry, false).await?;
        }
        _ => {}
    }
    Ok(import.engine)
}

/// What a file holds.
pub struct Parsed {
    /// The incident.
    pub incident: Incident,
    /// The document, where the file carries one.
    pub document: Option<Vec<u8>>,
    /// What the reader of notes has to say, with line numbers.
    pub remarks: Vec<String>,
}

/// Reads a file of any of our formats.
pub fn parse(file: &TextFile) -> Result<Parsed, Failure> {
    let format = recognise(&file.name, &file.text).ok_or_else(|| {
        Failure::new(
            "this file holds no text; bring a .whyweb.json, an SVG that Whyweb has written, or \
             indented notes",
        )
    })?;
    match format {
        Readable::Json => parse_json(&file.text),
        Readable::Svg => {
            let map = svg_map::read(&file.text).map_err(|why| Failure::new(why.to_string()))?;
            parse_json(&map)
        }
        Readable::Outline => parse_notes(&file.text),
    }
}

fn parse_json(text: &str) -> Result<Parsed, Failure> {
    let reading = json::read(text).map_err(|why| Failure::new(why.to_string()))?;
    Ok(Parsed {
        incident: reading.incident,
        document: reading.document,
        remarks: Vec::new(),
    })
}

fn parse_notes(text: &str) -> Result<Parsed, Failure> {
    // Notes hold no identity: reading them twice makes two incidents.
    let reading = outline::read(text, "").map_err(|why| Failure::new(why.to_string()))?;
    let incident = Incident {
        id: random::id(),
        ..reading.incident
    };
    if incident.factors.is_empty() && incident.notes.is_empty() && incident.actions.is_empty() {
        return Err(Failure::new(
            "there is nothing in these notes; write one line for each thing that was so, and indent \
             what led to it below",
        ));
    }
    Ok(Parsed {
        incident,
        document: None,
        remarks: reading.remarks.iter().map(sentence).collect(),
    })
}

/// The entry of this very incident, in the bin or not.
async fn find(store: &Store, incident: &Incident) -> Result<Option<Entry>, Failure> {
    let entries = store.list().await?;
    let mut entries = entries.into_iter();
    Ok(entries.find(|entry| entry.id == incident.id.as_str()))
}

/// An engine over the document that the file carries, so that merging two copies later is a true
/// merge; over the readable part alone where the two do not say the same.
fn begin(incident: &Incident, document: Option<Vec<u8>>) -> (Engine, First) {
    let loaded = document.and_then(|state| {
        let measure = Box::new(CanvasMeasure::new());
        let id = incident.id.clone();
        let engine = Engine::of_copy(id, random::client(), &state, measure).ok()?;
        has_same_content(&engine.snapshot().incident, incident)
            .then_some((engine, First::Keep(state)))
    });
    loaded.unwrap_or_else(|| (library::begin(incident), First::Nothing))
}

/// Whether two say the same. Where the cards lie is no content.
fn has_same_content(one: &Incident, two: &Incident) -> bool {
    Head::of(one) == Head::of(two)
        && one.factors == two.factors
        && one.links == two.links
        && one.accounts == two.accounts
        && one.evidence == two.evidence
        && one.actions == two.actions
        && one.predictions == two.predictions
        && one.notes == two.notes
        && one.categories == two.categories
        && one.areas == two.areas
}

fn copy(incident: Incident) -> Incident {
    let name = format!("{} (copy)", incident.name());
    Incident {
        id: random::id(),
        title: tidy(&name),
        ..incident
    }
}

/// Such as "32 factors, 34 links, 4 actions and 1 note".
fn counts(incident: &Incident) -> String {
    let parts = [
        (incident.factors.len(), "factor"),
        (incident.links.len(), "link"),
        (incident.actions.len(), "action"),
        (incident.notes.len(), "note"),
    ];
    let mut words: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .collect();
    match (words.pop(), words.is_empty()) {
        (Some(last), false) => format!("{} and {last}", words.join(", ")),
        (Some(only), true) => only,
        (None, _) => "nothing yet".to_owned(),
    }
}

/// Such as "1 factor" or "3 factors".
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
