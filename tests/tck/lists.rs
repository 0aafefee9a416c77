//! What is left out, and what passes.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use libtest_mimic::Failed;

use crate::{case::Case, scan};

/// The lists that are kept beside this file.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    /// How a case's name begins, and why it is left out.
    skipped: Vec<(String, String)>,
    /// Cases that count and fail.
    failing: BTreeSet<String>,
    passes: BTreeSet<String>,
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tck")
        .join(name)
}

impl Lists {
    pub(crate) fn read() -> Self {
        let text = |name| fs::read_to_string(path(name)).unwrap_or_default();
        let mut skipped = Vec::new();
        let mut failing = BTreeSet::new();
        for line in text("skip.txt").lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, reason) = line
                .split_once(" -- ")
                .expect("a name, ` -- ` and a reason");
            match name.strip_prefix("fails: ") {
                Some(name) => drop(failing.insert(name.to_owned())),
                None => skipped.push((name.to_owned(), reason.to_owned())),
            }
        }
        Self {
            skipped,
            failing,
            passes: text("passes.txt").lines().map(str::to_owned).collect(),
        }
    }

    /// Why a case does not count, if it does not.
    pub(crate) fn left_out(&self, case: &Case) -> Option<String> {
        if scan::is_temporal(case) {
            return Some("temporal types".to_owned());
        }
        if scan::writes(&case.query) {
            return Some("it writes".to_owned());
        }
        let mut listed = self.skipped.iter();
        let listed = listed.find(|(name, _)| case.name.starts_with(name.as_str()));
        listed.map(|(_, reason)| reason.clone())
    }

    pub(crate) fn is_known_to_fail(&self, name: &str) -> bool {
        self.failing.contains(name)
    }

    pub(crate) fn passes(&self) -> impl Iterator<Item = &String> {
        self.passes.iter()
    }

    /// Adds what passes to the list when blessing, and asks for that where something is missing.
    pub(crate) fn keep(&self, passed: &BTreeSet<String>) -> Result<(), Failed> {
        let new: Vec<&String> = passed.difference(&self.passes).collect();
        if new.is_empty() || env::var_os("WHYWEB_TCK").is_some() {
            return Ok(());
        }
        if env::var_os("WHYWEB_BLESS").is_none() {
            return Err(format!("`cargo xtask bless` adds to passes.txt: {new:#?}").into());
        }
        let all: BTreeSet<&String> = self.passes.union(passed).collect();
        let lines: String = all.into_iter().flat_map(|name| [name, "\n"]).collect();
        fs::write(path("passes.txt"), lines).map_err(Failed::from)
    }
}
