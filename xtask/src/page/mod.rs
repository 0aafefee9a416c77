//! The last touches to a page that Trunk has built, before anyone sees it.
//!
//! Trunk hands over a folder with an `index.html` and files whose names carry a hash of what is in
//! them. Here the WebAssembly is split in parts and shrunk, the scripts that Trunk writes into the page move to files
//! of their own (so that the page's policy can refuse every inline script), and a release learns
//! which files to keep for use without a network.

mod digest;
mod offline;
mod scripts;
mod split;
mod wasm;

pub(crate) use wasm::shrink;

use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// What to do beyond moving the scripts.
pub(crate) struct Touches {
    /// What it takes to make the WebAssembly small; `None` leaves it as it is.
    pub(crate) diet: Option<Diet>,
    /// Whether the page keeps itself for use without a network. Not while one works on it: one
    /// wants to see each change.
    pub(crate) works_offline: bool,
}

/// What it takes to make the WebAssembly small.
pub(crate) struct Diet {
    /// The linker's output, with its relocations: what to split by.
    pub(crate) linked: PathBuf,
    /// The wasm-opt to shrink with.
    pub(crate) wasm_opt: PathBuf,
}

/// Finishes the page in this folder, in place.
pub(crate) fn finish(folder: &Path, touches: &Touches) -> Result<()> {
    let index = folder.join("index.html");
    let mut html =
        fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    if let Some(diet) = &touches.diet {
        html = wasm::split(folder, &diet.linked, &html)?;
        html = wasm::shrink_all(folder, &diet.wasm_opt, html)?;
    }
    html = scripts::move_out(folder, &html)?;
    if touches.works_offline {
        html = offline::enable(folder, &html)?;
    }
    fs::write(&index, &html).with_context(|| format!("cannot write {}", index.display()))
}
