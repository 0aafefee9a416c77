//! Measuring: one subcommand and one file for each thing that is measured.

mod analysis;
mod engine;
mod layout;
mod page;
mod peers;
mod query;
mod together;

use crate::project::Project;
use anyhow::Result;
use clap::Subcommand;
use std::process::ExitCode;

/// What can be measured.
#[derive(Subcommand)]
pub(crate) enum Bench {
    /// How fast the questions are answered, beside networkx, igraph and cytoscape.js
    Analysis,
    /// How fast, how good and how steady the layout is, beside other engines
    Layout(layout::Options),
    /// How fast written queries are answered, beside grand-cypher and kuzu
    Query,
    /// How fast the page in a real browser opens a large incident, adds a card and drags one
    Page(page::Options),
    /// How soon a window shows what is done in another, by each way to work together
    Together(together::Options),
}

impl Bench {
    pub(super) fn run(self, project: &Project) -> Result<ExitCode> {
        match self {
            Self::Analysis => analysis::run(project),
            Self::Layout(options) => layout::run(project, &options),
            Self::Query => query::run(project),
            Self::Page(options) => page::run(project, &options),
            Self::Together(options) => together::run(project, &options),
        }
    }
}
