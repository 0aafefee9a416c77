//! A plan: which parts of an incident a command puts or removes.
//!
//! A plan is data. The engine first tries it on a copy of the incident, so that a gesture of
//! several commands is refused as a whole or done as a whole; the document then writes the fields
//! that differ.

use std::sync::Arc;

use crate::model::{
    Account, AccountId, Action, ActionId, Area, AreaId, Ballot, BallotId, Category, CategoryId,
    Clock, Comment, CommentId, Density, Evidence, EvidenceId, Factor, FactorId, Incident, Label,
    Link, LinkId, Note, NoteId, Phase, Pinned, PinnedId, Prediction, PredictionId, QueryId, Round,
    RoundKind, SavedQuery, Text, Version, VersionId, When,
};

/// The incident's own fields, apart from its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    /// What the team calls it.
    pub title: Option<Label>,
    /// When it happened.
    pub date: Option<When>,
    /// What happened, in a few sentences.
    pub summary: Option<Text>,
    /// Where the meeting stands.
    pub phase: Phase,
    /// The ground rules of its meetings.
    pub rules: Option<Text>,
    /// How close together the map is drawn.
    pub density: Density,
    /// Whether known times tell how far along the map cards stand.
    pub by_time: bool,
}

impl Head {
    /// The head of an incident.
    pub fn of(incident: &Incident) -> Self {
        Self {
            title: incident.title.clone(),
            date: incident.date,
            summary: incident.summary.clone(),
            phase: incident.phase,
            rules: incident.rules.clone(),
            density: incident.density,
            by_time: incident.by_time,
        }
    }
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Write {
    /// Sets the incident's own fields.
    Head(Head),
    /// Sets the clock of the meeting.
    Clock(Clock),
    /// Adds a factor or replaces the one of the same identity.
    Factor(Factor),
    /// Adds or replaces a link.
    Link(Link),
    /// Adds or replaces an account.
    Account(Account),
    /// Adds or replaces evidence.
    Evidence(Evidence),
    /// Adds or replaces an action.
    Action(Action),
    /// Adds or replaces a prediction.
    Prediction(Prediction),
    /// Adds or replaces a note.
    Note(Note),
    /// Adds or replaces a pinned answer.
    Pinned(Pinned),
    /// Adds or replaces a saved query.
    SavedQuery(SavedQuery),
    /// Adds or replaces a comment.
    Comment(Comment),
    /// Adds or replaces a version.
    Version(Version),
    /// Adds or replaces a round.
    Round(Round),
    /// Adds or replaces a ballot.
    Ballot(Ballot),
    /// Adds or replaces a category.
    Category(Category),
    /// Adds or replaces an area.
    Area(Area),
    /// Removes a part.
    Remove(PartId),
}

/// Which part a step removes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartId {
    /// A factor.
    Factor(FactorId),
    /// A link.
    Link(LinkId),
    /// An account of a link.
    Account(AccountId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// An action.
    Action(ActionId),
    /// A prediction.
    Prediction(PredictionId),
    /// A note.
    Note(NoteId),
    /// A pinned answer.
    Pinned(PinnedId),
    /// A saved query.
    SavedQuery(QueryId),
    /// A comment.
    Comment(CommentId),
    /// A version.
    Version(VersionId),
    /// A round.
    Round(RoundKind),
    /// A ballot.
    Ballot(BallotId),
    /// A category.
    Category(CategoryId),
    /// An area.
    Area(AreaId),
}

/// What a command would change, in order.
pub type Plan = Vec<Write>;

/// The incident as it would be after these steps.
pub fn apply(incident: &mut Incident, plan: &[Write]) {
    for write in plan {
        apply_one(incident, write);
    }
}

fn apply_one(incident: &mut Incident, write: &Write) {
    macro_rules! put {
        ($map:ident, $part:expr) => {{
            incident
                .$map
                .insert($part.id.clone(), Arc::new($part.clone()));
        }};
    }
    match write {
        Write::Head(head) => {
            let Head {
                title,
                date,
                summary,
                phase,
                rules,
                density,
                by_time,
            } = head.clone();
            (incident.title, incident.date) = (title, date);
            (incident.summary, incident.phase) = (summary, phase);
            (incident.rules, incident.density) = (rules, density);
            incident.by_time = by_time;
        }
        Write::Clock(clock) => incident.clock = *clock,
        Write::Factor(part) => put!(factors, part),
        Write::Link(part) => put!(links, part),
        Write::Account(part) => put!(accounts, part),
        Write::Evidence(part) => put!(evidence, part),
        Write::Action(part) => put!(actions, part),
        Write::Prediction(part) => put!(predictions, part),
        Write::Note(part) => put!(notes, part),
        Write::Pinned(part) => put!(pinned, part),
        Write::SavedQuery(part) => put!(queries, part),
        Write::Comment(part) => put!(comments, part),
        Write::Version(part) => put!(versions, part),
        Write::Round(part) => incident.rounds.insert(Arc::new(part.clone())),
        Write::Ballot(part) => put!(ballots, part),
        Write::Category(part) => put!(categories, part),
        Write::Area(part) => put!(areas, part),
        Write::Remove(part) => remove(incident, part),
    }
}

fn remove(incident: &mut Incident, part: &PartId) {
    match part {
        PartId::Factor(id) => {
            incident.factors.remove(id);
            incident.positions.remove(id);
        }
        PartId::Link(id) => {
            incident.links.remove(id);
            incident.passes.remove(id);
        }
        PartId::Account(id) => drop(incident.accounts.remove(id)),
        PartId::Evidence(id) => drop(incident.evidence.remove(id)),
        PartId::Action(id) => drop(incident.actions.remove(id)),
        PartId::Prediction(id) => drop(incident.predictions.remove(id)),
        PartId::Note(id) => drop(incident.notes.remove(id)),
        PartId::Pinned(id) => drop(incident.pinned.remove(id)),
        PartId::SavedQuery(id) => drop(incident.queries.remove(id)),
        PartId::Comment(id) => drop(incident.comments.remove(id)),
        PartId::Version(id) => drop(incident.versions.remove(id)),
        PartId::Round(id) => incident.rounds.remove(*id),
        PartId::Ballot(id) => drop(incident.ballots.remove(id)),
        PartId::Category(id) => drop(incident.categories.remove(id)),
        PartId::Area(id) => drop(incident.areas.remove(id)),
    }
}
