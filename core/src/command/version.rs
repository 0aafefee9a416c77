//! What a person can do with named versions.

use crate::model::{Incident, Label, Version, VersionId};

use super::{PartId, Plan, Refusal, Write, changed, find, free};

/// The most versions an incident holds; each can be large.
pub const MOST_VERSIONS: usize = 20;

/// A change to a version.
#[derive(Debug, Clone, PartialEq)]
pub enum VersionCommand {
    /// Keeps one.
    Add(Version),
    /// Calls it something else.
    Rename(VersionId, Label),
    /// Keeps it no longer.
    Remove(VersionId),
    /// Makes the incident what it was, as [`restoring`](crate::history::restoring) found: an edit
    /// like any other, planned where versions are read.
    Restore(Plan),
}

pub(super) fn plan(command: &VersionCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use VersionCommand as C;
    let get = |id: &VersionId| find(&incident.versions, id, PartId::Version);
    match command {
        C::Add(version) => {
            free(
                &incident.versions,
                &version.id,
                PartId::Version,
                MOST_VERSIONS,
            )?;
            Ok(vec![Write::Version(version.clone())])
        }
        C::Rename(id, name) => changed(get(id)?, |v| v.name = name.clone(), Write::Version),
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Version(id.clone()))])
        }
        C::Restore(plan) if plan.is_empty() => Err(Refusal::NothingToChange),
        C::Restore(plan) => Ok(plan.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Command, apply, plan},
        model::Content,
    };

    #[test]
    fn versions_are_kept_up_to_a_bound() {
        let mut incident = Incident::new("i".parse().unwrap());
        let mut done = |command: VersionCommand| {
            let plan = plan(&Command::from(command), &incident)?;
            apply(&mut incident, &plan);
            Ok(incident.versions.len())
        };
        let version = |number| Version {
            id: VersionId::numbered("v", number),
            name: Label::new("Before the meeting").unwrap(),
            at: "2026-01-05T10:00:00Z".parse().unwrap(),
            content: Content::new("{}").unwrap(),
        };
        for number in 0..MOST_VERSIONS {
            assert_eq!(done(VersionCommand::Add(version(number))), Ok(number + 1));
        }
        let more = done(VersionCommand::Add(version(99)));
        assert_eq!(more, Err(Refusal::TooMany(MOST_VERSIONS)));
        let id = version(3).id;
        let name = Label::new("After").unwrap();
        done(VersionCommand::Rename(id.clone(), name.clone())).unwrap();
        let again = done(VersionCommand::Rename(id.clone(), name));
        assert_eq!(again, Err(Refusal::NothingToChange));
        assert_eq!(done(VersionCommand::Remove(id)), Ok(MOST_VERSIONS - 1));
        let nothing = done(VersionCommand::Restore(Vec::new()));
        assert_eq!(nothing, Err(Refusal::NothingToChange));
    }
}
