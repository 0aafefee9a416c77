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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, apply, plan};

    fn done(incident: &mut Incident, command: SavedQueryCommand) -> Result<(), Refusal> {
        let plan = plan(&Command::from(command), incident)?;
        apply(incident, &plan);
        Ok(())
    }

    fn query(id: &str, name: &str) -> SavedQuery {
        SavedQuery {
            id: id.parse().unwrap(),
            name: Label::new(name).unwrap(),
            text: Text::new("MATCH (f:Factor)\nRETURN f").unwrap(),
            order: 7,
        }
    }

    #[test]
    fn queries_are_kept_in_their_turn_renamed_changed_and_removed() {
        let mut incident = Incident::new("i".parse().unwrap());
        for (id, name) in [("b", "first"), ("a", "second")] {
            done(&mut incident, SavedQueryCommand::Add(query(id, name))).unwrap();
        }
        let names = |incident: &Incident| {
            let queries = incident.queries_in_order().into_iter();
            queries
                .map(|query| query.name.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&incident), ["first", "second"]);

        let (id, text) = ("b".parse().unwrap(), Text::new("RETURN 1").unwrap());
        let name = Label::new("other").unwrap();
        done(&mut incident, SavedQueryCommand::Rename(id, name.clone())).unwrap();
        let id: QueryId = "b".parse().unwrap();
        done(
            &mut incident,
            SavedQueryCommand::SetText(id.clone(), text.clone()),
        )
        .unwrap();
        assert_eq!(incident.queries[&id].text, text);
        assert_eq!(names(&incident), ["other", "second"]);
        let again = done(&mut incident, SavedQueryCommand::Rename(id.clone(), name));
        assert_eq!(again, Err(Refusal::NothingToChange));

        done(&mut incident, SavedQueryCommand::Remove(id.clone())).unwrap();
        assert_eq!(names(&incident), ["second"]);
        let gone = done(&mut incident, SavedQueryCommand::Remove(id));
        assert!(matches!(gone, Err(Refusal::Missing(_))));
        let taken = done(&mut incident, SavedQueryCommand::Add(query("a", "third")));
        assert!(matches!(taken, Err(Refusal::Taken(_))));
    }
}
