//! Two windows on one incident, in real browsers: how soon the one shows what is done in the other.

use crate::commands::build;
use crate::project::Project;
use crate::{npm, shell, system};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// How often to measure, and what.
#[derive(Args)]
pub(crate) struct Options {
    /// How many key presses are measured for each way
    #[arg(long, default_value_t = 100)]
    rounds: u32,
    /// Only the ways whose name holds this: tabs, direct, y-websocket, Hocuspocus
    #[arg(long)]
    only: Option<String>,
    /// Measure a page that is served already, instead of dist/
    #[arg(long)]
    url: Option<String>,
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    if options.url.is_none() {
        build::release(project)?;
    }
    npm::ensure_packages(project)?;
    let mut node = project.command("node");
    node.current_dir(project.browser_tests())
        .arg("bench/together.mjs")
        .args(["--rounds", &options.rounds.to_string()])
        .env("WHYWEB_DIST", project.dist())
        .env("WHYWEB_CHROMIUM", system::ensure_chromium()?);
    if let Some(only) = &options.only {
        node.args(["--only", only]);
    }
    if let Some(url) = &options.url {
        node.args(["--url", url]);
    }
    shell::run(&mut node)?;
    Ok(ExitCode::SUCCESS)
}
