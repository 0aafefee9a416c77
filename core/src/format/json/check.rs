//! What the parts of a file say of each other: ids once only, references to what is there.
//!
//! A merged document can hold what a person would call a mistake: a link to a factor that somebody
//! else deleted. Such a part is written with the word `loose`, and read with it; without the word it
//! is a mistake of whoever wrote the file, and refused with its place. One list of faults serves both.

use std::collections::BTreeMap;

use super::{
    error::{Fault, ReadErrorKind},
    path::Path,
    v1::{Incident, Subject, Target},
};
use crate::format::limits::{MOST_LINKS, MOST_PARTS, MOST_VERSIONS};

/// Refuses more parts than are read.
pub(super) fn counts(incident: &Incident) -> Result<(), Fault> {
    let categories = incident.categories.as_ref().map_or(0, Vec::len);
    let found = [
        ("categories", categories, MOST_PARTS),
        ("areas", incident.areas.len(), MOST_PARTS),
        ("factors", incident.factors.len(), MOST_PARTS),
        ("links", incident.links.len(), MOST_LINKS),
        ("accounts", incident.accounts.len(), MOST_PARTS),
        ("evidence", incident.evidence.len(), MOST_LINKS),
        ("actions", incident.actions.len(), MOST_PARTS),
        ("predictions", incident.predictions.len(), MOST_PARTS),
        ("notes", incident.notes.len(), MOST_PARTS),
        ("pinned", incident.pinned.len(), MOST_PARTS),
        ("queries", incident.queries.len(), MOST_PARTS),
        ("comments", incident.comments.len(), MOST_PARTS),
        ("versions", incident.versions.len(), MOST_VERSIONS),
        ("ballots", incident.ballots.len(), MOST_PARTS),
    ];
    match found.into_iter().find(|(_, found, most)| found > most) {
        Some((what, found, most)) => Err(Fault {
            kind: ReadErrorKind::TooMany { what, found, most },
            path: Path::default(),
        }),
        None => Ok(()),
    }
}

/// Refuses ids given twice, and faults of parts that are not marked as loose.
pub(super) fn soundness(incident: &Incident) -> Result<(), Fault> {
    let ids = Ids::of(incident)?;
    let faults = faults(incident, &ids);
    match faults
        .into_iter()
        .find(|found| !found.part.is_loose(incident))
    {
        Some(found) => Err(found.fault()),
        None => Ok(()),
    }
}

/// Marks the parts that have faults, so that they can be read again.
pub(super) fn mark_loose(incident: &mut Incident) {
    let Ok(ids) = Ids::of(incident) else {
        // Parts of a model sit in maps by their id: none is there twice.
        return;
    };
    let parts: Vec<Part> = faults(incident, &ids)
        .into_iter()
        .map(|found| found.part)
        .collect();
    for part in parts {
        part.mark_loose(incident);
    }
}

/// The ids of the parts that others can name.
struct Ids<'a> {
    categories: Option<BTreeMap<&'a str, usize>>,
    areas: BTreeMap<&'a str, usize>,
    factors: BTreeMap<&'a str, usize>,
    links: BTreeMap<&'a str, usize>,
    accounts: BTreeMap<&'a str, usize>,
}

impl<'a> Ids<'a> {
    /// Also looks at the parts that nobody can name: no id may be there twice.
    fn of(incident: &'a Incident) -> Result<Self, Fault> {
        macro_rules! ids {
            ($list:ident, $what:literal) => {
                index(
                    stringify!($list),
                    $what,
                    &mut incident.$list.iter().map(|part| part.id.0.as_str()),
                )
            };
        }
        ids!(evidence, "piece of evidence")?;
        ids!(actions, "action")?;
        ids!(predictions, "prediction")?;
        ids!(notes, "note")?;
        ids!(pinned, "pinned answer")?;
        ids!(queries, "saved query")?;
        ids!(comments, "comment")?;
        ids!(versions, "version")?;
        let mut rounds = incident.rounds.iter().map(|round| round.id.0.word());
        index("rounds", "round", &mut rounds)?;
        ids!(ballots, "ballot")?;
        let categories = incident.categories.as_ref().map(|categories| {
            let mut ids = categories.iter().map(|category| category.id.0.as_str());
            index("categories", "category", &mut ids)
        });
        Ok(Self {
            categories: categories.transpose()?,
            areas: ids!(areas, "area")?,
            factors: ids!(factors, "factor")?,
            links: ids!(links, "link")?,
            accounts: ids!(accounts, "account")?,
        })
    }

    fn has_category(&self, id: &str) -> bool {
        match &self.categories {
            Some(categories) => categories.contains_key(id),
            // The list is left out: the four that a new incident starts with.
            None => ["process", "communication", "tooling", "human"].contains(&id),
        }
    }

    /// What a subject names, with the sort of part, where it is not there.
    fn missing<'b>(&self, subject: &'b Subject) -> Option<(&'static str, &'static str, &'b str)> {
        let (field, what, id, known) = match subject {
            Subject::Factor(id) => ("factor", "factor", id.0.as_str(), &self.factors),
            Subject::Link(id) => ("link", "link", id.0.as_str(), &self.links),
            Subject::Account(id) => ("account", "account", id.0.as_str(), &self.accounts),
        };
        (!known.contains_key(id)).then_some((field, what, id))
    }
}

/// Maps ids to their indices, and refuses one given twice.
fn index<'a>(
    list: &'static str,
    what: &'static str,
    ids: &mut dyn Iterator<Item = &'a str>,
) -> Result<BTreeMap<&'a str, usize>, Fault> {
    let mut known = BTreeMap::new();
    for (index, id) in ids.enumerate() {
        if known.insert(id, index).is_some() {
            return Err(Fault {
                kind: ReadErrorKind::IdTwice {
                    what,
                    id: id.to_owned(),
                },
                path: Path::of_part(list, index).field("id"),
            });
        }
    }
    Ok(known)
}

/// A list whose parts can be loose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Factors,
    Links,
    Accounts,
    Evidence,
    Actions,
    Notes,
    Comments,
}

/// One part that can be loose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    list: List,
    index: usize,
}

/// A fault of a part, at a path inside of it.
struct Found {
    part: Part,
    path: Path,
    kind: ReadErrorKind,
}

impl Part {
    fn is_loose(self, incident: &Incident) -> bool {
        let at = self.index;
        let loose = match self.list {
            List::Factors => incident.factors.get(at).map(|part| part.loose),
            List::Links => incident.links.get(at).map(|part| part.loose),
            List::Accounts => incident.accounts.get(at).map(|part| part.loose),
            List::Evidence => incident.evidence.get(at).map(|part| part.loose),
            List::Actions => incident.actions.get(at).map(|part| part.loose),
            List::Notes => incident.notes.get(at).map(|part| part.loose),
            List::Comments => incident.comments.get(at).map(|part| part.loose),
        };
        loose.unwrap_or(false)
    }

    fn mark_loose(self, incident: &mut Incident) {
        let at = self.index;
        let loose = match self.list {
            List::Factors => incident.factors.get_mut(at).map(|part| &mut part.loose),
            List::Links => incident.links.get_mut(at).map(|part| &mut part.loose),
            List::Accounts => incident.accounts.get_mut(at).map(|part| &mut part.loose),
            List::Evidence => incident.evidence.get_mut(at).map(|part| &mut part.loose),
            List::Actions => incident.actions.get_mut(at).map(|part| &mut part.loose),
            List::Notes => incident.notes.get_mut(at).map(|part| &mut part.loose),
            List::Comments => incident.comments.get_mut(at).map(|part| &mut part.loose),
        };
        if let Some(loose) = loose {
            *loose = true;
        }
    }

    fn path(self) -> Path {
        let list = match self.list {
            List::Factors => "factors",
            List::Links => "links",
            List::Accounts => "accounts",
            List::Evidence => "evidence",
            List::Actions => "actions",
            List::Notes => "notes",
            List::Comments => "comments",
        };
        Path::of_part(list, self.index)
    }

    fn names_nothing(self, what: &'static str, id: &str, within: fn(Path) -> Path) -> Found {
        Found {
            part: self,
            path: within(self.path()),
            kind: ReadErrorKind::NamesNothing {
                what,
                id: id.to_owned(),
            },
        }
    }
}

impl Found {
    fn fault(self) -> Fault {
        Fault {
            kind: self.kind,
            path: self.path,
        }
    }
}

/// Every fault, loose part or not, list by list.
fn faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    let mut found = factor_faults(incident, ids);
    found.extend(link_faults(incident, ids));
    found.extend(account_faults(incident, ids));
    found.extend(subject_faults(incident, ids));
    found.extend(action_faults(incident, ids));
    found
}

fn parts(list: List) -> impl Iterator<Item = Part> {
    (0..).map(move |index| Part { list, index })
}

fn factor_faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    let mut found = Vec::new();
    for (part, factor) in parts(List::Factors).zip(&incident.factors) {
        let category = factor.category.iter().map(|id| id.0.as_str());
        found.extend(
            category
                .filter(|id| !ids.has_category(id))
                .map(|id| part.names_nothing("category", id, |path| path.field("category"))),
        );
        let area = factor.area.iter().map(|id| id.0.as_str());
        found.extend(
            area.filter(|id| !ids.areas.contains_key(id))
                .map(|id| part.names_nothing("area", id, |path| path.field("area"))),
        );
    }
    found
}

fn link_faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    let mut found = Vec::new();
    let mut between = BTreeMap::new();
    for (part, link) in parts(List::Links).zip(&incident.links) {
        let (cause, effect) = (link.cause.0.as_str(), link.effect.0.as_str());
        if !ids.factors.contains_key(cause) {
            found.push(part.names_nothing("factor", cause, |path| path.field("cause")));
        }
        if !ids.factors.contains_key(effect) {
            found.push(part.names_nothing("factor", effect, |path| path.field("effect")));
        }
        let other = *between.entry((cause, effect)).or_insert(&link.id.0);
        let kind = if cause == effect {
            ReadErrorKind::SelfLink(cause.to_owned())
        } else if *other != link.id.0 {
            ReadErrorKind::RepeatedLink(other.to_string())
        } else {
            continue;
        };
        let path = part.path();
        found.push(Found { part, path, kind });
    }
    found
}

fn account_faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    parts(List::Accounts)
        .zip(&incident.accounts)
        .map(|(part, account)| (part, account.link.0.as_str()))
        .filter(|(_, link)| !ids.links.contains_key(link))
        .map(|(part, link)| part.names_nothing("link", link, |path| path.field("link")))
        .collect()
}

fn subject_faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    let evidence = parts(List::Evidence)
        .zip(&incident.evidence)
        .filter_map(|(part, evidence)| Some((part, evidence.about.as_ref()?)));
    let notes = parts(List::Notes)
        .zip(&incident.notes)
        .filter_map(|(part, note)| Some((part, note.about.as_ref()?)));
    let comments = parts(List::Comments)
        .zip(&incident.comments)
        .filter_map(|(part, comment)| Some((part, comment.about.as_ref()?)));
    evidence
        .chain(notes)
        .chain(comments)
        .filter_map(|(part, subject)| {
            let (field, what, id) = ids.missing(subject)?;
            let mut found = part.names_nothing(what, id, |path| path.field("about"));
            found.path = found.path.field(field);
            Some(found)
        })
        .collect()
}

fn action_faults(incident: &Incident, ids: &Ids) -> Vec<Found> {
    let mut found = Vec::new();
    for (part, action) in parts(List::Actions).zip(&incident.actions) {
        for (turn, target) in action.addresses.iter().enumerate() {
            let subject = match target {
                Target::Factor(id) => Subject::Factor(id.clone()),
                Target::Link(id) => Subject::Link(id.clone()),
            };
            if let Some((field, what, id)) = ids.missing(&subject) {
                let mut fault = part.names_nothing(what, id, |path| path.field("addresses"));
                fault.path = fault.path.index(turn).field(field);
                found.push(fault);
            }
        }
    }
    found
}
