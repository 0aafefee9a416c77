//! The programs that cargo builds for us: finding the right version, building it when there is none.
//!
//! They go to the ordinary cargo home, so a second clone finds them built. Where a program of the
//! same name but another version is already the person's own, it stays as it is and ours is built
//! beside it, in a folder that carries the version.

use crate::project::Project;
use crate::shell;
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// A program that `cargo install` brings.
pub(crate) struct Tool {
    /// The package in the registry.
    pub(crate) package: &'static str,
    /// The programs we want of it; the first answers `--version`.
    pub(crate) programs: &'static [&'static str],
    /// The one version that will do; `None` where any will.
    pub(crate) version: Option<String>,
    /// Cargo features to leave out or put in, as arguments.
    features: &'static [&'static str],
    /// What it is for, to follow "which".
    pub(crate) purpose: &'static str,
    /// How long a build takes on two cores, from measurements with `install_command`'s settings.
    pub(crate) duration: &'static str,
}

/// Where a tool stands on this machine.
pub(crate) enum Standing {
    /// It is in this folder, in a version that will do.
    Ready { folder: PathBuf, version: String },
    /// There is one of another version, which must stay.
    Foreign { program: PathBuf, version: String },
    /// There is none.
    Missing,
}

/// Trunk builds the page and serves it while one works on it.
pub(crate) fn trunk() -> Tool {
    Tool {
        package: "trunk",
        programs: &["trunk"],
        version: Some("0.21.14".into()),
        // Without TLS and the look for newer versions: it downloads nothing for us.
        features: &["--no-default-features"],
        purpose: "builds and serves the page",
        duration: "3 to 8 minutes",
    }
}

/// The command-line half of wasm-bindgen must be of exactly the version of the library half.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: Some(project.locked_version("wasm-bindgen")?),
        features: &[],
        purpose: "joins the compiled page to its browser, in the version that Cargo.lock names",
        duration: "1 to 3 minutes",
    })
}

/// Checks the licences and the sources of what we depend on.
pub(crate) fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        programs: &["cargo-deny"],
        version: None,
        features: &[],
        purpose: "checks the licences and the sources of what we depend on",
        duration: "1 to 3 minutes",
    }
}

impl Tool {
    /// Looks for the tool without changing anything.
    pub(crate) fn standing(&self) -> Result<Standing> {
        let home = cargo_home()?;
        let places = [self.folder_beside(&home), Some(home.join("bin"))];
        let name = self.name();
        let candidates = places
            .iter()
            .flatten()
            .map(|folder| shell::executable(folder, name))
            .filter(|program| program.is_file())
            .chain(shell::on_path(name));
        let mut foreign = Standing::Missing;
        for program in candidates {
            let version = version_of(&program).unwrap_or_else(|| "unknown".into());
            if self.accepts(&version) && self.is_whole(&program) {
                let folder = program.parent().unwrap_or(Path::new(".")).to_path_buf();
                return Ok(Standing::Ready { folder, version });
            }
            foreign = Standing::Foreign { program, version };
        }
        Ok(foreign)
    }

    /// Makes sure that the tool is there, and returns the folder to put first on the `PATH`.
    pub(crate) fn ensure(&self, project: &Project) -> Result<PathBuf> {
        let home = cargo_home()?;
        let root = match self.standing()? {
            Standing::Ready { folder, .. } => return Ok(folder),
            Standing::Missing => home,
            Standing::Foreign { program, version } => {
                let beside = self.root_beside(&home).unwrap_or(home);
                println!(
                    "{} is version {version}, and Whyweb needs {}. Yours stays as it is; ours goes to {}.",
                    program.display(),
                    self.version.as_deref().unwrap_or("another"),
                    beside.display(),
                );
                beside
            }
        };
        self.install(project, &root)?;
        Ok(root.join("bin"))
    }

    /// The program that gives the tool its name.
    pub(crate) fn name(&self) -> &'static str {
        self.programs.first().copied().unwrap_or(self.package)
    }

    /// The package with its version, as one would say it.
    pub(crate) fn title(&self) -> String {
        match &self.version {
            Some(version) => format!("{} {version}", self.package),
            None => self.package.to_owned(),
        }
    }

    fn install(&self, project: &Project, root: &Path) -> Result<()> {
        println!(
            "Installing {}, which {}. Cargo builds it once into {}: about {} on 2 cores.",
            self.title(),
            self.purpose,
            root.display(),
            self.duration,
        );
        let started = Instant::now();
        let locked = shell::run(self.install_command(project, root).arg("--locked"));
        if let Err(error) = locked {
            // A registry may lack a version that the tool's own lock file names.
            println!("{error:#}. Trying again without the tool's own lock file.");
            shell::run(&mut self.install_command(project, root))
                .with_context(|| format!("cannot install {}", self.title()))?;
        }
        println!(
            "Installed {} in {} s.",
            self.title(),
            started.elapsed().as_secs()
        );
        Ok(())
    }

    fn install_command(&self, project: &Project, root: &Path) -> Command {
        let mut command = project.cargo();
        command
            .args(["install", "--force", self.package])
            .arg("--root")
            .arg(root);
        if let Some(version) = &self.version {
            command.args(["--version", version]);
        }
        for program in self.programs {
            command.args(["--bin", program]);
        }
        command.args(self.features);
        // These run for seconds and build for minutes: a light optimisation is the better trade.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command
    }

    fn accepts(&self, version: &str) -> bool {
        self.version
            .as_deref()
            .is_none_or(|wanted| wanted == version)
    }

    /// Whether the folder of this program holds the tool's other programs too.
    fn is_whole(&self, program: &Path) -> bool {
        let folder = program.parent().unwrap_or(Path::new("."));
        self.programs
            .iter()
            .all(|name| shell::executable(folder, name).is_file())
    }

    fn root_beside(&self, cargo_home: &Path) -> Option<PathBuf> {
        let version = self.version.as_ref()?;
        Some(cargo_home.join(format!("{}-{version}", self.package)))
    }

    fn folder_beside(&self, cargo_home: &Path) -> Option<PathBuf> {
        self.root_beside(cargo_home).map(|root| root.join("bin"))
    }
}

/// The version that a program gives of itself: the first word of its answer that starts with a
/// digit, as in `trunk 0.21.14` or `Chromium 130.0.1 built on Debian`.
pub(crate) fn version_of(program: &Path) -> Option<String> {
    let answer = shell::ask(Command::new(program).arg("--version"))?;
    version_in(&answer).map(str::to_owned)
}

fn version_in(answer: &str) -> Option<&str> {
    answer
        .split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::home_dir().context("cannot tell where the cargo home is: set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}

#[cfg(test)]
mod tests {
    use super::{trunk, version_in};

    #[test]
    fn a_version_is_found_in_what_programs_say() {
        assert_eq!(version_in("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_in("v20.20.2"), Some("20.20.2"));
        assert_eq!(
            version_in("Chromium 156.0.8078.79 built on Debian"),
            Some("156.0.8078.79")
        );
        assert_eq!(version_in("no number"), None);
    }

    #[test]
    fn only_the_exact_version_will_do() {
        assert!(trunk().accepts("0.21.14"));
        assert!(!trunk().accepts("0.21.1"));
        assert!(!trunk().accepts("unknown"));
    }
}
