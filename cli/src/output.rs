//! Writes what a command made, to a file or to standard output.

use std::{
    fs,
    io::{self, ErrorKind, Write},
};

use crate::failure::Failure;

/// Writes to the file, or to standard output where none or `-` is named.
pub(crate) fn write(path: Option<&str>, text: &str) -> Result<(), Failure> {
    match path {
        None | Some("-") => print(text),
        Some(path) => fs::write(path, text).map_err(|error| {
            let what = format!("cannot be written ({error}); check the folder and your rights");
            Failure::new(path, what)
        }),
    }
}

/// Writes to standard output; a reader that has heard enough is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new("standard output", error))
        }
        _ => Ok(()),
    }
}
