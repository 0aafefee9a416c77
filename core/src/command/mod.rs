//! Every change a person can make, one file a noun.
//!
//! A command is checked against the incident as it is and becomes a [`Plan`] of writes, or a
//! [`Refusal`] that says why not. Planning changes nothing; [`apply`] tries a plan on a copy, and
//! `document` writes it.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{Incident, Subject};

mod account;
mod action;
mod clock;
mod comment;
mod evidence;
mod factor;
mod incident;
mod link;
mod meeting;
mod note;
mod pinned;
mod plan;
mod prediction;
mod refusal;
mod round;
mod saved_query;
mod taxonomy;
mod version;

pub use account::AccountCommand;
pub use action::{ActionCommand, MOST_ACTIONS};
pub use clock::ClockCommand;
pub use comment::{CommentCommand, MOST_COMMENTS};
pub use evidence::{EvidenceCommand, MOST_EVIDENCE};
pub use factor::{FactorCommand, MOST_FACTORS};
pub use incident::IncidentCommand;
pub use link::{LinkCommand, MOST_LINKS};
pub use meeting::MeetingCommand;
pub use note::{MOST_NOTES, NoteCommand};
pub use pinned::{MOST_PINNED, PinnedCommand};
pub use plan::{Head, PartId, Plan, Write, apply};
pub use prediction::{MOST_PREDICTIONS, PredictionCommand};
pub use refusal::Refusal;
pub use round::{MOST_BALLOTS, RoundCommand, SilentNote, ballot_plans, note_plans};
pub use saved_query::{MOST_QUERIES, SavedQueryCommand};
pub use taxonomy::{AreaCommand, CategoryCommand, MOST_CODES};
pub use version::{MOST_VERSIONS, VersionCommand};

/// A change a person can make.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// To the incident's own fields.
    Incident(IncidentCommand),
    /// To the clock of the meeting.
    Clock(ClockCommand),
    /// To a factor.
    Factor(FactorCommand),
    /// To a link.
    Link(LinkCommand),
    /// To an account of a link.
    Account(AccountCommand),
    /// To evidence.
    Evidence(EvidenceCommand),
    /// To an action.
    Action(ActionCommand),
    /// To a prediction.
    Prediction(PredictionCommand),
    /// To a note.
    Note(NoteCommand),
    /// To a pinned answer.
    Pinned(PinnedCommand),
    /// To a saved query.
    SavedQuery(SavedQueryCommand),
    /// To what a meeting gathers.
    Meeting(MeetingCommand),
    /// To a category.
    Category(CategoryCommand),
    /// To an area.
    Area(AreaCommand),
}

macro_rules! into_command {
    ($($variant:ident($noun:ident)),+ $(,)?) => {$(
        impl From<$noun> for Command {
            fn from(command: $noun) -> Self {
                Self::$variant(command)
            }
        }
    )+};
}

into_command!(
    Incident(IncidentCommand),
    Clock(ClockCommand),
    Factor(FactorCommand),
    Link(LinkCommand),
    Account(AccountCommand),
    Evidence(EvidenceCommand),
    Action(ActionCommand),
    Prediction(PredictionCommand),
    Note(NoteCommand),
    Pinned(PinnedCommand),
    SavedQuery(SavedQueryCommand),
    Category(CategoryCommand),
    Area(AreaCommand),
);

/// What a command would change, or why it cannot be carried out.
pub fn plan(command: &Command, incident: &Incident) -> Result<Plan, Refusal> {
    match command {
        Command::Incident(command) => incident::plan(command, incident),
        Command::Clock(command) => clock::plan(command, incident),
        Command::Factor(command) => factor::plan(command, incident),
        Command::Link(command) => link::plan(command, incident),
        Command::Account(command) => account::plan(command, incident),
        Command::Evidence(command) => evidence::plan(command, incident),
        Command::Action(command) => action::plan(command, incident),
        Command::Prediction(command) => prediction::plan(command, incident),
        Command::Note(command) => note::plan(command, incident),
        Command::Pinned(command) => pinned::plan(command, incident),
        Command::SavedQuery(command) => saved_query::plan(command, incident),
        Command::Meeting(command) => command.plan(incident),
        Command::Category(command) => taxonomy::plan_category(command, incident),
        Command::Area(command) => taxonomy::plan_area(command, incident),
    }
}

/// What a gesture of several commands would change, each seeing what those before it did; nothing
/// where one of them is refused. Commands that change nothing are passed over unless all do.
pub fn plan_all(commands: &[Command], incident: &Incident) -> Result<Plan, Refusal> {
    let mut tried = incident.clone();
    let mut whole = Plan::new();
    for command in commands {
        match plan(command, &tried) {
            Ok(steps) => {
                apply(&mut tried, &steps);
                whole.extend(steps);
            }
            Err(Refusal::NothingToChange) => {}
            Err(refusal) => return Err(refusal),
        }
    }
    if tried == *incident {
        Err(Refusal::NothingToChange)
    } else {
        Ok(whole)
    }
}

/// The part of this identity, or a refusal that names it.
fn find<'a, K: Ord + Clone, T>(
    map: &'a BTreeMap<K, Arc<T>>,
    id: &K,
    part: impl Fn(K) -> PartId,
) -> Result<&'a Arc<T>, Refusal> {
    map.get(id)
        .ok_or_else(|| Refusal::Missing(part(id.clone())))
}

/// Refuses an identity that is taken, and one more than `most` parts.
fn free<K: Ord + Clone, T>(
    map: &BTreeMap<K, Arc<T>>,
    id: &K,
    part: impl Fn(K) -> PartId,
    most: usize,
) -> Result<(), Refusal> {
    if map.contains_key(id) {
        return Err(Refusal::Taken(part(id.clone())));
    }
    if map.len() >= most {
        Err(Refusal::TooMany(most))
    } else {
        Ok(())
    }
}

/// One write with the part as edited, or a refusal where the edit changes nothing.
fn changed<T: Clone + PartialEq>(
    part: &Arc<T>,
    edit: impl FnOnce(&mut T),
    write: impl FnOnce(T) -> Write,
) -> Result<Plan, Refusal> {
    let mut edited = T::clone(part);
    edit(&mut edited);
    if edited == **part {
        Err(Refusal::NothingToChange)
    } else {
        Ok(vec![write(edited)])
    }
}

/// The turn after all others.
fn part_order(orders: impl Iterator<Item = u32>) -> u32 {
    orders.max().unwrap_or(0).saturating_add(1)
}

fn subject_exists(subject: &Subject, incident: &Incident) -> Result<(), Refusal> {
    match subject {
        Subject::Incident => Ok(()),
        Subject::Factor(id) => find(&incident.factors, id, PartId::Factor).map(|_| ()),
        Subject::Link(id) => find(&incident.links, id, PartId::Link).map(|_| ()),
        Subject::Account(id) => find(&incident.accounts, id, PartId::Account).map(|_| ()),
    }
}

/// Numbers a list anew from 1 with one of its entries moved; writes only what changes.
fn reordered<T>(
    listed: &[&Arc<T>],
    moved: impl Fn(&T) -> bool,
    place: usize,
    order: impl Fn(&T) -> u32,
    put: impl Fn(u32, &T) -> Write,
) -> Result<Plan, Refusal> {
    let (mut picked, mut rest): (Vec<_>, Vec<_>) =
        listed.iter().copied().partition(|part| moved(part));
    let tail = rest.split_off(place.min(rest.len()));
    rest.append(&mut picked);
    rest.extend(tail);
    let plan: Plan = rest
        .into_iter()
        .zip(1..)
        .filter(|(part, number)| order(part) != *number)
        .map(|(part, number)| put(number, part))
        .collect();
    if plan.is_empty() {
        Err(Refusal::NothingToChange)
    } else {
        Ok(plan)
    }
}
