//! `cargo xtask soak`: lets a fuzzer look for input that breaks what reads it.
//!
//! `cargo xtask test` tries a few hundred texts made in the same way, with the usual compiler; this is
//! for the hours when nobody waits. Input that reached new code is kept in tests/corpora/fuzz, and
//! `tests/tests/fuzzed.rs` tries it again with every test run.

mod seeds;
mod together;

use crate::project::Project;
use crate::shell;
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// What is fuzzed.
struct Target {
    /// A file in fuzz/targets.
    name: &'static str,
    /// What the fuzzer begins from, beside what is kept.
    seeds: fn(&Project) -> Result<Vec<Vec<u8>>>,
    /// What it may put together, a file in fuzz.
    dictionary: Option<&'static str>,
    /// Bytes of the longest input.
    longest: usize,
}

const TARGETS: [Target; 4] = [
    query("query_lexer"),
    query("query_parser"),
    query("query_executor"),
    Target {
        name: "document_decode",
        seeds: seeds::updates,
        dictionary: None,
        longest: 1_000,
    },
];

const fn query(name: &'static str) -> Target {
    Target {
        name,
        seeds: seeds::queries,
        dictionary: Some("query.dict"),
        longest: 400,
    }
}

/// How long to look, and at what.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    instead: Option<Instead>,
    /// Minutes for each target
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// Only the target of this name
    #[arg(long)]
    only: Option<String>,
}

/// What else can be left to itself for a while.
#[derive(Subcommand)]
enum Instead {
    /// Three browsers on one map, over a network that loses, repeats and reorders what they say
    Together(together::Options),
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    if let Some(Instead::Together(options)) = &options.instead {
        return together::run(project, options);
    }
    let wanted = |target: &&Target| options.only.as_ref().is_none_or(|only| target.name == only);
    let targets: Vec<&Target> = TARGETS.iter().filter(wanted).collect();
    if targets.is_empty() {
        let names = TARGETS.map(|target| target.name).join(", ");
        bail!("there is no such target; there are {names}");
    }
    get_ready(project)?;
    for target in targets {
        println!("{}, {} minutes", target.name, options.minutes);
        soak(project, target, options.minutes)?;
    }
    println!("No finding in {} minutes each.", options.minutes);
    Ok(ExitCode::SUCCESS)
}

fn get_ready(project: &Project) -> Result<()> {
    if shell::ask(&mut nightly(project, &["--version"])).is_none() {
        bail!(
            "fuzzing needs a nightly compiler, and there is none here; \
             `rustup toolchain install nightly` brings one (about 1 minute)"
        );
    }
    if shell::ask(&mut nightly(project, &["fuzz", "--version"])).is_none() {
        println!("Installing cargo-fuzz, which builds and runs the fuzzer: 1 to 3 minutes.");
        shell::run(&mut nightly(
            project,
            &["install", "--locked", "cargo-fuzz"],
        ))?;
    }
    Ok(())
}

fn soak(project: &Project, target: &Target, minutes: u64) -> Result<()> {
    let kept = project.corpora().join("fuzz").join(target.name);
    let work = project.fuzz().join("target");
    let found = work.join("found").join(target.name);
    let seeds = work.join("seeds").join(target.name);
    for folder in [&kept, &found, &seeds] {
        fs::create_dir_all(folder)?;
    }
    for (turn, seed) in (target.seeds)(project)?.iter().enumerate() {
        fs::write(seeds.join(turn.to_string()), seed)?;
    }
    let mut fuzz = fuzzer(project, target, &[&found, &kept, &seeds]);
    fuzz.arg(format!("-max_total_time={}", minutes * 60))
        // Input that takes longer is a finding.
        .args(["-timeout=10", "-print_final_stats=1"]);
    if let Some(dictionary) = target.dictionary {
        let dictionary = project.fuzz().join(dictionary);
        fuzz.arg(format!("-dict={}", dictionary.display()));
    }
    shell::run(&mut fuzz)?;
    // What reached a place before nothing else did; how often it got there is not worth a file.
    let mut keep = fuzzer(project, target, &[&kept, &found]);
    shell::run(keep.args(["-merge=1", "-use_counters=0"]))
}

/// The fuzzer with these folders of input, of which it writes to the first; its options follow.
fn fuzzer(project: &Project, target: &Target, folders: &[&Path]) -> Command {
    let mut fuzz = nightly(project, &["fuzz", "run", target.name]);
    fuzz.args(folders)
        .arg("--")
        .arg(format!("-max_len={}", target.longest));
    fuzz
}

/// Cargo of the nightly compiler, past the version that the project is pinned to.
fn nightly(project: &Project, arguments: &[&str]) -> Command {
    let mut rustup = project.command("rustup");
    rustup.args(["run", "nightly", "cargo"]).args(arguments);
    // What the cargo that runs this set for its own compiler would win over rustup's choice.
    for name in ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN"] {
        rustup.env_remove(name);
    }
    rustup
}
