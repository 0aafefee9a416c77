//! What a person can do with review comments.

use crate::model::{Comment, CommentId, Incident, Subject, Text};

use super::{PartId, Plan, Refusal, Write, changed, find, free, part_order, subject_exists};

/// The most comments an incident holds.
pub const MOST_COMMENTS: usize = 20_000;

/// A change to a comment.
#[derive(Debug, Clone, PartialEq)]
pub enum CommentCommand {
    /// Adds one; its `order` is ignored.
    Add(Comment),
    /// Says it in other words.
    SetText(CommentId, Text),
    /// Says that somebody has seen to it, or opens it again.
    SetResolved(CommentId, bool),
    /// Takes it out.
    Remove(CommentId),
}

pub(super) fn plan(command: &CommentCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use CommentCommand as C;
    let get = |id: &CommentId| find(&incident.comments, id, PartId::Comment);
    match command {
        C::Add(comment) => {
            free(
                &incident.comments,
                &comment.id,
                PartId::Comment,
                MOST_COMMENTS,
            )?;
            subject_exists(&comment.about, incident)?;
            let order = part_order(incident.comments.values().map(|c| c.order));
            Ok(vec![Write::Comment(Comment {
                order,
                ..comment.clone()
            })])
        }
        C::SetText(id, text) => changed(get(id)?, |c| c.text = text.clone(), Write::Comment),
        C::SetResolved(id, resolved) => {
            changed(get(id)?, |c| c.resolved = *resolved, Write::Comment)
        }
        C::Remove(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Comment(id.clone()))])
        }
    }
}

/// Makes all comments about one thing comments about another; those about something that goes
/// become comments about the incident, since nobody has seen to them.
pub(super) fn moves(from: &Subject, to: &Subject, incident: &Incident) -> Plan {
    let about = incident.comments.values().filter(|c| c.about == *from);
    about
        .map(|comment| {
            Write::Comment(Comment {
                about: to.clone(),
                ..Comment::clone(comment)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Command, FactorCommand, apply, plan},
        model::{Factor, FactorId, Label},
    };

    fn done(incident: &mut Incident, command: impl Into<Command>) -> Result<(), Refusal> {
        let plan = plan(&command.into(), incident)?;
        apply(incident, &plan);
        Ok(())
    }

    fn comment(id: &str, factor: &FactorId) -> Comment {
        Comment {
            id: id.parse().unwrap(),
            about: Subject::Factor(factor.clone()),
            text: Text::new("Who checked this?").unwrap(),
            by: None,
            at: "2026-01-05T10:00:00Z".parse().unwrap(),
            resolved: false,
            order: 9,
        }
    }

    #[test]
    fn a_comment_is_resolved_and_outlives_what_it_is_about() {
        let mut incident = Incident::new("i".parse().unwrap());
        let factor: FactorId = "f".parse().unwrap();
        let nowhere = CommentCommand::Add(comment("c", &factor));
        assert!(matches!(
            done(&mut incident, nowhere.clone()),
            Err(Refusal::Missing(_))
        ));
        let statement = Label::new("Disk full").unwrap();
        let add = FactorCommand::Add(Box::new(Factor::new(factor.clone(), statement)));
        done(&mut incident, add).unwrap();
        done(&mut incident, nowhere).unwrap();
        let id: CommentId = "c".parse().unwrap();
        done(&mut incident, CommentCommand::SetResolved(id.clone(), true)).unwrap();
        assert!(incident.comments[&id].resolved);
        let again = done(&mut incident, CommentCommand::SetResolved(id.clone(), true));
        assert_eq!(again, Err(Refusal::NothingToChange));

        done(&mut incident, FactorCommand::Remove(factor)).unwrap();
        assert_eq!(incident.comments[&id].about, Subject::Incident);
        done(&mut incident, CommentCommand::Remove(id)).unwrap();
        assert!(incident.comments.is_empty());
    }
}
