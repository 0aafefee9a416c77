//! What the tests need from the system: a Chromium and a Node. On Debian, and as root, they are
//! installed; elsewhere the person is told what to install.

use crate::shell;
use crate::tools::version_of;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that the browser driver runs on.
pub(crate) const OLDEST_NODE: u32 = 20;

/// Names under which systems keep Chromium or its twin, the one we test with most first.
const CHROMIUM_NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
];

/// Where macOS keeps it, outside the `PATH`.
const CHROMIUM_PLACES: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Without fonts every text measures as boxes.
const CHROMIUM_PACKAGES: [&str; 3] = ["chromium", "fonts-liberation", "fonts-dejavu-core"];

/// The Chromium to test with. `WHYWEB_CHROMIUM` overrules the search.
pub(crate) fn chromium() -> Option<PathBuf> {
    if let Some(chosen) = env::var_os("WHYWEB_CHROMIUM") {
        return Some(chosen.into());
    }
    let places = CHROMIUM_PLACES
        .iter()
        .map(PathBuf::from)
        .filter(|place| place.is_file());
    CHROMIUM_NAMES
        .iter()
        .find_map(|name| shell::on_path(name))
        .or_else(|| places.into_iter().next())
}

/// The Chromium to test with, installed when there is none.
pub(crate) fn ensure_chromium() -> Result<PathBuf> {
    if let Some(found) = chromium() {
        return Ok(found);
    }
    install(
        "Chromium",
        "runs the page in the browser journeys",
        &CHROMIUM_PACKAGES,
    )?;
    chromium().context("Chromium was installed, but is not on the PATH")
}

/// Makes sure that Node and npm are there and new enough.
pub(crate) fn ensure_node() -> Result<()> {
    let missing: Vec<&str> = [("node", "nodejs"), ("npm", "npm")]
        .into_iter()
        .filter(|(program, _)| shell::on_path(program).is_none())
        .map(|(_, package)| package)
        .collect();
    if !missing.is_empty() {
        install("Node", "drives the browser and shrinks the page", &missing)?;
    }
    match node_version() {
        Some(version) if is_new_enough(&version) => Ok(()),
        Some(version) => bail!(
            "Node {version} is too old: the browser driver needs {OLDEST_NODE} or newer. Install one from nodejs.org or a newer release of your system"
        ),
        None => bail!("`node --version` fails: install Node {OLDEST_NODE} or newer"),
    }
}

/// The version of the Node on the `PATH`.
pub(crate) fn node_version() -> Option<String> {
    version_of(&shell::on_path("node")?)
}

/// Whether the browser driver runs on this version of Node.
pub(crate) fn is_new_enough(node_version: &str) -> bool {
    let major = node_version
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    major.is_some_and(|major| major >= OLDEST_NODE)
}

/// Whether packages can be installed here without asking a person for a password.
pub(crate) fn can_install() -> bool {
    is_debian() && shell::ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn install(what: &str, purpose: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !can_install() {
        bail!(
            "{what} is missing, which {purpose}. Install it with your system's package manager; on Debian: `sudo apt-get install {names}`"
        );
    }
    println!(
        "Installing {what}, which {purpose}, from Debian's packages ({names}): about 1 minute."
    );
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive");
        shell::run(&mut command)
    };
    apt(&["update", "-qq"])?;
    apt(&[
        &["install", "-y", "-qq", "--no-install-recommends"],
        packages,
    ]
    .concat())
}

/// Debian itself: on its descendants the package `chromium` may be a mere pointer to a store.
fn is_debian() -> bool {
    let release = fs::read_to_string(Path::new("/etc/os-release")).unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn the_version_of_node_is_compared_as_a_number() {
        assert!(is_new_enough("20.0.0"));
        assert!(is_new_enough("100.1.0"));
        assert!(!is_new_enough("18.20.4"));
        assert!(!is_new_enough("9.9.9"));
        assert!(!is_new_enough("twenty"));
    }
}
