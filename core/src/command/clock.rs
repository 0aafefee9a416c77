//! What a person can do with the clock of the meeting.
//!
//! It is no edit of the web: undo passes over it, as it passes over places. The moment comes with
//! the command, for core has no clock of its own.

use crate::model::{Incident, Minutes, Moment, Phase};

use super::{Plan, Refusal, Write};

/// A change to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockCommand {
    /// Lets it run from this moment on, for the phase that is open.
    Start(Moment),
    /// Stops it at this moment.
    Stop(Moment),
    /// Writes down what the open phase has taken by this moment, and goes on: what comes before
    /// another phase is opened.
    Book(Moment),
    /// Says what a phase may take.
    SetMinutes(Phase, Minutes),
    /// Begins the time of a phase anew, at this moment.
    Reset(Phase, Moment),
}

pub(super) fn plan(command: &ClockCommand, incident: &Incident) -> Result<Plan, Refusal> {
    use ClockCommand as C;
    let (mut clock, open) = (incident.clock, incident.phase);
    match *command {
        C::Start(at) => clock.running_since = clock.running_since.or(Some(at)),
        C::Stop(at) => {
            clock.book(open, at);
            clock.running_since = None;
        }
        C::Book(at) => clock.book(open, at),
        C::SetMinutes(phase, minutes) => clock.of_mut(phase).minutes = minutes,
        C::Reset(phase, at) => {
            if phase == open {
                clock.running_since = clock.running_since.map(|_| at);
            }
            clock.of_mut(phase).spent = 0;
        }
    }
    if clock == incident.clock {
        Err(Refusal::NothingToChange)
    } else {
        Ok(vec![Write::Clock(clock)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Command, IncidentCommand, apply, plan_all};

    fn at(minutes: i64) -> Moment {
        Moment::from_unix_millis(minutes * 60_000).unwrap()
    }

    fn done(incident: &mut Incident, commands: &[Command]) {
        let plan = plan_all(commands, incident).unwrap();
        apply(incident, &plan);
    }

    #[test]
    fn each_phase_gets_the_time_it_took() {
        let mut incident = Incident::new("i".parse().unwrap());
        done(&mut incident, &[ClockCommand::Start(at(0)).into()]);
        let open = |phase, minute| {
            [
                ClockCommand::Book(at(minute)).into(),
                IncidentCommand::SetPhase(phase).into(),
            ]
        };
        done(&mut incident, &open(Phase::Causes, 10));
        done(&mut incident, &open(Phase::Actions, 25));
        done(&mut incident, &[ClockCommand::Stop(at(30)).into()]);
        let spent = Phase::ALL.map(|phase| incident.clock.of(phase).spent / 60);
        assert_eq!(spent, [10, 15, 5]);
        assert_eq!(incident.clock.running_since, None);
    }

    #[test]
    fn starting_what_runs_and_stopping_what_rests_change_nothing() {
        let mut incident = Incident::new("i".parse().unwrap());
        let refused = |incident: &Incident, command: ClockCommand| {
            plan(&command, incident) == Err(Refusal::NothingToChange)
        };
        assert!(refused(&incident, ClockCommand::Stop(at(1))));
        assert!(refused(&incident, ClockCommand::Book(at(1))));
        assert!(refused(&incident, ClockCommand::Reset(Phase::Facts, at(1))));
        done(&mut incident, &[ClockCommand::Start(at(0)).into()]);
        assert!(refused(&incident, ClockCommand::Start(at(5))));
    }

    #[test]
    fn a_phase_begun_anew_goes_on_running() {
        let mut incident = Incident::new("i".parse().unwrap());
        let minutes = Minutes::new(5).unwrap();
        done(
            &mut incident,
            &[
                ClockCommand::SetMinutes(Phase::Facts, minutes).into(),
                ClockCommand::Start(at(0)).into(),
                ClockCommand::Book(at(9)).into(),
                ClockCommand::Reset(Phase::Facts, at(12)).into(),
            ],
        );
        let left = incident.clock.left(Phase::Facts, Phase::Facts, at(14));
        assert_eq!(left, 180);
    }
}
