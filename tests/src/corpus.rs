//! Cases that are files: each with a golden file of what is expected beside it.
//!
//! With `WHYWEB_BLESS=1` in the environment the golden files are written anew instead of compared;
//! the difference is then reviewed like code.

use std::{env, fs, path::PathBuf};

use crate::project;

/// The files of a folder of `tests/corpora` whose names end in this, in the order of their names.
///
/// # Panics
///
/// Panics where there are none, so that a moved folder does not pass for one without failures.
pub fn cases(folder: &str, ending: &str) -> Vec<PathBuf> {
    let folder = project().join("tests/corpora").join(folder);
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{} cannot be listed: {error}", folder.display()));
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "no case in {}", folder.display());
    cases
}

/// Reads a case.
///
/// # Panics
///
/// Panics where it cannot be read.
pub fn text(path: &PathBuf) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()))
}

/// The first block of this language in a page of Markdown.
///
/// # Panics
///
/// Panics where there is none.
pub fn fenced(page: &PathBuf, language: &str) -> String {
    let text = text(page);
    let block = text
        .split_once(&format!("```{language}\n"))
        .and_then(|(_, rest)| rest.split_once("```"));
    let (block, _) = block.unwrap_or_else(|| panic!("no {language} in {}", page.display()));
    block.to_owned()
}

/// Compares with a golden file, or writes it when blessing.
///
/// # Errors
///
/// Says what was found where it differs from what the file expects.
///
/// # Panics
///
/// Panics where the golden file cannot be written.
pub fn expect(golden: &PathBuf, found: &str) -> Result<(), String> {
    if env::var_os("WHYWEB_BLESS").is_some() {
        fs::write(golden, found).expect("a writable golden file");
        return Ok(());
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    Err(format!(
        "{} expects\n{expected}\nand this was found\n{found}\n(`cargo xtask bless` accepts it)",
        golden.display()
    ))
}

/// Fails with all that went wrong, if anything did.
///
/// # Panics
///
/// Panics where something went wrong.
pub fn conclude(results: impl IntoIterator<Item = Result<(), String>>) {
    let failures: Vec<String> = results.into_iter().filter_map(Result::err).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
