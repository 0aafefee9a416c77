//! An incident: one thing that went wrong, or in a premortem might, as a web of factors.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Account, AccountId, Action, ActionId, Area, AreaId, Ballot, BallotId, Category, CategoryId,
    Clock, Comment, CommentId, Density, Evidence, EvidenceId, Factor, FactorId, IncidentId, Label,
    Link, LinkId, Note, NoteId, Passes, Pinned, PinnedId, Position, Prediction, PredictionId,
    QueryId, Role, Rounds, SavedQuery, Subject, Text, Version, VersionId, When,
    taxonomy::starting_categories, turns::by_turn,
};

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Phase {
    /// What happened.
    #[default]
    Facts,
    /// What contributed.
    Causes,
    /// What to change.
    Actions,
}

impl Phase {
    /// Every phase, in their order.
    pub const ALL: [Self; 3] = [Self::Facts, Self::Causes, Self::Actions];

    /// The glossary's word, in lower case, as files and screens write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Causes => "causes",
            Self::Actions => "actions",
        }
    }
}

/// An immutable picture of one incident.
///
/// Parts sit behind [`Arc`] so that the next picture shares what did not change, and a view can
/// tell by pointer that a part is the same. Maps are in identity order.
#[derive(Debug, Clone, PartialEq)]
pub struct Incident {
    /// Its identity.
    pub id: IncidentId,
    /// What the team calls it; none until somebody says.
    pub title: Option<Label>,
    /// When it happened.
    pub date: Option<When>,
    /// What happened, in a few sentences.
    pub summary: Option<Text>,
    /// Where the meeting stands.
    pub phase: Phase,
    /// How long each phase may take and has taken; outside undo.
    pub clock: Clock,
    /// The ground rules of its meetings; none where the usual ones hold.
    pub rules: Option<Text>,
    /// How close together its map is drawn.
    pub density: Density,
    /// Whether times that are known tell how far along the map cards stand.
    pub by_time: bool,
    /// What was so and what happened.
    pub factors: BTreeMap<FactorId, Arc<Factor>>,
    /// What contributed to what, and what held what back.
    pub links: BTreeMap<LinkId, Arc<Link>>,
    /// Accounts of links that disagree.
    pub accounts: BTreeMap<AccountId, Arc<Account>>,
    /// What backs the claims.
    pub evidence: BTreeMap<EvidenceId, Arc<Evidence>>,
    /// What the team will do.
    pub actions: BTreeMap<ActionId, Arc<Action>>,
    /// Sealed guesses.
    pub predictions: BTreeMap<PredictionId, Arc<Prediction>>,
    /// Words that are no factor.
    pub notes: BTreeMap<NoteId, Arc<Note>>,
    /// Answers that are kept, as the questions they answer.
    pub pinned: BTreeMap<PinnedId, Arc<Pinned>>,
    /// Queries that are kept.
    pub queries: BTreeMap<QueryId, Arc<SavedQuery>>,
    /// What is to be looked at before a report goes out.
    pub comments: BTreeMap<CommentId, Arc<Comment>>,
    /// How it was at moments that were kept.
    pub versions: BTreeMap<VersionId, Arc<Version>>,
    /// The rounds that are open or revealed.
    pub rounds: Rounds,
    /// The dots of the last votes.
    pub ballots: BTreeMap<BallotId, Arc<Ballot>>,
    /// What sorts of factors there are.
    pub categories: BTreeMap<CategoryId, Arc<Category>>,
    /// Where in the work factors sit.
    pub areas: BTreeMap<AreaId, Arc<Area>>,
    /// Where the cards were last drawn: a hint that keeps the picture the same after a reload and
    /// for every peer. Cards without one are placed anew.
    pub positions: BTreeMap<FactorId, Position>,
    /// How its long links were last drawn.
    pub passes: BTreeMap<LinkId, Passes>,
}

impl Incident {
    /// An incident with the four starting categories and nothing else.
    pub fn new(id: IncidentId) -> Self {
        let mut incident = Self::bare(id);
        for category in starting_categories() {
            incident
                .categories
                .insert(category.id.clone(), Arc::new(category));
        }
        incident
    }

    /// An incident with nothing at all, not even categories.
    pub fn bare(id: IncidentId) -> Self {
        Self {
            id,
            title: None,
            date: None,
            summary: None,
            phase: Phase::default(),
            clock: Clock::default(),
            rules: None,
            density: Density::default(),
            by_time: false,
            factors: BTreeMap::new(),
            links: BTreeMap::new(),
            accounts: BTreeMap::new(),
            evidence: BTreeMap::new(),
            actions: BTreeMap::new(),
            predictions: BTreeMap::new(),
            notes: BTreeMap::new(),
            pinned: BTreeMap::new(),
            queries: BTreeMap::new(),
            comments: BTreeMap::new(),
            versions: BTreeMap::new(),
            rounds: Rounds::default(),
            ballots: BTreeMap::new(),
            categories: BTreeMap::new(),
            areas: BTreeMap::new(),
            positions: BTreeMap::new(),
            passes: BTreeMap::new(),
        }
    }

    /// What to call it: its title, else its first outcome, else "Untitled incident".
    pub fn name(&self) -> &str {
        if let Some(title) = &self.title {
            return title.as_str();
        }
        let outcomes = self
            .factors
            .values()
            .filter(|factor| factor.role == Role::Outcome);
        outcomes
            .min_by_key(|factor| factor.order)
            .map_or("Untitled incident", |outcome| outcome.statement.as_str())
    }

    /// All factors by their turn, ties by identity.
    pub fn factors_in_order(&self) -> Vec<&Arc<Factor>> {
        in_order(&self.factors, |factor| factor.order)
    }

    /// All links by their turn, ties by identity.
    pub fn links_in_order(&self) -> Vec<&Arc<Link>> {
        in_order(&self.links, |link| link.order)
    }

    /// All actions by their turn, ties by identity.
    pub fn actions_in_order(&self) -> Vec<&Arc<Action>> {
        in_order(&self.actions, |action| action.order)
    }

    /// All notes by their turn, ties by identity.
    pub fn notes_in_order(&self) -> Vec<&Arc<Note>> {
        in_order(&self.notes, |note| note.order)
    }

    /// All pinned answers by their turn, ties by identity.
    pub fn pinned_in_order(&self) -> Vec<&Arc<Pinned>> {
        in_order(&self.pinned, |pinned| pinned.order)
    }

    /// All saved queries by their turn, ties by identity.
    pub fn queries_in_order(&self) -> Vec<&Arc<SavedQuery>> {
        in_order(&self.queries, |query| query.order)
    }

    /// All comments by their turn, ties by identity.
    pub fn comments_in_order(&self) -> Vec<&Arc<Comment>> {
        in_order(&self.comments, |comment| comment.order)
    }

    /// All categories by their turn, ties by identity.
    pub fn categories_in_order(&self) -> Vec<&Arc<Category>> {
        in_order(&self.categories, |category| category.order)
    }

    /// All areas by their turn, ties by identity.
    pub fn areas_in_order(&self) -> Vec<&Arc<Area>> {
        in_order(&self.areas, |area| area.order)
    }

    /// The links that end at this factor, by their turn. Scans all links.
    pub fn links_into(&self, effect: &FactorId) -> Vec<&Arc<Link>> {
        self.links_in_order()
            .into_iter()
            .filter(|link| link.effect == *effect)
            .collect()
    }

    /// The links that start at this factor, by their turn. Scans all links.
    pub fn links_out_of(&self, cause: &FactorId) -> Vec<&Arc<Link>> {
        self.links_in_order()
            .into_iter()
            .filter(|link| link.cause == *cause)
            .collect()
    }

    /// The one link from this cause to this effect, if there is one. Scans all links.
    pub fn link_between(&self, cause: &FactorId, effect: &FactorId) -> Option<&Arc<Link>> {
        self.links
            .values()
            .find(|link| link.cause == *cause && link.effect == *effect)
    }

    /// The evidence about a subject, by its turn. Scans all evidence.
    pub fn evidence_about(&self, subject: &Subject) -> Vec<&Arc<Evidence>> {
        let all = in_order(&self.evidence, |evidence| evidence.order);
        all.into_iter()
            .filter(|evidence| evidence.about == *subject)
            .collect()
    }

    /// The accounts of a link, by their turn. Scans all accounts.
    pub fn accounts_of(&self, link: &LinkId) -> Vec<&Arc<Account>> {
        let all = in_order(&self.accounts, |account| account.order);
        all.into_iter()
            .filter(|account| account.link == *link)
            .collect()
    }
}

fn in_order<K: Ord, T>(map: &BTreeMap<K, Arc<T>>, order: impl Fn(&T) -> u32) -> Vec<&Arc<T>> {
    let all: Vec<_> = map.values().collect();
    // The map is in identity order: ties stay by identity.
    let turns = by_turn(all.len(), |place| i64::from(order(all[place])));
    turns.into_iter().map(|place| all[place]).collect()
}
