//! What a fuzzer begins from: texts of the project's own.

use crate::project::Project;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// The samples of the page about queries and the cases of the language.
pub(super) fn queries(project: &Project) -> Result<Vec<Vec<u8>>> {
    let page = read(&project.docs().join("query.md"))?;
    let mut texts: Vec<&str> = Vec::new();
    for block in page.split("```cypher\n").skip(1) {
        texts.extend(block.split("```").next());
    }
    let mut cases = String::new();
    let folder = project.corpora().join("queries/language");
    for entry in fs::read_dir(&folder).with_context(|| format!("no {}", folder.display()))? {
        cases.push_str(&read(&entry?.path())?);
        cases.push_str("\n\n");
    }
    // A case is a text, and below it what comes of it, behind `=`.
    for case in cases.split("\n\n").filter(|case| !case.starts_with('#')) {
        texts.extend(case.split("\n=").next());
    }
    Ok(texts.iter().map(|text| text.trim().into()).collect())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
