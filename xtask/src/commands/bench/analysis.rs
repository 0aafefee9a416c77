//! `cargo xtask bench analysis`: how fast the questions are answered, beside other libraries.
//!
//! Everything is measured in one run on this machine, on the same webs; peers whose language is not
//! here are left out, and said to be.

use super::peers::{self, Measured, read};
use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// The longest a measurement may take, in ms. The first name that fits counts.
const LIMITS: &[(&str, f64)] = &[
    ("36 factors, all questions", 10.0),
    ("200 factors, break sets to 4", 200.0),
    ("1000 factors, break-sets", f64::INFINITY),
    ("1000 factors, loops", f64::INFINITY),
    ("1000 factors, ", 50.0),
];

/// No question but what comes before any: told, and held to nothing.
const NO_QUESTION: &str = "build and components";

/// How many times faster than a peer the engine has to be.
const RATIOS: &[(&str, f64)] = &[("networkx", 10.0), ("cytoscape.js", 10.0), ("igraph", 1.0)];

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    let folder = project.target().join("bench-analysis");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let own = own(project, &folder)?;
    println!("Native, the median of several runs:");
    let mut missed = 0;
    for measured in &own {
        missed += usize::from(!within_limit(measured));
    }
    println!("\nBeside other libraries, how many times as long they take:");
    let mut peers = Vec::new();
    peers.extend(python(project, &folder)?);
    peers.extend(node(project, &folder)?);
    let own: BTreeMap<&str, f64> = own.iter().map(|m| (m.name.as_str(), m.ms)).collect();
    for peer in &peers {
        if let Some(ms) = own.get(peer.name.as_str()) {
            missed += usize::from(!fast_enough(peer, *ms));
        }
    }
    if missed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    println!("\n{missed} limits are missed.");
    Ok(ExitCode::FAILURE)
}

fn within_limit(measured: &Measured) -> bool {
    let limit = LIMITS
        .iter()
        .find(|(name, _)| measured.name.starts_with(name));
    let limit = limit.map_or(f64::INFINITY, |(_, limit)| *limit);
    let fits = measured.ms < limit;
    let bounded = if measured.bounded { " (bounded)" } else { "" };
    let mark = if fits { "" } else { "  TOO SLOW" };
    println!(
        "  {:36} {:10.3} ms{bounded}{mark}  {}",
        measured.name, measured.ms, measured.note
    );
    fits
}

fn fast_enough(peer: &Measured, own: f64) -> bool {
    let wanted = RATIOS.iter().find(|(name, _)| *name == peer.library);
    let wanted = wanted.map_or(0.0, |(_, ratio)| *ratio);
    let ratio = peer.ms / own.max(f64::MIN_POSITIVE);
    let fits = ratio >= wanted || peer.name.ends_with(NO_QUESTION);
    let mark = if fits { "" } else { "  TOO LITTLE" };
    println!(
        "  {:30} {:12} {:10.3} ms, {ratio:8.1} ×{mark}  {}",
        peer.name, peer.library, peer.ms, peer.note
    );
    fits
}

fn own(project: &Project, folder: &Path) -> Result<Vec<Measured>> {
    let mut cargo = project.cargo();
    cargo
        .args(["run", "--quiet", "--release", "--package", "whyweb-core"])
        .args(["--example", "analysis_speed", "--"])
        .arg(project.examples().join("gitlab-2017.whyweb.json"))
        .arg(folder);
    read(&mut cargo)
}

/// networkx and igraph, in an environment of their own under the target folder.
fn python(project: &Project, folder: &Path) -> Result<Vec<Measured>> {
    let Some(python) = shell::on_path("python3") else {
        println!("  networkx and igraph are left out: there is no python3 here");
        return Ok(Vec::new());
    };
    let packages = ["networkx==3.*", "igraph==1.*", "numpy", "scipy"];
    let inside = peers::environment(project, folder, &python, &packages)?;
    read(
        project
            .command(&inside)
            .arg("xtask/peers/analysis.py")
            .arg(folder),
    )
}

fn node(project: &Project, folder: &Path) -> Result<Vec<Measured>> {
    if shell::on_path("node").is_none() {
        println!("  cytoscape.js is left out: there is no node here");
        return Ok(Vec::new());
    }
    if !folder.join("node_modules").exists() {
        let mut install = project.command("npm");
        install
            .args(["install", "--silent", "--no-save", "--prefix"])
            .arg(folder)
            .arg("cytoscape@3");
        shell::run(&mut install)?;
    }
    read(
        project
            .command("node")
            .arg("xtask/peers/analysis.cjs")
            .arg(folder),
    )
}
