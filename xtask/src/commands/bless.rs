//! Rewriting the expected outputs.

use super::test;
use crate::project::Project;
use crate::shell;
use anyhow::Result;
use std::process::ExitCode;

/// A test that compares with a file rewrites the file when this is set.
const BLESS: &str = "WHYWEB_BLESS";

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    shell::run(test::native_tests(project).env(BLESS, "1"))?;
    println!("The expected outputs are rewritten. Read the difference as you would read code.");
    Ok(ExitCode::SUCCESS)
}
