//! Where things live in the document: one root map a table, in it one map a part.

use yrs::{Doc, MapRef};

/// The version of the document's layout that this engine writes.
pub(super) const VERSION: u32 = 1;

/// A root map of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Table {
    Head,
    Factors,
    Links,
    Accounts,
    Evidence,
    Actions,
    Predictions,
    Notes,
    Categories,
    Areas,
    Pinned,
    Queries,
    /// How long phases take; outside undo.
    Clock,
    Comments,
    Versions,
    Rounds,
    Ballots,
    /// Where cards were last drawn; outside undo.
    Positions,
    /// How long links were last drawn; outside undo.
    Passes,
}

impl Table {
    pub(super) const ALL: [Self; 19] = [
        Self::Head,
        Self::Factors,
        Self::Links,
        Self::Accounts,
        Self::Evidence,
        Self::Actions,
        Self::Predictions,
        Self::Notes,
        Self::Categories,
        Self::Areas,
        Self::Pinned,
        Self::Queries,
        Self::Clock,
        Self::Comments,
        Self::Versions,
        Self::Rounds,
        Self::Ballots,
        Self::Positions,
        Self::Passes,
    ];

    /// Whether the whole root map is one part, and holds no others.
    pub(super) fn is_one_part(self) -> bool {
        matches!(self, Self::Head | Self::Clock)
    }

    /// Whether undo takes back what is written here.
    pub(super) fn is_undone(self) -> bool {
        !matches!(self, Self::Clock | Self::Positions | Self::Passes)
    }

    /// The name of the root map.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Head => "incident",
            Self::Factors => "factors",
            Self::Links => "links",
            Self::Accounts => "accounts",
            Self::Evidence => "evidence",
            Self::Actions => "actions",
            Self::Predictions => "predictions",
            Self::Notes => "notes",
            Self::Categories => "categories",
            Self::Areas => "areas",
            Self::Pinned => "pinned",
            Self::Queries => "queries",
            Self::Clock => "clock",
            Self::Comments => "comments",
            Self::Versions => "versions",
            Self::Rounds => "rounds",
            Self::Ballots => "ballots",
            Self::Positions => "positions",
            Self::Passes => "passes",
        }
    }
}

/// The root maps of one document.
#[derive(Debug)]
pub(super) struct Tables([MapRef; Table::ALL.len()]);

impl Tables {
    pub(super) fn of(doc: &Doc) -> Self {
        Self(Table::ALL.map(|table| doc.get_or_insert_map(table.name())))
    }

    pub(super) fn get(&self, table: Table) -> &MapRef {
        // The array has one map for each variant, in the order of their discriminants.
        &self.0[table as usize]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Table, &MapRef)> {
        Table::ALL.into_iter().zip(&self.0)
    }
}
