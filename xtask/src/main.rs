//! The tooling of the house. `cargo xtask` lists the commands.
//!
//! Two promises: a machine with only rustup, git and a C linker can run every command, because
//! each one installs what it lacks; and nothing is installed without saying what, why and how long.

mod commands;
mod npm;
mod overlay;
mod page;
mod project;
mod shell;
mod sizes;
mod system;
mod tally;
mod tools;

use clap::Parser;
use std::process::ExitCode;

/// Serve, test, build and measure Whyweb.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match project::Project::find().and_then(|project| arguments.command.run(&project)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
