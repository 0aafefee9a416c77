//! What a person can do with saved queries.

use crate::model::{Incident, Label, QueryId, SavedQuery, Text};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order};

/// The most saved queries an incident holds.
pub const MOST_QUERIES: usize = 1_000;

/// A change to a saved query.
#[derive(Debug, Clone, PartialEq)]
pub enum SavedQueryCommand {
    /// Keeps one; its `order` is ignored.
    Add(SavedQuery),
    /// Calls it something else.
    Rename(QueryId, Label),
    /// Keeps other words under its name.
    SetText(QueryId, Text),
    /// Keeps it no longer.
    Remove(QueryId),
}

pub(super) fn plan(command: &SavedQueryCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use SavedQueryCommand as C;
    let get = |id: &QueryId| find(&incident.queries, id, PartId::SavedQuery);
    match command {
        C::Add(query) => {
            free(
                &incident.queries,
                &query.id,
                PartId::SavedQuery,
                MOST_QUERIES,
            )?;
            let order = part_order(incident.queries.values().map(|query| query.order));
            Ok(vec![Write::SavedQuery(SavedQuery {
                order,
                ..query.clone()
            })])
        }
        C::Rename(id, name) => changed(get(id)?, |q| q.name = name.clone(), Write::SavedQuery),
        C::SetText(id, text) => changed(get(id)?, |q| q.text = text.clone(), Write::SavedQuery),
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::SavedQuery(id.clone()))])
        }
    }
}
