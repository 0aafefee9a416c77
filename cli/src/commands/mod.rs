//! One file a command.

mod ask;
mod check;
mod convert;
mod layout;
mod query;
mod render;
mod spacing;

use std::process::ExitCode;

use clap::Subcommand;

use crate::failure::Failure;

/// What `whyweb` can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn an incident, or a scribe's indented notes, into another format
    Convert(convert::Options),
    /// Draw an incident as SVG
    Render(render::Options),
    /// Say where cards lie and links run
    Layout(layout::Options),
    /// Ask what led to it, what would have prevented it, what is still open
    Ask(ask::Options),
    /// Query one incident, or a folder of them, in a subset of openCypher
    Query(query::Options),
    /// Say what is unfinished or contradicts itself; ends with 1 when anything does
    Check(check::Options),
}

impl Command {
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Convert(options) => convert::run(&options),
            Self::Render(options) => render::run(&options),
            Self::Layout(options) => layout::run(&options),
            Self::Ask(options) => ask::run(&options),
            Self::Query(options) => query::run(&options),
            Self::Check(options) => check::run(&options),
        }
    }
}
