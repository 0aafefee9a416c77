//! `cargo xtask bench query`: how fast written queries are answered, beside other engines.
//!
//! All run in one go on this machine, over the same graphs, and have to give the same rows.

use super::engine::{self, Build};
use super::peers::{self, Measured, read};
use crate::project::Project;
use crate::{npm, shell, system};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// The longest a query may take, in ms. The first name that fits counts.
const LIMITS: [(&str, f64); 2] = [
    ("sample ", 2.0),
    ("library, two-hop join with aggregation", 150.0),
];

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    let folder = project.target().join("bench-query");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let own = own(project, &folder)?;
    println!("Native, the median of several runs:");
    let mut missed = own
        .iter()
        .filter(|measured| !within_limit(measured))
        .count();
    println!("\nAs WebAssembly in Chromium, compiled as the page is:");
    let in_page = in_page(project)?;
    missed += in_page.iter().filter(|m| !within_limit(m)).count();
    println!("\nBeside other engines, how many times as long they take:");
    let own: BTreeMap<&str, &Measured> = own.iter().map(|m| (m.name.as_str(), m)).collect();
    for package in ["grand-cypher", "kuzu"] {
        for peer in peer(project, &folder, package)? {
            let own = own.get(peer.name.as_str());
            missed += usize::from(!own.is_some_and(|own| agrees(&peer, own)));
        }
    }
    if missed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    println!("\n{missed} limits are missed or rows differ.");
    Ok(ExitCode::FAILURE)
}

fn within_limit(measured: &Measured) -> bool {
    let limit = LIMITS
        .iter()
        .find(|(name, _)| measured.name.starts_with(name));
    let fits = limit.is_none_or(|(_, limit)| measured.ms < *limit);
    let mark = match (limit, fits) {
        (None, _) => String::new(),
        (Some((_, limit)), true) => format!("ok, under {limit} ms"),
        (Some((_, limit)), false) => format!("MISSED, not under {limit} ms"),
    };
    println!(
        "  {:46} {:10.3} ms  {}  {mark}",
        measured.name, measured.ms, measured.note
    );
    fits
}

/// Whether it gave the same rows, as the notes tell them.
fn agrees(peer: &Measured, own: &Measured) -> bool {
    let same = peer.note == own.note;
    let mark = if same {
        "ok, same rows"
    } else {
        "MISSED, other rows"
    };
    let ratio = peer.ms / own.ms.max(f64::MIN_POSITIVE);
    println!(
        "  {:46} {:12} {:10.3} ms, {ratio:8.1} ×  {mark}",
        peer.name, peer.library, peer.ms
    );
    if !same {
        println!("    ours: {}\n    theirs: {}", own.note, peer.note);
    }
    same
}

/// The same queries through the page's face of the engine.
fn in_page(project: &Project) -> Result<Vec<Measured>> {
    npm::ensure_packages(project)?;
    engine::build(project, Build::Page)?;
    let mut node = project.command("node");
    node.env("WHYWEB_CHROMIUM", system::ensure_chromium()?)
        .arg("tests/browser/bench/query.mjs")
        .arg(engine::folder(project).join("page"))
        .arg(project.examples())
        .arg("docs/query.md");
    read(&mut node)
}

fn own(project: &Project, folder: &Path) -> Result<Vec<Measured>> {
    let mut cargo = project.cargo();
    cargo
        .args(["run", "--quiet", "--release", "--package", "whyweb-core"])
        .args(["--example", "query_speed", "--"])
        .arg(project.examples())
        .arg("docs/query.md")
        .arg(folder);
    read(&mut cargo)
}

/// An engine of python's, in an environment of its own, so that one that does not install keeps no
/// other from running.
fn peer(project: &Project, folder: &Path, package: &str) -> Result<Vec<Measured>> {
    let Some(python) = shell::on_path("python3") else {
        println!("  {package} is left out: there is no python3 here");
        return Ok(Vec::new());
    };
    let own = folder.join(package);
    fs::create_dir_all(&own).with_context(|| format!("cannot make {}", own.display()))?;
    let inside = match peers::environment(project, &own, &python, &[package]) {
        Ok(inside) => inside,
        Err(error) => {
            println!("  {package} is left out, it does not install: {error:#}");
            // What is half there would look whole the next time.
            fs::remove_dir_all(&own).context("cannot remove the environment")?;
            return Ok(Vec::new());
        }
    };
    read(
        project
            .command(&inside)
            .arg("xtask/peers/query.py")
            .arg(package)
            .arg(folder),
    )
}
