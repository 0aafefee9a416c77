//! The layout engine as WebAssembly beside other engines, in one browser and one run.

use super::engine::{self, Build};
use crate::commands::build;
use crate::project::Project;
use crate::{npm, shell, system};
use anyhow::Result;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// What to measure, and how thoroughly.
#[derive(Args)]
pub(crate) struct Options {
    /// Fewer graphs and smaller ones, and no page: under 2 minutes, and less to rely on
    #[arg(long)]
    quick: bool,
    /// One section alone
    #[arg(long, value_enum)]
    only: Option<Section>,
    /// Write every number to this file, too
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Only our engine and dot, in Node without a browser: seconds, for work on the engine
    #[arg(long, conflicts_with_all = ["quick", "only", "json"])]
    in_node: bool,
    /// With --in-node, after `--`: what bench/layout-quick.mjs takes, such as --sizes 200 --each
    #[arg(last = true, requires = "in_node")]
    more: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Section {
    Speed,
    Quality,
    Stability,
    Worst,
    Page,
}

impl Options {
    /// Whether the whole page is measured, which takes minutes to build.
    fn needs_page(&self) -> bool {
        match self.only {
            None => !self.quick,
            Some(section) => matches!(section, Section::Page),
        }
    }
}

pub(super) fn run(project: &Project, options: &Options) -> Result<ExitCode> {
    npm::ensure_packages(project)?;
    engine::build(project, Build::Speed)?;
    let mut node = project.command("node");
    node.current_dir(project.browser_tests())
        .env("WHYWEB_LAYOUT_BENCH", engine::folder(project));
    if options.in_node {
        node.arg("bench/layout-quick.mjs").args(&options.more);
    } else {
        engine::build(project, Build::Page)?;
        in_browser(project, options, &mut node)?;
    }
    shell::run(&mut node)?;
    Ok(ExitCode::SUCCESS)
}

fn in_browser(project: &Project, options: &Options, node: &mut Command) -> Result<()> {
    if options.needs_page() {
        build::release(project)?;
    }
    node.arg("bench/layout.mjs")
        .env("WHYWEB_DIST", project.dist())
        .env("WHYWEB_CHROMIUM", system::ensure_chromium()?);
    if options.quick {
        node.arg("--quick");
    }
    if let Some(section) = options.only.and_then(|only| only.to_possible_value()) {
        node.args(["--only", section.get_name()]);
    }
    if let Some(file) = &options.json {
        // Node runs in another folder than the person.
        node.arg("--json").arg(std::path::absolute(file)?);
    }
    Ok(())
}
