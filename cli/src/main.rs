//! Whyweb on the command line: the same engine as the page, over files.
//!
//! Ends with 0 when all is well, with 1 when a file has a problem or cannot be read or written, and
//! with 2 when the command line itself is not understood.

mod commands;
mod failure;
mod input;
mod named;
mod output;
mod rows;

use std::process::ExitCode;

use clap::Parser;

/// Map the web of factors that contributed to an incident.
#[derive(Debug, Parser)]
#[command(name = "whyweb", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    match Arguments::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
