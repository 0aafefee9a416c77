//! Starting other programs, and saying which one failed.

use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// What a program printed, line by line, and whether it was content.
pub(crate) struct Heard {
    pub(crate) lines: Vec<String>,
    pub(crate) succeeded: bool,
}

/// Runs a program on this terminal; an unhappy end is an error that names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line_of(command));
    }
    Ok(())
}

/// Runs a program on this terminal and keeps what it printed, to count from.
pub(crate) fn run_and_hear(command: &mut Command) -> Result<Heard> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    let stdout = child.stdout.take().context("no standard output to read")?;
    let stderr = child.stderr.take().context("no standard error to read")?;
    let lines = Mutex::new(Vec::new());
    thread::scope(|scope| {
        scope.spawn(|| hear(stdout, &lines, |line| println!("{line}")));
        scope.spawn(|| hear(stderr, &lines, |line| eprintln!("{line}")));
    });
    let status = child.wait().with_context(|| cannot_start(command))?;
    Ok(Heard {
        lines: lines.into_inner().unwrap_or_else(PoisonError::into_inner),
        succeeded: status.success(),
    })
}

/// Lets a program take this one's place, so that whoever ends this one ends it.
#[cfg(unix)]
pub(crate) fn hand_over(command: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;

    // It comes back only if it fails.
    Err(command.exec()).with_context(|| cannot_start(command))
}

/// Runs a program to its end, and ends as it does.
#[cfg(not(unix))]
pub(crate) fn hand_over(command: &mut Command) -> Result<ExitCode> {
    let status = command.status().with_context(|| cannot_start(command))?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What a program says when asked quietly, without the blanks around it. `None` where it is not
/// there or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(said)
}

/// The first program of that name on the `PATH`.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| executable(&folder, name))
        .find(|file| file.is_file())
}

/// A program of that name in a folder, with the ending that this system gives to programs.
pub(crate) fn executable(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The `PATH` with these folders searched first.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(env::split_paths(&path));
    env::join_paths(all).context("a folder on the PATH has a separator in its name")
}

/// Collects lines and passes each on. Bytes that are no UTF-8 are replaced, not fatal.
fn hear(source: impl Read, lines: &Mutex<Vec<String>>, pass_on: impl Fn(&str)) {
    let mut source = BufReader::new(source);
    let mut bytes = Vec::new();
    while matches!(source.read_until(b'\n', &mut bytes), Ok(1..)) {
        let line = String::from_utf8_lossy(&bytes).trim_end().to_owned();
        pass_on(&line);
        lines
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(line);
        bytes.clear();
    }
}

fn cannot_start(command: &Command) -> String {
    format!("cannot run `{}`", line_of(command))
}

/// The command as one would type it, near enough to try again by hand.
fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
