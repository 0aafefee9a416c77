//! The clock of a meeting: how long each phase may take, and how long it has taken.

use super::{Moment, Phase};

/// How many minutes a phase may take, from 1 to [`Minutes::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(u32);

impl Minutes {
    /// So many at most: longer than any meeting.
    pub const MOST: u32 = 999;

    /// So many minutes, where a phase may take as many.
    pub fn new(minutes: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&minutes).then_some(Self(minutes))
    }

    /// How many there are.
    pub fn get(self) -> u32 {
        self.0
    }

    /// What a phase may take while nobody has said.
    pub fn usual(phase: Phase) -> Self {
        Self(match phase {
            Phase::Facts => 25,
            Phase::Causes => 20,
            Phase::Actions => 15,
        })
    }
}

/// The time of one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhaseTime {
    /// What it may take.
    pub minutes: Minutes,
    /// What it has taken, in seconds, up to when its clock was last started or stopped.
    pub spent: u32,
}

impl PhaseTime {
    fn usual(phase: Phase) -> Self {
        Self {
            minutes: Minutes::usual(phase),
            spent: 0,
        }
    }
}

/// The clock of a meeting, the same for everyone. It runs for whichever phase is open.
///
/// What time it is comes from whoever asks. Clocks of devices differ: time that seems to run
/// backwards counts as none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The time for what happened.
    pub facts: PhaseTime,
    /// The time for what contributed.
    pub causes: PhaseTime,
    /// The time for what to change.
    pub actions: PhaseTime,
    /// When it was started; none while it rests.
    pub running_since: Option<Moment>,
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            facts: PhaseTime::usual(Phase::Facts),
            causes: PhaseTime::usual(Phase::Causes),
            actions: PhaseTime::usual(Phase::Actions),
            running_since: None,
        }
    }
}

impl Clock {
    /// The time of a phase.
    pub fn of(&self, phase: Phase) -> PhaseTime {
        match phase {
            Phase::Facts => self.facts,
            Phase::Causes => self.causes,
            Phase::Actions => self.actions,
        }
    }

    /// The time of a phase, to be changed.
    pub fn of_mut(&mut self, phase: Phase) -> &mut PhaseTime {
        match phase {
            Phase::Facts => &mut self.facts,
            Phase::Causes => &mut self.causes,
            Phase::Actions => &mut self.actions,
        }
    }

    /// Whether it runs or has ever run: whether a meeting has begun.
    pub fn has_begun(&self) -> bool {
        let took_time = |phase| self.of(phase).spent > 0;
        self.running_since.is_some() || Phase::ALL.into_iter().any(took_time)
    }

    /// What a phase has taken by now, in seconds, while another or the same is open.
    pub fn spent(&self, phase: Phase, open: Phase, now: Moment) -> u32 {
        let since = self.running_since.filter(|_| phase == open);
        let running = since.map_or(0, |since| seconds_between(since, now));
        self.of(phase).spent.saturating_add(running)
    }

    /// What is left of a phase by now, in seconds; below zero where it takes longer than it may.
    pub fn left(&self, phase: Phase, open: Phase, now: Moment) -> i64 {
        let may_take = i64::from(self.of(phase).minutes.get()) * 60;
        may_take - i64::from(self.spent(phase, open, now))
    }

    /// Writes down what the open phase has taken by now. Whether it runs stays as it is.
    pub fn book(&mut self, open: Phase, now: Moment) {
        if self.running_since.is_some() {
            self.of_mut(open).spent = self.spent(open, open, now);
            self.running_since = Some(now);
        }
    }
}

fn seconds_between(start: Moment, end: Moment) -> u32 {
    let seconds = (end.unix_millis() - start.unix_millis()).max(0) / 1000;
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// What is left, as a clock on the wall of a meeting says it: in whole minutes, and calmly.
///
/// ```
/// use whyweb_core::model::time_left;
/// assert_eq!(time_left(12 * 60), "12 min left");
/// assert_eq!(time_left(61), "2 min left");
/// assert_eq!(time_left(0), "time is up");
/// assert_eq!(time_left(-3 * 60), "3 min over");
/// ```
pub fn time_left(seconds: i64) -> String {
    match seconds {
        1.. => format!("{} min left", (seconds + 59) / 60),
        -59..=0 => "time is up".to_owned(),
        _ => format!("{} min over", seconds / -60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Moment {
        Moment::from_unix_millis(minutes * 60_000).unwrap()
    }

    #[test]
    fn runs_for_the_open_phase_alone() {
        let clock = Clock {
            running_since: Some(at(0)),
            ..Clock::default()
        };
        assert_eq!(clock.spent(Phase::Facts, Phase::Facts, at(7)), 420);
        assert_eq!(clock.spent(Phase::Causes, Phase::Facts, at(7)), 0);
        assert_eq!(clock.left(Phase::Facts, Phase::Facts, at(28)), -180);
        assert!(clock.has_begun() && !Clock::default().has_begun());
    }

    #[test]
    fn booking_changes_nothing_that_anyone_sees() {
        let mut clock = Clock {
            running_since: Some(at(0)),
            ..Clock::default()
        };
        let before = clock.left(Phase::Causes, Phase::Causes, at(9));
        clock.book(Phase::Causes, at(4));
        assert_eq!(clock.causes.spent, 240);
        assert_eq!(clock.left(Phase::Causes, Phase::Causes, at(9)), before);
        let mut resting = Clock::default();
        resting.book(Phase::Facts, at(4));
        assert_eq!(resting, Clock::default());
    }

    #[test]
    fn time_that_runs_backwards_counts_as_none() {
        let clock = Clock {
            running_since: Some(at(10)),
            ..Clock::default()
        };
        assert_eq!(clock.spent(Phase::Facts, Phase::Facts, at(3)), 0);
    }

    #[test]
    fn a_clock_that_nobody_stopped_does_not_overflow() {
        let mut clock = Clock {
            running_since: Some("0000-01-01T00:00:00Z".parse().unwrap()),
            ..Clock::default()
        };
        clock.facts.spent = u32::MAX;
        let late = "9999-12-31T23:59:59Z".parse().unwrap();
        assert_eq!(clock.spent(Phase::Facts, Phase::Facts, late), u32::MAX);
        assert!(time_left(clock.left(Phase::Facts, Phase::Facts, late)).ends_with("min over"));
    }

    #[test]
    fn only_minutes_that_a_meeting_has() {
        assert_eq!(Minutes::new(0), None);
        assert_eq!(Minutes::new(Minutes::MOST).map(Minutes::get), Some(999));
        assert_eq!(Minutes::new(Minutes::MOST + 1), None);
    }
}
