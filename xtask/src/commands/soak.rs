//! `cargo xtask soak`: lets a fuzzer look for queries that break the reader or the run.
//!
//! `cargo xtask test` tries a few hundred texts made in the same way, with the usual compiler; this is
//! for the hours when nobody waits. Texts that reached new code are kept in tests/corpora/query.

use crate::project::Project;
use crate::shell;
use anyhow::{Result, bail};
use clap::{Args, Subcommand};
use std::fs;
use std::process::{Command, ExitCode};

mod together;

/// Each a file in fuzz/targets.
const TARGETS: [&str; 3] = ["query_lexer", "query_parser", "query_executor"];

/// How long to look.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    instead: Option<Instead>,
    /// Minutes for each target
    #[arg(long, default_value_t = 10)]
    minutes: u64,
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
    for target in TARGETS {
        let corpus = project.corpora().join("query").join(target);
        fs::create_dir_all(&corpus)?;
        println!("{target}, {} minutes", options.minutes);
        let mut fuzz = nightly(project, &["fuzz", "run", target]);
        fuzz.arg(&corpus)
            .arg("--")
            .arg(format!("-max_total_time={}", options.minutes * 60))
            // A text that takes longer is a finding.
            .args(["-timeout=10", "-max_len=400", "-print_final_stats=1"]);
        shell::run(&mut fuzz)?;
    }
    println!("No finding in {} minutes each.", options.minutes);
    Ok(ExitCode::SUCCESS)
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
