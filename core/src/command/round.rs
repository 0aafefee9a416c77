//! What a person can do with rounds, and what everybody's part in one becomes when it is revealed.

use crate::model::{
    Ballot, Choice, Factor, FactorId, Incident, Label, Link, LinkId, LinkKind, LinkTest, Role,
    Round, RoundKind,
};

use super::{PartId, Plan, Refusal, Write, changed, find};

/// The most ballots an incident holds.
pub const MOST_BALLOTS: usize = 20_000;

/// A change to a round.
#[derive(Debug, Clone, PartialEq)]
pub enum RoundCommand {
    /// Opens one, in place of the last of its kind. The turn of what it gathers comes after all
    /// factors there are; the dots of former votes go.
    Open(Round),
    /// Shows everybody's part.
    Reveal(RoundKind),
    /// Closes it. What was revealed stays.
    Close(RoundKind),
}

pub(super) fn plan(command: &RoundCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use RoundCommand as C;
    let get = |id: &RoundKind| {
        let round = incident.rounds.get(*id);
        round.ok_or(Refusal::Missing(PartId::Round(*id)))
    };
    match command {
        C::Open(round) => {
            if let Some(about) = &round.about {
                find(&incident.factors, about, PartId::Factor)?;
            }
            let turn = super::part_order(incident.factors.values().map(|f| f.order));
            let opened = Round {
                revealed: false,
                turn,
                dots: Round::dots_near(round.dots),
                ..round.clone()
            };
            let mut plan = Plan::new();
            if incident.rounds.get(opened.id).map(AsRef::as_ref) != Some(&opened) {
                plan.push(Write::Round(opened));
            }
            if round.id == RoundKind::Votes {
                let former = incident.ballots.keys().cloned();
                plan.extend(former.map(|id| Write::Remove(PartId::Ballot(id))));
            }
            // A step that changed nothing would be one to undo all the same.
            if plan.is_empty() {
                Err(Refusal::NothingToChange)
            } else {
                Ok(plan)
            }
        }
        C::Reveal(id) => changed(get(id)?, |round| round.revealed = true, Write::Round),
        C::Close(id) => {
            get(id)?;
            Ok(vec![Write::Remove(PartId::Round(*id))])
        }
    }
}

/// What somebody wrote in a silent round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SilentNote {
    /// The identity of the factor it becomes.
    pub id: FactorId,
    /// What it says.
    pub statement: Label,
}

/// What each note of a silent round becomes, one plan a note so that each can be written by itself:
/// a factor, linked to the effect asked about where that is still there. Notes that are in the
/// incident already are passed over. Nothing where no silent round is there.
///
/// All notes have the round's turn: among them identity, which is random, gives the order.
pub fn note_plans(notes: &[SilentNote], incident: &Incident) -> Vec<Plan> {
    let Some(round) = incident.rounds.get(RoundKind::Silent) else {
        return Vec::new();
    };
    let about = round.about.as_ref().and_then(|id| incident.factors.get(id));
    // A safeguard has no causes on the map.
    let effect = about.filter(|factor| !factor.role.holds_back());
    let room = super::MOST_FACTORS.saturating_sub(incident.factors.len());
    let new = notes
        .iter()
        .filter(|note| !incident.factors.contains_key(&note.id));
    let plan = |note: &SilentNote| {
        let mut factor = Factor::new(note.id.clone(), note.statement.clone());
        (factor.role, factor.order) = (Role::Condition, round.turn);
        let link = effect.map(|effect| {
            Write::Link(Link {
                id: link_id(&note.id),
                cause: note.id.clone(),
                effect: effect.id.clone(),
                kind: LinkKind::ContributedTo,
                test: LinkTest::Untested,
                mechanism: None,
                order: round.turn,
            })
        });
        let mut plan = vec![Write::Factor(factor)];
        plan.extend(link);
        plan
    };
    new.take(room).map(plan).collect()
}

/// The link of a note has an identity made from the note's: two tabs that write the same note down
/// then write the same link.
fn link_id(note: &FactorId) -> LinkId {
    LinkId::numbered(note.as_str(), 1)
}

/// What each ballot becomes, one plan a ballot so that each can be written by itself. Ballots that
/// are there already, and those on what is not there, are passed over.
pub fn ballot_plans(ballots: &[Ballot], incident: &Incident) -> Vec<Plan> {
    let room = MOST_BALLOTS.saturating_sub(incident.ballots.len());
    let new = ballots.iter().filter(|ballot| {
        !incident.ballots.contains_key(&ballot.id)
            && match &ballot.about {
                Choice::Factor(id) => incident.factors.contains_key(id),
                Choice::Action(id) => incident.actions.contains_key(id),
            }
    });
    new.take(room)
        .map(|ballot| vec![Write::Ballot(ballot.clone())])
        .collect()
}

/// Makes the dots on one factor dots on another.
pub(super) fn retarget(from: &FactorId, to: &FactorId, incident: &Incident) -> Plan {
    let ballots = incident.ballots.values();
    ballots
        .filter(|ballot| matches!(&ballot.about, Choice::Factor(id) if id == from))
        .map(|ballot| {
            Write::Ballot(Ballot {
                about: Choice::Factor(to.clone()),
                ..Ballot::clone(ballot)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        command::{Command, FactorCommand, apply, plan},
        model::VoteKind,
    };

    fn done(incident: &mut Incident, command: impl Into<Command>) -> Result<(), Refusal> {
        let plan = plan(&command.into(), incident)?;
        apply(incident, &plan);
        Ok(())
    }

    fn with_factors(ids: &[&str]) -> Incident {
        let mut incident = Incident::new("i".parse().unwrap());
        for id in ids {
            let factor = Factor::new(id.parse().unwrap(), Label::new(id).unwrap());
            done(&mut incident, FactorCommand::Add(Box::new(factor))).unwrap();
        }
        incident
    }

    fn round(id: RoundKind, about: Option<&str>) -> Round {
        Round {
            id,
            revealed: true,
            opened: "2026-01-05T10:00:00Z".parse().unwrap(),
            about: about.map(|id| id.parse().unwrap()),
            turn: 0,
            dots: 0,
        }
    }

    #[test]
    fn a_round_is_opened_revealed_once_and_closed() {
        let mut incident = with_factors(&["f"]);
        let kind = RoundKind::Silent;
        let reveal = || RoundCommand::Reveal(kind);
        assert!(matches!(
            done(&mut incident, reveal()),
            Err(Refusal::Missing(_))
        ));
        let nowhere = RoundCommand::Open(round(kind, Some("gone")));
        assert!(done(&mut incident, nowhere).is_err());
        done(&mut incident, RoundCommand::Open(round(kind, Some("f")))).unwrap();
        let again = done(&mut incident, RoundCommand::Open(round(kind, Some("f"))));
        assert_eq!(again, Err(Refusal::NothingToChange));
        let opened = incident.rounds.get(kind).unwrap();
        assert_eq!(
            (opened.revealed, opened.turn, opened.dots),
            (false, 2, Round::FEWEST_DOTS)
        );
        done(&mut incident, reveal()).unwrap();
        assert_eq!(done(&mut incident, reveal()), Err(Refusal::NothingToChange));
        done(&mut incident, RoundCommand::Close(kind)).unwrap();
        assert!(incident.rounds.is_empty());
    }

    #[test]
    fn notes_become_causes_in_an_order_that_tells_nothing() {
        let mut incident = with_factors(&["f"]);
        let open = RoundCommand::Open(round(RoundKind::Silent, Some("f")));
        done(&mut incident, open).unwrap();
        let note = |id: &str| SilentNote {
            id: id.parse().unwrap(),
            statement: Label::new(id).unwrap(),
        };
        for notes in [[note("z"), note("b")], [note("a"), note("z")]] {
            for plan in note_plans(&notes, &incident) {
                apply(&mut incident, &plan);
            }
        }
        let said = incident.factors_in_order();
        let said: Vec<_> = said.iter().map(|f| f.statement.as_str()).collect();
        assert_eq!(said, ["f", "a", "b", "z"]);
        assert_eq!(incident.links_into(&"f".parse().unwrap()).len(), 3);
    }

    #[test]
    fn dots_go_with_their_factor_and_with_the_next_votes() {
        let mut incident = with_factors(&["f", "g"]);
        let ballot = |id: &str, about: &str| Ballot {
            id: id.parse().unwrap(),
            about: Choice::Factor(about.parse().unwrap()),
            kind: VoteKind::Feasible,
            dots: 2,
        };
        let cast = [ballot("1", "f"), ballot("2", "gone"), ballot("3", "g")];
        for plan in ballot_plans(&cast, &incident) {
            apply(&mut incident, &plan);
        }
        assert!(ballot_plans(&cast, &incident).is_empty());
        let (keep, gone) = ("g".parse().unwrap(), "f".parse().unwrap());
        done(&mut incident, FactorCommand::Merge { keep, gone }).unwrap();
        let on_g =
            |ballot: &&std::sync::Arc<Ballot>| ballot.about == Choice::Factor("g".parse().unwrap());
        assert_eq!(incident.ballots.values().filter(on_g).count(), 2);
        let open = RoundCommand::Open(round(RoundKind::Votes, None));
        done(&mut incident, open).unwrap();
        assert!(incident.ballots.is_empty());
    }
}
