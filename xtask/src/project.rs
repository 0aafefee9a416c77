//! Where things are, and which versions the project has settled on.

use anyhow::{Context, Result, anyhow};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that the page is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The package that holds the page. It runs nowhere but in a browser, so native steps leave it out.
pub(crate) const WEB_PACKAGE: &str = "whyweb-web";

/// The project's folder.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the project that this xtask belongs to.
    pub(crate) fn find() -> Result<Self> {
        // Cargo sets this at run time, so a project that was moved after it was built is found too.
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .context("start this with `cargo xtask`, so that it knows where the project is")?;
        let root = Path::new(&manifest_dir)
            .parent()
            .context("the xtask folder has no parent folder")?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// The built page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where what reviewers added to the examples is.
    pub(crate) fn overlays(&self) -> PathBuf {
        self.root.join("xtask/examples-overlay")
    }

    /// The program of the page as the linker leaves it in a release build.
    pub(crate) fn linked_page(&self) -> PathBuf {
        let folder = self.target().join(WASM_TARGET).join("page");
        folder.join(WEB_PACKAGE).with_extension("wasm")
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The incidents that come with the page.
    pub(crate) fn examples(&self) -> PathBuf {
        self.root.join("examples")
    }

    /// Texts that tests and fuzzers begin from.
    pub(crate) fn corpora(&self) -> PathBuf {
        self.root.join("tests").join("corpora")
    }

    /// The pages for readers.
    pub(crate) fn docs(&self) -> PathBuf {
        self.root.join("docs")
    }

    /// The fuzz targets, a workspace of their own.
    pub(crate) fn fuzz(&self) -> PathBuf {
        self.root.join("fuzz")
    }

    /// A folder beside the project's.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.join("..").join(name)
    }

    /// The browser tests, and with them every npm package that the project uses.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The cargo that runs this xtask, to be started in the project's folder.
    pub(crate) fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    /// Any program, to be started in the project's folder.
    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// The version of Rust that the project compiles with.
    pub(crate) fn rust_version(&self) -> Result<String> {
        let (path, toolchain) = self.read("rust-toolchain.toml")?;
        toolchain
            .lines()
            .find_map(|line| quoted(line, "channel"))
            .map(str::to_owned)
            .ok_or_else(|| anyhow!("{} names no channel", path.display()))
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let (path, lock) = self.read("Cargo.lock")?;
        version_in_lock(&lock, package)
            .map(str::to_owned)
            .ok_or_else(|| anyhow!("{} names no package {package}", path.display()))
    }

    fn read(&self, name: &str) -> Result<(PathBuf, String)> {
        let path = self.root.join(name);
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok((path, text))
    }
}

/// Cargo writes a lock file one field a line, name before version; no TOML parser is needed to
/// read one number from it.
fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock
        .lines()
        .skip_while(|line| quoted(line, "name") != Some(package))
        .skip(1);
    quoted(lines.next()?, "version")
}

/// The text of a line `field = "text"`.
fn quoted<'a>(line: &'a str, field: &str) -> Option<&'a str> {
    line.strip_prefix(field)?
        .strip_prefix(" = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in_lock;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
dependencies = [
 \"wasm-bindgen-macro\",
]
";

    #[test]
    fn the_lock_tells_the_version_of_exactly_the_package_asked_for() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen-macro"), Some("0.2.1"));
        assert_eq!(version_in_lock(LOCK, "bindgen"), None);
    }
}
