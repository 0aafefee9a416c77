//! Material that lives beside the project and is not part of it.

use std::{env, path::PathBuf};

use crate::project;

/// The folder `shared` beside the project, or where `WHYWEB_SHARED` says; nothing where there is none.
pub fn folder() -> Option<PathBuf> {
    let folder =
        env::var_os("WHYWEB_SHARED").map_or_else(|| project().join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}

/// Like [`folder`], and says on the standard error that a test is skipped where there is none.
pub fn folder_or_skip(test: &str) -> Option<PathBuf> {
    let folder = folder();
    if folder.is_none() {
        eprintln!("SKIPPED {test}: there is no folder ../shared and WHYWEB_SHARED names none");
    }
    folder
}
