//! The page with a large incident, in a real browser.

use crate::commands::build;
use crate::project::Project;
use crate::{npm, shell, system};
use anyhow::Result;
use clap::Args;
use std::process::ExitCode;

/// What to open, and how often.
#[derive(Args)]
pub(crate) struct Options {
    /// How many factors the incident has
    #[arg(long, default_value_t = 1_000)]
    factors: u32,
    /// How often each thing is measured; the median and the worst are told
    #[arg(long, default_value_t = 9)]
    rounds: u32,
    /// Measure a page that is served already, instead of dist/
    #[arg(long)]
    url: Option<String>,
    /// Tell where the time goes, too
    #[arg(long)]
    profile: bool,
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    if options.url.is_none() {
        // Always: numbers of a page that is older than the code would mislead.
        build::release(project)?;
    }
    npm::ensure_packages(project)?;
    let chromium = system::ensure_chromium()?;
    let mut node = project.command("node");
    node.current_dir(project.browser_tests())
        .arg("bench/page.mjs")
        .args(["--factors", &options.factors.to_string()])
        .args(["--rounds", &options.rounds.to_string()])
        .env("WHYWEB_DIST", project.dist())
        .env("WHYWEB_CHROMIUM", chromium);
    if let Some(url) = &options.url {
        node.args(["--url", url]);
    }
    if options.profile {
        node.arg("--profile");
    }
    shell::run(&mut node)?;
    Ok(ExitCode::SUCCESS)
}
