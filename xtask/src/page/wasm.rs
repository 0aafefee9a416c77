//! Splitting and shrinking the WebAssembly.

use super::digest::digest;
use super::split;
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

/// Splits the page's WebAssembly in two; returns the page that names both. `web/src/platform/later.rs`
/// finds the second by that name.
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
        "index.html has no head to name the second half in"
    );
    let linked = fs::read(linked)
        .with_context(|| format!("cannot read the linker's output, {}", linked.display()))?;
    let bound = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
    let halves =
        split::split(&linked, &bound).with_context(|| format!("cannot split {name} in two"))?;
    let later = format!("{LATER}-{}.wasm", digest(&bound));
    for (name, half) in [(name, &halves.first), (&later, &halves.later)] {
        fs::write(folder.join(name), half).with_context(|| format!("cannot write {name}"))?;
    }
    let named = format!("<meta name=\"whyweb-later\" content=\"./{later}\"></head>");
    Ok(html.replacen("</head>", &named, 1))
}

/// What the file with the second half of the program is called, before its hash.
pub(crate) const LATER: &str = "whyweb-later";

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
