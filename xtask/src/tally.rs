//! Counting what passed and what failed, over checks and test runners of every kind.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

/// How a step of the check ended.
pub(crate) enum Outcome {
    Ran(Counts),
    /// Why it was not run.
    Skipped(String),
}

/// The steps so far.
#[derive(Default)]
pub(crate) struct Tally {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

impl Counts {
    /// A check that is one thing: it passed.
    pub(crate) const ONE: Self = Self {
        passed: 1,
        failed: 0,
    };

    /// What test runners said in these lines: libtest and the wasm tests, nextest, node:test.
    pub(crate) fn heard(lines: &[String]) -> Self {
        lines
            .iter()
            .filter_map(|line| counts_in(line.trim()))
            .fold(Self::default(), Self::plus)
    }

    /// An error unless at least one test ran: a runner that finds nothing proves nothing.
    pub(crate) fn of_some_test(self) -> Result<Self> {
        if self == Self::default() {
            bail!("no test was run, or none of the result was understood");
        }
        Ok(self)
    }

    /// With one failure added where the runner failed and no test of it did: it did not build, or
    /// it broke down.
    pub(crate) fn with_end(self, succeeded: bool) -> Self {
        let broke_down = !succeeded && self.failed == 0;
        self.plus(Self {
            passed: 0,
            failed: usize::from(broke_down),
        })
    }

    fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl Tally {
    /// Runs one step, whatever became of those before; an error counts as one failure.
    pub(crate) fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<Outcome>) {
        println!("\n── {name}");
        let started = Instant::now();
        let outcome = run().unwrap_or_else(|error| {
            println!("{name}: {error:#}");
            Outcome::Ran(Counts {
                passed: 0,
                failed: 1,
            })
        });
        if let Outcome::Skipped(reason) = &outcome {
            println!("SKIPPED: {reason}");
        }
        self.steps.push(Step {
            name,
            outcome,
            took: started.elapsed(),
        });
    }

    /// Prints a line for every step and, last of all, the sum. Returns whether all is well.
    pub(crate) fn sum_up(&self) -> bool {
        println!("\n── all");
        for step in &self.steps {
            println!(
                "{:>6} s  {:<18} {}",
                step.took.as_secs(),
                step.name,
                told(&step.outcome)
            );
        }
        let total = self.total();
        println!("{} passed, {} failed", total.passed, total.failed);
        total.failed == 0
    }

    fn total(&self) -> Counts {
        self.steps
            .iter()
            .fold(Counts::default(), |sum, step| match step.outcome {
                Outcome::Ran(counts) => sum.plus(counts),
                Outcome::Skipped(_) => sum,
            })
    }
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Ran(Counts { passed, failed: 0 }) => format!("{passed} passed"),
        Outcome::Ran(Counts { passed, failed }) => format!("{passed} passed, {failed} FAILED"),
        Outcome::Skipped(reason) => format!("SKIPPED: {reason}"),
    }
}

/// The counts in one line of a runner's output, if it is the line that sums up.
fn counts_in(line: &str) -> Option<Counts> {
    if let Some(result) = line.strip_prefix("test result:") {
        return Some(Counts {
            passed: number_before(result, "passed")?,
            failed: number_before(result, "failed")?,
        });
    }
    if line.starts_with("Summary [") {
        // Whatever ran and did not pass has failed, timed out or could not be started.
        let passed = number_before(line, "passed")?;
        let ran = number_before(line, "tests run").or_else(|| number_before(line, "test run"))?;
        return Some(Counts {
            passed,
            failed: ran.saturating_sub(passed),
        });
    }
    let (word, number) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word {
        "pass" => Some(Counts {
            passed: number,
            failed: 0,
        }),
        "fail" | "cancelled" => Some(Counts {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

/// The number that stands right before a word. `12/15 tests run` means 12 of 15.
fn number_before(text: &str, word: &str) -> Option<usize> {
    let (before, _) = text.split_once(word)?;
    let number = before.split_whitespace().last()?;
    number.split('/').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Counts, Outcome, Tally, counts_in};

    fn counts(passed: usize, failed: usize) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn each_runner_is_understood() {
        let cases = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured",
                counts(3, 0),
            ),
            (
                "test result: FAILED. 2 passed; 5 failed; 0 ignored",
                counts(2, 5),
            ),
            (
                "Summary [   0.015s] 2 tests run: 2 passed, 0 skipped",
                counts(2, 0),
            ),
            (
                "Summary [   1.2s] 1 test run: 1 passed, 0 skipped",
                counts(1, 0),
            ),
            (
                "Summary [ 9.1s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out",
                counts(6, 3),
            ),
            (
                "Summary [ 9.1s] 4/9 tests run: 3 passed, 1 failed, 0 skipped",
                counts(3, 1),
            ),
            ("ℹ pass 4", counts(4, 0)),
            ("ℹ fail 2", counts(0, 2)),
            ("ℹ cancelled 1", counts(0, 1)),
        ];
        for (line, expected) in cases {
            assert_eq!(counts_in(line), Some(expected), "{line}");
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in [
            "running 3 tests",
            "ℹ tests 4",
            "ℹ duration_ms 12.5",
            "3 passed",
            "",
        ] {
            assert_eq!(counts_in(line), None, "{line}");
        }
    }

    #[test]
    fn a_runner_that_breaks_down_is_one_failure() {
        assert_eq!(counts(3, 0).with_end(false), counts(3, 1));
        assert_eq!(counts(3, 2).with_end(false), counts(3, 2));
        assert_eq!(counts(3, 0).with_end(true), counts(3, 0));
    }

    #[test]
    fn a_runner_that_runs_nothing_is_an_error() {
        assert!(Counts::heard(&["all quiet".into()]).of_some_test().is_err());
        assert!(Counts::heard(&["ℹ pass 1".into()]).of_some_test().is_ok());
    }

    #[test]
    fn the_sum_takes_errors_as_failures_and_leaves_out_what_was_skipped() {
        let mut tally = Tally::default();
        tally.step("tests", || Ok(Outcome::Ran(counts(5, 1))));
        tally.step("broken", || anyhow::bail!("no such program"));
        tally.step("absent", || Ok(Outcome::Skipped("not here".into())));
        assert_eq!(tally.total(), counts(5, 2));
        assert!(!tally.sum_up());
    }
}
