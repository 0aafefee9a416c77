//! The list of files that a release keeps for use without a network.
//!
//! `web/sw.js` holds two placeholders; the list and a version fill them. The version is a digest
//! of all that is listed, so the browser fetches the files again exactly when one has changed.

use super::digest::digest;
use crate::sizes;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

const WORKER: &str = "sw.js";
const LIST: &str = "[/* FILES */]";
const VERSION: &str = "/* VERSION */";

/// `web/assets/start.js` starts the worker that this names; without it, it starts none.
const SWITCH: &str = "<meta name=\"whyweb-offline\" content=\"./sw.js\">";

/// Fills in the worker's list, and returns the page that starts the worker.
pub(super) fn enable(folder: &Path, html: &str) -> Result<String> {
    ensure!(
        html.contains("</head>"),
        "index.html has no head to put the worker's name into"
    );
    let html = html.replacen("</head>", &format!("{SWITCH}</head>"), 1);

    let path = folder.join(WORKER);
    let worker =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut kept = Vec::new();
    let mut contents = html.as_bytes().to_vec();
    for name in sizes::files(folder)?
        .into_iter()
        .filter(|name| name != WORKER)
    {
        if name != "index.html" {
            contents.extend(fs::read(folder.join(&name))?);
        }
        kept.push(name);
    }
    fs::write(&path, filled(&worker, &kept, &digest(&contents))?)
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(html)
}

fn filled(worker: &str, names: &[String], version: &str) -> Result<String> {
    for placeholder in [LIST, VERSION] {
        ensure!(worker.contains(placeholder), "{WORKER} lacks {placeholder}");
    }
    for name in names {
        ensure!(
            !name.contains(['"', '\\']),
            "{name} cannot be written into {WORKER} as it is"
        );
    }
    let list = names
        .iter()
        .map(|name| format!("\"./{name}\""))
        .collect::<Vec<_>>()
        .join(", ");
    Ok(worker
        .replacen(LIST, &format!("[{list}]"), 1)
        .replacen(VERSION, version, 1))
}

#[cfg(test)]
mod tests {
    use super::filled;

    const WORKER: &str = "const version = \"/* VERSION */\"; const files = [/* FILES */];";

    #[test]
    fn the_list_and_the_version_are_filled_in() {
        let names = ["index.html".to_owned(), "a/b.js".to_owned()];
        assert_eq!(
            filled(WORKER, &names, "17").expect("both placeholders are there"),
            "const version = \"17\"; const files = [\"./index.html\", \"./a/b.js\"];"
        );
    }

    #[test]
    fn a_worker_without_placeholders_is_refused() {
        assert!(filled("const files = [];", &[], "17").is_err());
    }

    #[test]
    fn a_name_cannot_end_its_string() {
        assert!(filled(WORKER, &["\"+alert(1)+\"".to_owned()], "17").is_err());
    }
}
