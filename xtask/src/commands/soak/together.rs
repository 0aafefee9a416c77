//! `cargo xtask soak together`: three browsers on one map for minutes, over a network that loses, repeats
//! and reorders what they say.
//!
//! `cargo xtask test` does the same for some seconds, as the journey tests/browser/journeys/soak.test.mjs.

use crate::commands::build;
use crate::project::Project;
use crate::{npm, shell, system};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// How long, and how much is done meanwhile.
#[derive(Args)]
pub(crate) struct Options {
    /// Minutes for each kind of server, at the least
    #[arg(long, default_value_t = 10)]
    minutes: u64,
    /// How many acts the three do in all
    #[arg(long, default_value_t = 2_000)]
    acts: u64,
    /// What chance begins with
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only the servers whose name holds this: y-websocket, Hocuspocus
    #[arg(long)]
    only: Option<String>,
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    build::release(project)?;
    npm::ensure_packages(project)?;
    let mut node = project.command("node");
    node.current_dir(project.browser_tests())
        .arg("soak/run.mjs")
        .args(["--minutes", &options.minutes.to_string()])
        .args(["--acts", &options.acts.to_string()])
        .args(["--seed", &options.seed.to_string()])
        .env("WHYWEB_DIST", project.dist())
        .env("WHYWEB_CHROMIUM", system::ensure_chromium()?);
    if let Some(only) = &options.only {
        node.args(["--only", only]);
    }
    shell::run(&mut node)?;
    Ok(ExitCode::SUCCESS)
}
