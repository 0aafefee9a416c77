//! The npm packages, by their lock file: the browser driver, the accessibility rules, wasm-opt and
//! the layout engines that ours is measured beside.

use crate::project::Project;
use crate::{shell, system};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// Makes sure that exactly the packages of the lock file are installed.
pub(crate) fn ensure_packages(project: &Project) -> Result<()> {
    if are_installed(project) {
        return Ok(());
    }
    system::ensure_node()?;
    println!(
        "Installing the browser driver, the accessibility rules, wasm-opt and the bench's layout engines from npm: about 1 minute."
    );
    let npm = shell::on_path("npm").context("npm is missing: it comes with Node")?;
    let folder = project.browser_tests();
    shell::run(project.command(npm).arg("ci").current_dir(&folder))?;
    let lock = folder.join("package-lock.json");
    fs::copy(&lock, receipt(project)).with_context(|| {
        format!(
            "cannot note down what was installed from {}",
            lock.display()
        )
    })?;
    Ok(())
}

/// Whether what is installed is what the lock file says.
pub(crate) fn are_installed(project: &Project) -> bool {
    let lock = fs::read(project.browser_tests().join("package-lock.json"));
    let installed = fs::read(receipt(project));
    matches!((lock, installed), (Ok(lock), Ok(installed)) if lock == installed)
}

/// A package's file.
pub(crate) fn file(project: &Project, path: &str) -> PathBuf {
    project.browser_tests().join("node_modules").join(path)
}

/// A copy of the lock file that the installed packages were installed by.
fn receipt(project: &Project) -> PathBuf {
    file(project, ".installed-by-this-lock.json")
}
