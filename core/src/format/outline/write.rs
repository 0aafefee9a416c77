//! Writes an incident as an outline that people can read and this program can read again.
//!
//! An outline holds less than an incident: statements, what caused what, times, actions and notes. A
//! factor with several effects stands below the first and is referred to below the others, so loops
//! end at a reference.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    clock,
    keep::DONE,
    lines::{self, Marker},
    question,
    reference::Reference,
    section::{self, UNLINKED_HEADING},
    statement::{self, AS_IT_STANDS, HELD_BACK, Meaning},
};
use crate::model::{Factor, FactorId, Incident, NoteKind, Role, When};

/// Below this depth a factor moves to the top of a list, so that no line grows longer than a person
/// or a program can take.
const DEEPEST: usize = 30;

/// Writes the incident as Markdown.
///
/// Every statement of a factor or an action and every note is written, and reading gives them back;
/// statements that say the same become one. Categories, areas, joins, tests, accounts, evidence and
/// predictions are not written.
pub fn write(incident: &Incident) -> String {
    let parts = [
        head(incident),
        web(incident),
        actions(incident),
        notes(incident, "Parking lot", NoteKind::ParkingLot),
        notes(incident, "Lessons", NoteKind::Lessons),
        notes(incident, "Notes", NoteKind::Imported),
    ];
    let written: Vec<String> = parts.into_iter().flatten().collect();
    let mut text = written.join("\n");
    text.push_str(if text.is_empty() { "\n" } else { "" });
    text
}

fn head(incident: &Incident) -> Vec<String> {
    let title = incident.title.as_ref().map(|title| {
        let words = title.as_str();
        let is_plain = section::label(words).is_none()
            && question::asks(words).is_none()
            && statement::without_emphasis(words) == words
            && !words.ends_with('#');
        let sign = if is_plain { "#" } else { "Title:" };
        format!("{sign} {words}\n")
    });
    let date = incident.date.map(|date| format!("Date: {date}\n"));
    let summary = incident.summary.as_ref();
    let summary = summary.map(|summary| format!("Summary: {}\n", fold(summary.as_str())));
    [title, date, summary].into_iter().flatten().collect()
}

/// The outcomes with what led to them, then everything that leads to none.
fn web(incident: &Incident) -> Vec<String> {
    let factors: Vec<&Factor> = incident
        .factors_in_order()
        .into_iter()
        .map(AsRef::as_ref)
        .collect();
    let (outcomes, others): (Vec<&Factor>, Vec<&Factor>) = factors
        .iter()
        .partition(|factor| factor.role == Role::Outcome);
    let mut told = BTreeSet::new();
    told.extend(outcomes.iter().map(|factor| &factor.id));
    let mut writer = Writer {
        date: incident.date,
        causes: causes(incident),
        told,
        put_off: Vec::new(),
        text: String::new(),
    };
    for outcome in outcomes {
        writer.tell(outcome);
    }
    let linked = std::mem::take(&mut writer.text);

    // Those that led to nothing first, then what is left of loops.
    let mut causes: BTreeSet<&FactorId> = BTreeSet::new();
    causes.extend(incident.links.values().map(|link| &link.cause));
    let (inner, last): (Vec<&Factor>, Vec<&Factor>) = others
        .into_iter()
        .partition(|factor| causes.contains(&factor.id));
    let mut rest = last.into_iter().chain(inner);
    loop {
        if let Some(factor) = writer.put_off.pop() {
            writer.tell(factor);
        } else if let Some(factor) = rest.next() {
            if writer.told.insert(&factor.id) {
                writer.tell(factor);
            }
        } else {
            break;
        }
    }
    [("Outcomes", linked), (UNLINKED_HEADING, writer.text)]
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(heading, list)| format!("## {heading}\n\n{list}"))
        .collect()
}

/// The causes of each factor by the turn of their links, as far as they are there.
fn causes(incident: &Incident) -> BTreeMap<&FactorId, Vec<&Factor>> {
    let mut causes: BTreeMap<&FactorId, Vec<&Factor>> = BTreeMap::new();
    for link in incident.links_in_order() {
        if let Some(cause) = incident.factors.get(&link.cause) {
            causes.entry(&link.effect).or_default().push(cause);
        }
    }
    causes
}

struct Writer<'a> {
    /// When the incident was.
    date: Option<When>,
    causes: BTreeMap<&'a FactorId, Vec<&'a Factor>>,
    /// Those that are written, or sure to be.
    told: BTreeSet<&'a FactorId>,
    /// Those too deep where they were met.
    put_off: Vec<&'a Factor>,
    text: String,
}

impl<'a> Writer<'a> {
    /// Writes a factor at the top and everything that led to it below, each once.
    fn tell(&mut self, top: &'a Factor) {
        self.line(0, &told(top, self.date));
        // A stack of its own, because a web can be deeper than the program's.
        let mut open = vec![(1, self.causes_of(top))];
        while let Some((depth, causes)) = open.last_mut() {
            let depth = *depth;
            let Some(cause) = causes.pop() else {
                open.pop();
                continue;
            };
            let is_new = self.told.insert(&cause.id);
            if is_new && depth < DEEPEST {
                self.line(depth, &told(cause, self.date));
                open.push((depth + 1, self.causes_of(cause)));
            } else {
                self.line(depth, &seen(cause));
                self.put_off.extend(Some(cause).filter(|_| is_new));
            }
        }
    }

    /// The causes, last first, to be taken from the end.
    fn causes_of(&self, effect: &Factor) -> Vec<&'a Factor> {
        let causes = self.causes.get(&effect.id).cloned().unwrap_or_default();
        causes.into_iter().rev().collect()
    }

    fn line(&mut self, depth: usize, words: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(&item(words));
    }
}

fn item(words: &str) -> String {
    format!("- {words}\n")
}

/// A factor with what is told of it, in words that read as they stand.
fn told(factor: &Factor, date: Option<When>) -> String {
    let words = factor.statement.as_str();
    let prefix = held_back(factor).unwrap_or_default();
    let stamp = stamp(factor, date);
    let behind = stamp.map(|time| format!(" ({time})")).unwrap_or_default();
    let plain = format!("{prefix}{words}{behind}");
    let reads_well = is_one_item(&plain)
        && matches!(
            statement::read(&plain),
            Meaning::Statement(read)
                if read.words == words
                    && read.unverified <= factor.unverified
                    && read.held_back_as.is_none() == prefix.is_empty()
                    && read.stamp == stamp
        );
    if reads_well {
        plain
    } else {
        format!("{prefix}{AS_IT_STANDS}{words}")
    }
}

/// The time to be written behind the statement: none where its own words tell it.
fn stamp(factor: &Factor, date: Option<When>) -> Option<When> {
    let words = statement::statement(factor.statement.as_str());
    let told = words
        .time_of_day
        .and_then(|time| clock::on_day(date?, &time));
    factor.time.filter(|time| Some(*time) != told)
}

fn held_back(factor: &Factor) -> Option<String> {
    let prefix = HELD_BACK.into_iter().find(|(_, role)| *role == factor.role);
    prefix.map(|(prefix, _)| format!("{prefix} "))
}

/// A reference to a factor told elsewhere.
fn seen(factor: &Factor) -> String {
    let words = factor.statement.as_str();
    let plain = format!("see: {words}");
    let reads_well = statement::read(&plain) == Meaning::Reference(Reference::Statement(words))
        && statement::statement(words).words == words;
    if reads_well {
        plain
    } else {
        format!("see: {AS_IT_STANDS}{words}")
    }
}

fn actions(incident: &Incident) -> Vec<String> {
    let items = incident.actions_in_order().into_iter().map(|action| {
        let words = action.statement.as_str();
        let is_plain =
            !words.starts_with(AS_IT_STANDS) && statement::without_emphasis(words) == words;
        let sign = if is_plain { "" } else { "\\" };
        let is_done = action
            .note
            .as_ref()
            .is_some_and(|note| note.as_str() == DONE);
        let ticked = if is_done { "x" } else { " " };
        item(&format!("[{ticked}] {sign}{words}"))
    });
    list("Actions", &items.collect::<String>())
}

fn notes(incident: &Incident, heading: &str, kind: NoteKind) -> Vec<String> {
    let notes = incident.notes_in_order().into_iter();
    let items = notes.filter(|note| note.kind == kind).map(|note| {
        let words = fold(note.text.as_str());
        if is_one_item(&words) && !words.starts_with(AS_IT_STANDS) {
            item(&words)
        } else {
            item(&format!("{AS_IT_STANDS}{words}"))
        }
    });
    list(heading, &items.collect::<String>())
}

fn list(heading: &str, items: &str) -> Vec<String> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![format!("## {heading}\n\n{items}")]
}

/// Whether the words behind a bullet are read as words, and not as a task, a rule or a label.
fn is_one_item(words: &str) -> bool {
    let text = format!("- {words}");
    let lines = lines::read(&text);
    let reads_back = matches!(
        lines.as_slice(),
        [line] if line.marker == Marker::Bullet && line.words == words
    );
    let plain = statement::without_emphasis(words);
    reads_back && section::label(&plain).is_none()
}

/// On one line.
fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
