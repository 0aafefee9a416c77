//! The release build.

use super::finish;
use crate::project::{Project, WASM_TARGET};
use crate::{npm, shell, sizes, system, tools};
use anyhow::Result;
use std::env;
use std::process::{Command, ExitCode};

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    release(project)?;
    sizes::hold_to_budget(&sizes::measure(&project.dist())?)?;
    println!(
        "The page is in {}: put that folder on any static host.",
        project.dist().display()
    );
    Ok(ExitCode::SUCCESS)
}

/// Builds the page for release into `dist/`.
pub(super) fn release(project: &Project) -> Result<()> {
    system::ensure_node()?;
    npm::ensure_packages(project)?;
    let mut trunk = trunk(project)?;
    trunk
        .args(["build", "--release"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags())
        .env(finish::LINKED, project.linked_page())
        .env(
            finish::WASM_OPT,
            npm::file(project, "binaryen/bin/wasm-opt"),
        );
    shell::run(&mut trunk)
}

/// How the page is compiled for release: with the relocations by which it is split in parts, and without
/// the path of this machine's packages in what it says when it panics.
fn flags() -> String {
    let mut flags = "-C link-arg=--emit-relocs".to_owned();
    // rustup says where they are. The flags are parted at spaces, so such a path stays as it is.
    let home = env::var("CARGO_HOME").ok();
    if let Some(home) = home.filter(|home| !home.contains(char::is_whitespace)) {
        flags.extend([" --remap-path-prefix=", &home, "/registry/src="]);
    }
    flags
}

/// A Trunk that finds what it needs, and looks for nothing on the network.
pub(super) fn trunk(project: &Project) -> Result<Command> {
    ensure_target(project)?;
    let folders = [
        tools::trunk().ensure(project)?,
        tools::wasm_bindgen(project)?.ensure(project)?,
    ];
    let program = folders
        .first()
        .map(|folder| shell::executable(folder, "trunk"));
    let mut command = project.command(program.unwrap_or_else(|| "trunk".into()));
    command
        .env("PATH", shell::path_with(&folders)?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk reads it as a flag that wants `true` or `false`, and refuses the usual `1`.
        .env_remove("NO_COLOR");
    Ok(command)
}

/// Makes sure that rustc can compile for the browser. rustup does it by itself from
/// `rust-toolchain.toml`, unless it is set not to.
pub(super) fn ensure_target(project: &Project) -> Result<()> {
    if has_target(project) {
        return Ok(());
    }
    println!("Installing the standard library for {WASM_TARGET} with rustup: under 1 minute.");
    shell::run(
        project
            .command("rustup")
            .args(["target", "add", WASM_TARGET]),
    )
}

/// Whether the standard library for the browser is there.
pub(super) fn has_target(project: &Project) -> bool {
    let mut rustc = project.command("rustc");
    let folder = shell::ask(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]));
    folder.is_some_and(|folder| std::path::Path::new(&folder).is_dir())
}
