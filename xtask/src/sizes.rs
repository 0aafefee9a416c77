//! How much a first visit downloads, against the budget.

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// The most that a first load is to fetch, in bytes after gzip.
const BUDGET: usize = 350 * 1024;

/// The most that opening an incident is to fetch in all, the start page among it, in bytes after gzip:
/// what it was when last measured, and a little for the weather. It may only fall, but for what an incident
/// has to know to be read at all (docs/decisions/0008).
const INCIDENT: usize = 582 * 1024;

/// How the paths of files begin that the page fetches when an incident opens, or is about to.
const MAP: &str = "whyweb-map-";

/// How the paths of files begin that it fetches when a person asks for one, or after the map is drawn.
const LATER: [&str; 3] = ["examples/", "whyweb-later-", "whyweb-query-"];

/// One file of the built page.
pub(crate) struct FileSize {
    /// Relative to the page, with `/` between folders.
    pub(crate) path: String,
    /// Bytes as they lie there.
    pub(crate) plain: usize,
    /// Bytes as a static host sends them.
    pub(crate) gzip: usize,
}

/// When the page fetches a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comes {
    /// Without anyone doing anything.
    AtOnce,
    /// When an incident opens, or is about to.
    WithTheMap,
    /// When a person asks for it, or after the map is drawn.
    Later,
}

impl FileSize {
    fn comes(&self) -> Comes {
        if self.path.starts_with(MAP) {
            Comes::WithTheMap
        } else if LATER.iter().any(|start| self.path.starts_with(start)) {
            Comes::Later
        } else {
            Comes::AtOnce
        }
    }
}

/// Measures every file in the folder, in the order of their paths.
pub(crate) fn measure(dist: &Path) -> Result<Vec<FileSize>> {
    files(dist)?
        .into_iter()
        .map(|path| {
            let bytes =
                fs::read(dist.join(&path)).with_context(|| format!("cannot read {path}"))?;
            Ok(FileSize {
                plain: bytes.len(),
                gzip: gzip_size(&bytes)?,
                path,
            })
        })
        .collect()
}

/// Prints every size and what they come to, and fails where that is more than allowed.
pub(crate) fn hold_to_budget(sizes: &[FileSize]) -> Result<()> {
    println!("\n{:>9}  {:>9}  file", "bytes", "gzip");
    for size in sizes {
        let note = match size.comes() {
            Comes::AtOnce => "",
            Comes::WithTheMap => "  (with the map)",
            Comes::Later => "  (later)",
        };
        println!("{:>9}  {:>9}  {}{note}", size.plain, size.gzip, size.path);
    }
    let first = total(sizes, Comes::AtOnce);
    let map = total(sizes, Comes::WithTheMap);
    println!(
        "First load, the start page: {:.1} KB gzip; the budget is {} KB.\n\
         An open incident adds {:.1} KB, so it takes {:.1} KB in all; it is held to {} KB.\n\
         What comes later: {:.1} KB, examples among it.",
        kilobytes(first),
        BUDGET / 1024,
        kilobytes(map),
        kilobytes(first + map),
        INCIDENT / 1024,
        kilobytes(total(sizes, Comes::Later)),
    );
    hold("the first load", first, BUDGET)?;
    hold("an open incident", first + map, INCIDENT)
}

fn hold(what: &str, size: usize, most: usize) -> Result<()> {
    if size > most {
        let over = kilobytes(size - most);
        bail!("{what} is {over:.1} KB over what it may take");
    }
    Ok(())
}

/// Every file below the folder, relative to it, with `/` between folders, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found).with_context(|| format!("cannot list {}", folder.display()))?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().context("a file name is not UTF-8")?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), found)?;
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

fn total(sizes: &[FileSize], comes: Comes) -> usize {
    sizes
        .iter()
        .filter(|size| size.comes() == comes)
        .map(|size| size.gzip)
        .sum()
}

fn gzip_size(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn kilobytes(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1024.0
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, FileSize, INCIDENT, gzip_size, hold_to_budget};

    fn file(path: &str, gzip: usize) -> FileSize {
        FileSize {
            path: path.into(),
            plain: gzip,
            gzip,
        }
    }

    #[test]
    fn the_budget_is_for_all_that_a_first_load_fetches_together() {
        assert!(hold_to_budget(&[file("a.wasm", BUDGET - 10), file("b.js", 10)]).is_ok());
        assert!(hold_to_budget(&[file("a.wasm", BUDGET - 10), file("b.js", 11)]).is_err());
    }

    #[test]
    fn an_open_incident_is_held_with_the_start_page_before_it() {
        let map = INCIDENT - BUDGET;
        assert!(hold_to_budget(&[file("a.wasm", BUDGET), file("whyweb-map-1.wasm", map)]).is_ok());
        let over = [file("a.wasm", BUDGET), file("whyweb-map-1.wasm", map + 1)];
        assert!(hold_to_budget(&over).is_err());
    }

    #[test]
    fn what_comes_later_counts_for_neither() {
        for later in [
            "examples/x.json",
            "whyweb-later-1.wasm",
            "whyweb-query-1.wasm",
        ] {
            assert!(hold_to_budget(&[file("a.wasm", BUDGET), file(later, INCIDENT)]).is_ok());
        }
        assert!(hold_to_budget(&[file("a.wasm", BUDGET), file("examples.js", 1)]).is_err());
    }

    #[test]
    fn the_size_is_that_of_a_gzip_file() {
        let size = gzip_size(&vec![0; 100_000]).expect("memory never fails to be written to");
        assert!((18..1_000).contains(&size), "{size}");
    }
}
