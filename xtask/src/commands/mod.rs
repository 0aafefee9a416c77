//! One file a command.

mod bench;
mod bless;
mod build;
mod doctor;
mod examples;
mod finish;
mod serve;
mod soak;
mod test;

use crate::project::Project;
use anyhow::Result;
use clap::Subcommand;
use std::process::ExitCode;

/// What `cargo xtask` can do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Build the page and serve it on this machine, rebuilding at every change
    Serve(serve::Options),
    /// Run every check and test; the last line says how many passed and failed
    Test(test::Options),
    /// Build the page for release into dist/ and hold it to its size budget
    Build,
    /// Measure
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Let a fuzzer, or three browsers on one map, look for what breaks; a fuzzer needs a nightly compiler
    Soak(soak::Options),
    /// Rewrite the expected outputs that the native tests compare with
    Bless,
    /// Make the examples anew from the incidents beside the project
    Examples,
    /// Say which tools are here, which are missing and how they will come
    Doctor,
    /// Give a page that Trunk has just built its last touches (Trunk's hook calls this)
    #[command(hide = true)]
    Finish,
}

impl Command {
    /// Runs the command; an error is one that the person at the keyboard can act on.
    pub(crate) fn run(self, project: &Project) -> Result<ExitCode> {
        match self {
            Self::Serve(options) => serve::run(project, &options),
            Self::Test(options) => Ok(test::run(project, &options)),
            Self::Build => build::run(project),
            Self::Bench(bench) => bench.run(project),
            Self::Soak(options) => soak::run(project, &options),
            Self::Bless => bless::run(project),
            Self::Examples => examples::run(project),
            Self::Doctor => doctor::run(project),
            Self::Finish => finish::run(project),
        }
    }
}
