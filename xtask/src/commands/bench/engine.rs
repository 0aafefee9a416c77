//! The layout engine alone as WebAssembly, for the layout bench and nobody else.

use crate::commands::build;
use crate::page::shrink;
use crate::project::{Project, WASM_TARGET};
use crate::{npm, shell, tools};
use anyhow::Result;
use std::path::PathBuf;

const PACKAGE: &str = "whyweb-bench";

/// How the engine is compiled.
#[derive(Clone, Copy)]
pub(super) enum Build {
    /// To run fast: what the engine is capable of.
    Speed,
    /// As the page is, down to wasm-opt: what people get.
    Page,
}

impl Build {
    fn name(self) -> &'static str {
        match self {
            Self::Speed => "speed",
            Self::Page => "page",
        }
    }

    fn profile(self) -> &'static str {
        match self {
            Self::Speed => "release",
            Self::Page => "page",
        }
    }
}

/// Where the builds are, each in a folder of its name.
pub(super) fn folder(project: &Project) -> PathBuf {
    project.target().join("layout-bench")
}

/// Makes one build.
pub(super) fn build(project: &Project, build: Build) -> Result<()> {
    build::ensure_target(project)?;
    let mut cargo = project.cargo();
    cargo
        .args(["build", "--quiet", "--package", PACKAGE])
        .args(["--target", WASM_TARGET, "--profile", build.profile()]);
    println!("Building the engine for the bench ({}).", build.name());
    shell::run(&mut cargo)?;

    let compiled = project
        .target()
        .join(WASM_TARGET)
        .join(build.profile())
        .join("whyweb_bench.wasm");
    let out = folder(project).join(build.name());
    let bindgen = tools::wasm_bindgen(project)?.ensure(project)?;
    let mut bind = project.command(shell::executable(&bindgen, "wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&out)
        .arg(compiled);
    shell::run(&mut bind)?;
    if matches!(build, Build::Page) {
        let wasm_opt = npm::file(project, "binaryen/bin/wasm-opt");
        let file = out.join("whyweb_bench_bg.wasm");
        std::fs::write(&file, shrink(&file, &wasm_opt)?)?;
    }
    Ok(())
}
