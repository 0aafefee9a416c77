//! The hook that Trunk calls when it has built a page, whoever started Trunk.

use crate::page::{self, Diet, Touches};
use crate::project::Project;
use anyhow::{Context, Result};
use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

/// `cargo xtask build` says with these where the linker's output and wasm-opt are. A plain
/// `trunk build` splits and shrinks nothing.
pub(super) const LINKED: &str = "WHYWEB_LINKED";
pub(super) const WASM_OPT: &str = "WHYWEB_WASM_OPT";

pub(super) fn run(_: &Project) -> Result<ExitCode> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .context("this is a hook that Trunk calls; to build the page: `cargo xtask build`")?;
    let touches = Touches {
        diet: diet(),
        works_offline: env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release"),
    };
    page::finish(&PathBuf::from(folder), &touches)?;
    Ok(ExitCode::SUCCESS)
}

fn diet() -> Option<Diet> {
    Some(Diet {
        linked: env::var_os(LINKED)?.into(),
        wasm_opt: env::var_os(WASM_OPT)?.into(),
    })
}
