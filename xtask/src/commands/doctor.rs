//! What is there, what is missing, and how it will come.

use super::build;
use crate::project::{Project, WASM_TARGET};
use crate::tools::{self, Standing, Tool, version_of};
use crate::{npm, shell, system};
use anyhow::Result;
use std::process::ExitCode;

pub(super) fn run(project: &Project) -> Result<ExitCode> {
    let mut findings = vec![rustc(project), linker(), target(project)];
    for tool in [
        tools::trunk(),
        tools::wasm_bindgen(project)?,
        tools::cargo_deny(),
    ] {
        findings.push(cargo_tool(&tool)?);
    }
    findings.extend([nextest(), node(), npm_packages(project), chromium()]);

    println!("  {:<18} {:<18} {:<18} note", "tool", "here", "wanted");
    for finding in &findings {
        let Finding {
            name,
            here,
            wanted,
            note,
            state,
        } = finding;
        let here = here.as_deref().unwrap_or("-");
        println!("{} {name:<18} {here:<18} {wanted:<18} {note}", state.mark());
    }
    println!(
        "\n✓ ready   + comes by itself when a command needs it   ! for you to install   · optional"
    );
    Ok(ExitCode::SUCCESS)
}

/// A line of the table.
struct Finding {
    name: &'static str,
    /// The version that is here.
    here: Option<String>,
    /// The version that will do.
    wanted: String,
    note: String,
    state: State,
}

#[derive(Clone, Copy)]
enum State {
    Ready,
    ComesByItself,
    ForThePerson,
    Optional,
}

impl State {
    fn mark(self) -> char {
        match self {
            Self::Ready => '✓',
            Self::ComesByItself => '+',
            Self::ForThePerson => '!',
            Self::Optional => '·',
        }
    }

    fn of_system(ready: bool) -> Self {
        match (ready, system::can_install()) {
            (true, _) => Self::Ready,
            (false, true) => Self::ComesByItself,
            (false, false) => Self::ForThePerson,
        }
    }
}

fn rustc(project: &Project) -> Finding {
    let answer = shell::ask(project.command("rustc").arg("--version"));
    let here = answer.and_then(|answer| answer.split(' ').nth(1).map(str::to_owned));
    let wanted = project
        .rust_version()
        .unwrap_or_else(|error| format!("{error:#}"));
    Finding {
        name: "rustc",
        state: if here.as_ref() == Some(&wanted) {
            State::Ready
        } else {
            State::ComesByItself
        },
        here,
        wanted,
        note: "compiles everything; rustup brings the version in rust-toolchain.toml".into(),
    }
}

fn linker() -> Finding {
    let program = ["cc", "gcc", "clang"].into_iter().find_map(shell::on_path);
    let found = program.is_some() || cfg!(windows);
    Finding {
        name: "C linker",
        here: program.map(|program| program.display().to_string()),
        wanted: "any".into(),
        note: "links programs for this machine; on Debian: `apt-get install gcc libc6-dev`".into(),
        state: if found {
            State::Ready
        } else {
            State::ForThePerson
        },
    }
}

fn target(project: &Project) -> Finding {
    let found = build::has_target(project);
    Finding {
        name: "wasm32 target",
        here: found.then(|| "yes".to_owned()),
        wanted: "yes".into(),
        note: format!("the page is compiled for {WASM_TARGET}; rustup brings it"),
        state: if found {
            State::Ready
        } else {
            State::ComesByItself
        },
    }
}

fn cargo_tool(tool: &Tool) -> Result<Finding> {
    let (here, state, ending) = match tool.standing()? {
        Standing::Ready { version, .. } => (Some(version), State::Ready, String::new()),
        Standing::Foreign { version, program } => {
            let kept = format!("; {} stays as it is", program.display());
            (Some(version), State::ComesByItself, kept)
        }
        Standing::Missing => {
            let build = format!("; cargo builds it in {}", tool.duration);
            (None, State::ComesByItself, build)
        }
    };
    Ok(Finding {
        name: tool.name(),
        here,
        wanted: tool.version.clone().unwrap_or_else(|| "any".into()),
        note: format!("{}{ending}", tool.purpose),
        state,
    })
}

fn nextest() -> Finding {
    let here = shell::on_path("cargo-nextest").and_then(|program| version_of(&program));
    Finding {
        name: "cargo-nextest",
        wanted: "any".into(),
        note: "runs native tests faster; without it, `cargo test` does".into(),
        state: if here.is_some() {
            State::Ready
        } else {
            State::Optional
        },
        here,
    }
}

fn node() -> Finding {
    let here = system::node_version();
    let ready = here.as_deref().is_some_and(system::is_new_enough);
    Finding {
        name: "node",
        here,
        wanted: format!("{} or newer", system::OLDEST_NODE),
        note: "drives the browser and runs wasm-opt; not needed to serve".into(),
        state: State::of_system(ready),
    }
}

fn npm_packages(project: &Project) -> Finding {
    let installed = npm::are_installed(project);
    Finding {
        name: "npm packages",
        here: installed.then(|| "yes".to_owned()),
        wanted: "package-lock.json".into(),
        note: "the browser driver, the accessibility rules, wasm-opt; npm brings them".into(),
        state: if installed {
            State::Ready
        } else {
            State::ComesByItself
        },
    }
}

fn chromium() -> Finding {
    let program = system::chromium();
    let here = program.as_deref().and_then(version_of);
    Finding {
        name: "chromium",
        wanted: "any recent".into(),
        note: "runs the page in tests; not needed to serve".into(),
        state: State::of_system(here.is_some()),
        here,
    }
}
