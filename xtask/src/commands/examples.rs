//! Making the examples anew: incidents coded by hand, beside the project, become files in its format.

use crate::overlay;
use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Names the folder `shared` where it is not beside the project.
const SHARED: &str = "WHYWEB_SHARED";

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    let incidents = coded_incidents(project)?;
    let examples = project.examples();
    fs::create_dir_all(&examples).with_context(|| format!("cannot make {}", examples.display()))?;
    for incident in &incidents {
        let name = incident.file_stem().context("a file without a name")?;
        let example = examples.join(name).with_extension("whyweb.json");
        convert(project, incident, &example)?;
        let overlay = project.overlays().join(name).with_extension("json");
        overlay::apply(&overlay, &example)?;
        // Once more, so that it is written as every other file is.
        convert(project, &example, &example)?;
        println!("{}", example.display());
    }
    println!("{} examples are made anew.", incidents.len());
    Ok(ExitCode::SUCCESS)
}

fn convert(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let mut convert = project.cargo();
    convert
        .args(["run", "--quiet", "--package", "whyweb", "--", "convert"])
        .arg(from)
        .arg("-o")
        .arg(to);
    shell::run(&mut convert)
}

/// The files of the shared folder that hold an incident, in the order of their names.
fn coded_incidents(project: &Project) -> Result<Vec<PathBuf>> {
    let shared = env::var_os(SHARED).map_or_else(|| project.beside("shared"), PathBuf::from);
    let folder = shared.join("incidents");
    let entries = fs::read_dir(&folder).with_context(|| {
        format!(
            "cannot list {}; set {SHARED} to the folder that holds incidents/",
            folder.display()
        )
    })?;
    let mut incidents = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if is_incident(&path)? {
            incidents.push(path);
        }
    }
    incidents.sort();
    if incidents.is_empty() {
        bail!("{} holds no incident", folder.display());
    }
    Ok(incidents)
}

/// An incident has links; the notes on themes beside them have none.
fn is_incident(path: &Path) -> Result<bool> {
    if path.extension().is_none_or(|ending| ending != "json") {
        return Ok(false);
    }
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.contains("\"links\":"))
}
