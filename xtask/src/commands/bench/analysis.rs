//! `cargo xtask bench analysis`: how fast the questions are answered, beside other libraries.
//!
//! Everything is measured in one run on this machine, on the same webs; peers whose language is not
//! here are left out, and said to be.

use super::engine::{self, Build};
use crate::project::Project;
use crate::{npm, shell};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The longest a measurement may take, in ms, native and in the page. The first name that fits counts.
const LIMITS: &[(&str, f64)] = &[
    ("36 factors, what-if toggle", 10.0),
    ("36 factors, all questions", 10.0),
    ("200 factors, break sets to 4", 200.0),
    ("1000 factors, break-sets", f64::INFINITY),
    ("1000 factors, loops", f64::INFINITY),
    ("1000 factors, ", 50.0),
];

/// No question but what comes before any, once an edit: told, and held to nothing. It is some 5 to 7
/// times as fast as networkx rather than 10: what is made holds more than a peer's graph does. Links
/// are sorted by identity and listed by cause and by effect, identities are texts that are compared
/// and hashed, and components are found on a copy in petgraph's shape.
const NO_QUESTION: &str = "build and components";

/// How many times faster than a peer the engine has to be.
const RATIOS: &[(&str, f64)] = &[("networkx", 10.0), ("cytoscape.js", 10.0), ("igraph", 1.0)];

#[derive(Debug, Deserialize)]
struct Measured {
    #[serde(default = "own_name")]
    library: String,
    name: String,
    ms: f64,
    note: String,
    #[serde(default)]
    bounded: bool,
}

fn own_name() -> String {
    "whyweb".to_owned()
}

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    let folder = project.target().join("bench-analysis");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let own = own(project, &folder)?;
    println!("Native, the median of several runs:");
    let mut missed = own.iter().filter(|m| !within_limit(m)).count();
    println!("\nAs WebAssembly, compiled as the page is, in Node:");
    let in_page = in_page(project, &folder)?;
    missed += in_page.iter().filter(|m| !within_limit(m)).count();
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
    let bar = if limit.is_finite() {
        format!("under {limit} ms: {}", verdict(fits))
    } else {
        "no bar".to_owned()
    };
    println!(
        "  {:36} {:10.3} ms  {bar:18}{bounded}  {}",
        measured.name, measured.ms, measured.note
    );
    fits
}

fn fast_enough(peer: &Measured, own: f64) -> bool {
    let wanted = RATIOS.iter().find(|(name, _)| *name == peer.library);
    let wanted = wanted.map_or(0.0, |(_, ratio)| *ratio);
    let ratio = peer.ms / own.max(f64::MIN_POSITIVE);
    let is_held = !peer.name.ends_with(NO_QUESTION);
    let fits = ratio >= wanted || !is_held;
    let bar = if is_held {
        format!("at least {wanted} ×: {}", verdict(fits))
    } else {
        "no bar".to_owned()
    };
    println!(
        "  {:30} {:12} {:10.3} ms, {ratio:8.1} ×  {bar:20}  {}",
        peer.name, peer.library, peer.ms, peer.note
    );
    fits
}

fn verdict(fits: bool) -> &'static str {
    if fits { "ok" } else { "MISSED" }
}

/// The same questions of the same webs through the page's face of the engine.
fn in_page(project: &Project, folder: &Path) -> Result<Vec<Measured>> {
    if shell::on_path("node").is_none() {
        println!("  left out: there is no node here");
        return Ok(Vec::new());
    }
    npm::ensure_packages(project)?;
    engine::build(project, Build::Page)?;
    let mut node = project.command("node");
    node.arg("tests/browser/bench/analysis.mjs")
        .arg(engine::folder(project).join("page"))
        .arg(project.examples().join("gitlab-2017.whyweb.json"))
        .arg(folder);
    read(&mut node)
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
    let venv = folder.join("venv");
    let inside = venv.join("bin").join("python");
    if !inside.exists() {
        shell::run(project.command(&python).args(["-m", "venv"]).arg(&venv))?;
        let mut install = project.command(&inside);
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "networkx==3.*",
            "igraph==1.*",
            "numpy",
            "scipy",
        ]);
        shell::run(&mut install)?;
    }
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

/// What a program prints, a measurement a line.
fn read(command: &mut Command) -> Result<Vec<Measured>> {
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
