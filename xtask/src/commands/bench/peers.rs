//! Programs that measure, ours and others, and what they say.

use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A measurement.
#[derive(Debug, Deserialize)]
pub(super) struct Measured {
    #[serde(default = "own_name")]
    pub(super) library: String,
    pub(super) name: String,
    pub(super) ms: f64,
    pub(super) note: String,
    #[serde(default)]
    pub(super) bounded: bool,
}

fn own_name() -> String {
    "whyweb".to_owned()
}

/// The python of an environment of its own in a folder, with these packages in it.
pub(super) fn environment(
    project: &Project,
    folder: &Path,
    python: &Path,
    packages: &[&str],
) -> Result<PathBuf> {
    let venv = folder.join("venv");
    let inside = venv.join("bin").join("python");
    if !inside.exists() {
        shell::run(project.command(python).args(["-m", "venv"]).arg(&venv))?;
        let mut install = project.command(&inside);
        install.args(["-m", "pip", "install", "--quiet"]);
        shell::run(install.args(packages))?;
    }
    Ok(inside)
}

/// What a program prints, a measurement a line.
pub(super) fn read(command: &mut Command) -> Result<Vec<Measured>> {
    let output = command
        .output()
        .with_context(|| format!("cannot run {command:?}"))?;
    anyhow::ensure!(
        output.status.success(),
        "{command:?} failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let lines = String::from_utf8(output.stdout)?;
    let measured = lines.lines().map(serde_json::from_str::<Measured>);
    Ok(measured.collect::<Result<_, _>>()?)
}
