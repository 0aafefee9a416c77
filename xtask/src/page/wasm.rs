//! Splitting and shrinking the WebAssembly.

use super::digest::digest;
use super::split::{self, GATES, Gates};
use crate::{shell, sizes};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The features that rustc's output uses. Never `--all-features`: Chromium refuses what that makes.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Splits the page's WebAssembly in parts; returns the page that names them. `web/src/platform/parts.rs`
/// finds them by those names.
pub(super) fn split(folder: &Path, linked: &Path, html: &str) -> Result<String> {
    let names = sizes::files(folder)?;
    let mut names = names
        .iter()
        .filter(|name| name.strip_suffix(".wasm").is_some());
    let (Some(name), None) = (names.next(), names.next()) else {
        bail!("the page has not exactly one WebAssembly file");
    };
    ensure!(
        html.contains("</head>"),
        "index.html has no head to name the parts in"
    );
    let linked = fs::read(linked)
        .with_context(|| format!("cannot read the linker's output, {}", linked.display()))?;
    let bound = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
    let modules =
        split::split(&linked, &bound).with_context(|| format!("cannot split {name} in parts"))?;
    let write = |name: &str, module: &[u8]| {
        fs::write(folder.join(name), module).with_context(|| format!("cannot write {name}"))
    };
    write(name, &modules.first)?;
    let mut html = html.to_owned();
    for (Gates { part, .. }, module) in GATES.iter().zip(&modules.parts) {
        let name = format!("{part}-{}.wasm", digest(module));
        write(&name, module)?;
        let named = format!("<meta name=\"{part}\" content=\"./{name}\"></head>");
        html = html.replacen("</head>", &named, 1);
    }
    Ok(html)
}

/// Shrinks every WebAssembly file of the page, and renames it after its new content; returns the
/// page with the new names.
pub(super) fn shrink_all(folder: &Path, wasm_opt: &Path, mut html: String) -> Result<String> {
    for name in sizes::files(folder)? {
        let Some(stem) = name.strip_suffix(".wasm") else {
            continue;
        };
        if !html.contains(&name) {
            bail!("the page does not name {name}, so it cannot be renamed");
        }
        let shrunk = shrink(&folder.join(&name), wasm_opt)?;
        let new_name = format!("{}-{}.wasm", without_hash(stem), digest(&shrunk));
        fs::write(folder.join(&new_name), &shrunk)
            .with_context(|| format!("cannot write {new_name}"))?;
        fs::remove_file(folder.join(&name)).with_context(|| format!("cannot remove {name}"))?;
        html = html.replace(&name, &new_name);
    }
    Ok(html)
}

/// The file's content, shrunk; the file itself stays as it is.
pub(crate) fn shrink(input: &Path, wasm_opt: &Path) -> Result<Vec<u8>> {
    let output = input.with_file_name("shrunk.tmp");
    let mut command = Command::new("node");
    command
        .arg(wasm_opt)
        .arg(input)
        .arg("-o")
        .arg(&output)
        .arg("-Oz")
        .args(FEATURES);
    shell::run(&mut command)?;
    let shrunk = fs::read(&output).context("wasm-opt has left no output")?;
    fs::remove_file(&output).context("cannot remove wasm-opt's output")?;
    // A disk or a tool that left half of it would be found by whoever opens the page.
    wasmparser::validate(&shrunk).with_context(|| {
        format!(
            "wasm-opt made no sound module of {}; build again",
            input.display()
        )
    })?;
    Ok(shrunk)
}

/// Trunk names the file `package-hash_bg.wasm`.
fn without_hash(stem: &str) -> &str {
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').map_or(stem, |(package, _)| package)
}

#[cfg(test)]
mod tests {
    use super::without_hash;

    #[test]
    fn the_hash_of_the_old_content_goes() {
        assert_eq!(without_hash("whyweb-web-1a2b3c_bg"), "whyweb-web");
        assert_eq!(without_hash("plain"), "plain");
    }
}
