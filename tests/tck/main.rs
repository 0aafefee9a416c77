//! openCypher's conformance kit: its feature files, one test a case.
//!
//! The files are no part of the project. They are read from `../shared/tck/features`, or from the
//! folder that `WHYWEB_TCK` names; where there is none, the one test there says so. Counted are cases
//! that only read and have nothing to do with temporal types; `skip.txt` lists what is left out
//! besides and why. `passes.txt` lists the cases that pass: with `WHYWEB_BLESS=1` those that pass now
//! are added, and none is ever taken away.

mod case;
mod create;
mod lists;
mod outcome;
mod procedures;
mod scan;
mod stage;
mod want;

use std::{
    collections::BTreeSet,
    env, panic,
    path::{Path, PathBuf},
    process::ExitCode,
};

use libtest_mimic::{Arguments, Failed, Trial};

use case::Case;
use lists::Lists;
use outcome::Outcome;

/// The share of counted cases that pass, in percent.
const GOAL: usize = 97;

/// The test of all cases together.
const TOGETHER: &str = "all cases together";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let Some(folder) = folder() else {
        let reason = "no folder ../shared/tck/features, and WHYWEB_TCK names none";
        eprintln!("SKIPPED the conformance kit: {reason}");
        let name = format!("skipped: {reason}");
        let trials = vec![Trial::test(name, || Ok(()))];
        return libtest_mimic::run(&arguments, trials).exit_code();
    };
    let lists = Lists::read();
    // A runner that starts one process a test asks for one by its whole name.
    let only = arguments.filter.clone().filter(|_| arguments.exact);
    let cases = case::all(&folder, only.as_deref().filter(|only| *only != TOGETHER));
    let mut trials: Vec<Trial> = cases.iter().map(|case| trial(case, &lists)).collect();
    trials.push(Trial::test(TOGETHER, move || together(&folder)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn folder() -> Option<PathBuf> {
    let named = env::var_os("WHYWEB_TCK").map(PathBuf::from);
    let beside = || whyweb_tests::shared::folder().map(|shared| shared.join("tck"));
    let kit = named.or_else(beside)?;
    let features = kit.join("features");
    let folder = if features.is_dir() { features } else { kit };
    folder.is_dir().then_some(folder)
}

fn trial(case: &Case, lists: &Lists) -> Trial {
    let reason = lists.left_out(case);
    let known = lists.is_known_to_fail(&case.name);
    let case = case.clone();
    let kind = match (&reason, known) {
        (Some(_), _) => "left out",
        (None, true) => "known to fail",
        (None, false) => "",
    };
    Trial::test(case.name.clone(), move || {
        if reason.is_some() {
            return Ok(());
        }
        match (run(&case), known) {
            (Outcome::Failed(what), false) => Err(Failed::from(what)),
            (Outcome::Passed, true) => Err(Failed::from("it passes now; take it out of skip.txt")),
            _ => Ok(()),
        }
    })
    .with_kind(kind)
}

fn run(case: &Case) -> Outcome {
    let result = panic::catch_unwind(|| outcome::of(case));
    result.unwrap_or_else(|_| Outcome::Failed("it panicked".to_owned()))
}

/// All cases, the share that passes, and the list of those that do.
fn together(folder: &Path) -> Result<(), Failed> {
    let lists = Lists::read();
    let cases = case::all(folder, None);
    let mut passed = BTreeSet::new();
    let mut failed = Vec::new();
    let mut left_out = 0;
    for case in &cases {
        if lists.left_out(case).is_some() {
            left_out += 1;
            continue;
        }
        match run(case) {
            Outcome::Passed => drop(passed.insert(case.name.clone())),
            Outcome::Failed(what) => failed.push(format!("{}: {what}", case.name)),
        }
    }
    let counted = passed.len() + failed.len();
    println!(
        "{} of {counted} counted cases pass, {left_out} are left out",
        passed.len()
    );
    if env::var_os("WHYWEB_TCK_TELL").is_some() {
        for failure in &failed {
            println!("{failure}\n");
        }
    }
    let all: BTreeSet<&String> = cases.iter().map(|case| &case.name).collect();
    let lost = lists
        .passes()
        .filter(|name| all.contains(name) && !passed.contains(*name));
    let lost: Vec<&String> = lost.collect();
    if !lost.is_empty() {
        return Err(format!("these passed before: {lost:#?}").into());
    }
    if passed.len() * 100 < counted * GOAL {
        return Err(format!("less than {GOAL} % pass:\n{}", failed.join("\n")).into());
    }
    lists.keep(&passed)
}
