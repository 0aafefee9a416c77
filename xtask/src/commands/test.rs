//! Every check and test, in one go.
//!
//! Cheap ones first. Each step runs whatever became of those before it, and sees to the tools it
//! needs by itself, so that one missing program hides no other result.

use super::build;
use crate::project::{Project, WASM_TARGET, WEB_PACKAGE};
use crate::tally::{Counts, Outcome, Tally};
use crate::tools::{self, Standing};
use crate::{npm, shell, sizes, system};
use anyhow::Result;
use clap::Args;
use std::fs;
use std::process::{Command, ExitCode};

/// How much to test.
#[derive(Args)]
pub(crate) struct Options {
    /// Only what runs without a browser and needs no tool that is missing
    #[arg(long)]
    quick: bool,
}

pub(super) fn run(project: &Project, options: &Options) -> ExitCode {
    let mut tally = Tally::default();
    tally.step("format", || {
        check(project.cargo().args(["fmt", "--all", "--check"]))
    });
    tally.step("clippy", || check(&mut clippy(project)));
    tally.step("clippy, page", || clippy_of_the_page(project));
    tally.step("native tests", || count_some(&mut native_tests(project)));
    tally.step("doctests", || count(&mut doctests(project)));
    tally.step("licences", || licences(project, options));
    if options.quick {
        tally.step("browser", || {
            Ok(Outcome::Skipped("left out by --quick".into()))
        });
    } else {
        tally.step("wasm tests", || wasm_tests(project));
        tally.step("release build", || passed(build::release(project)));
        tally.step("size budget", || size_budget(project));
        tally.step("browser journeys", || browser_journeys(project));
    }
    if tally.sum_up() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Everything that runs without a browser. nextest runs it faster, but takes minutes to build,
/// which it would not win back on a clean machine: it is used where it is, and never installed.
pub(super) fn native_tests(project: &Project) -> Command {
    let mut cargo = project.cargo();
    if shell::on_path("cargo-nextest").is_some() {
        cargo.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        cargo.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    cargo.args(NATIVE);
    cargo
}

/// The packages that compile for this machine, with all they can do.
const NATIVE: [&str; 4] = ["--workspace", "--exclude", WEB_PACKAGE, "--all-features"];

fn clippy(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo
        .arg("clippy")
        .args(NATIVE)
        .args(["--all-targets", "--", "-D", "warnings"]);
    cargo
}

fn clippy_of_the_page(project: &Project) -> Result<Outcome> {
    build::ensure_target(project)?;
    let mut cargo = project.cargo();
    cargo.args([
        "clippy",
        "--package",
        WEB_PACKAGE,
        "--target",
        WASM_TARGET,
        "--all-targets",
    ]);
    check(cargo.args(["--", "-D", "warnings"]))
}

fn doctests(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args(["test", "--doc", "--no-fail-fast"]).args(NATIVE);
    cargo
}

/// Without the advisories: those change from day to day, and a test must not.
fn licences(project: &Project, options: &Options) -> Result<Outcome> {
    let tool = tools::cargo_deny();
    if options.quick && !matches!(tool.standing()?, Standing::Ready { .. }) {
        return Ok(Outcome::Skipped(format!(
            "{} is not installed; `cargo xtask test` without --quick installs it",
            tool.title()
        )));
    }
    let folder = tool.ensure(project)?;
    let mut deny = project.command(shell::executable(&folder, tool.name()));
    check(deny.args(["--all-features", "check", "licenses", "bans", "sources"]))
}

/// The page's own tests, in a real browser: cargo hands each compiled test to a small driver.
fn wasm_tests(project: &Project) -> Result<Outcome> {
    build::ensure_target(project)?;
    npm::ensure_packages(project)?;
    let chromium = system::ensure_chromium()?;
    let folder = tools::wasm_bindgen(project)?.ensure(project)?;
    // Cargo splits the runner at blanks, and starts it in the package's folder.
    let runner = "node ../tests/browser/wasm-tests.mjs";
    let mut cargo = project.cargo();
    cargo
        .args([
            "test",
            "--package",
            WEB_PACKAGE,
            "--target",
            WASM_TARGET,
            "--no-fail-fast",
        ])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("PATH", shell::path_with(&[folder])?)
        .env("WHYWEB_CHROMIUM", chromium);
    count_some(&mut cargo)
}

fn size_budget(project: &Project) -> Result<Outcome> {
    passed(sizes::measure(&project.dist()).and_then(|sizes| sizes::hold_to_budget(&sizes)))
}

/// The built page, served as a plain static host would from a folder somewhere.
fn browser_journeys(project: &Project) -> Result<Outcome> {
    npm::ensure_packages(project)?;
    let chromium = system::ensure_chromium()?;
    let mut node = project.command("node");
    // A journey that waits for what never comes must end the run, not hold it up.
    node.args(["--test", "--test-reporter=spec", "--test-timeout=120000"])
        .args(journeys(project)?)
        .current_dir(project.browser_tests())
        .env("WHYWEB_DIST", project.dist())
        .env("WHYWEB_CHROMIUM", chromium);
    count_some(&mut node)
}

/// The journeys by name, since not every Node expands a pattern.
fn journeys(project: &Project) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(project.browser_tests().join("journeys"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            names.push(format!("journeys/{name}"));
        }
    }
    names.sort();
    Ok(names)
}

fn check(command: &mut Command) -> Result<Outcome> {
    passed(shell::run(command))
}

fn passed(result: Result<()>) -> Result<Outcome> {
    result.map(|()| Outcome::Ran(Counts::ONE))
}

fn count(command: &mut Command) -> Result<Outcome> {
    let heard = shell::run_and_hear(command)?;
    Ok(Outcome::Ran(
        Counts::heard(&heard.lines).with_end(heard.succeeded),
    ))
}

fn count_some(command: &mut Command) -> Result<Outcome> {
    let heard = shell::run_and_hear(command)?;
    let counts = Counts::heard(&heard.lines).with_end(heard.succeeded);
    counts.of_some_test().map(Outcome::Ran)
}
