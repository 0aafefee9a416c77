//! Notes by file, for whoever is not connected: a plain text file, one note a line, with nothing in it
//! that says whose it is. Any editor writes one.

use whyweb_core::{
    command::SilentNote,
    format::limits::LARGEST_FILE,
    model::{Label, tidy},
};

/// The notes as a file.
pub fn written(notes: &[SilentNote]) -> String {
    let mut lines: Vec<&str> = notes.iter().map(|note| note.statement.as_str()).collect();
    // In an order that tells nothing of who wrote when.
    lines.sort_unstable();
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

/// The notes that a file holds, at most so many, or why it cannot be read.
pub fn read(text: &str, most: usize) -> Result<Vec<Label>, String> {
    if text.len() > LARGEST_FILE {
        return Err("this file is too large for notes; is it the right one?".to_owned());
    }
    if text.trim_start().starts_with(['{', '<']) {
        return Err(
            "this is no file of notes: it holds one note a line, in plain words".to_owned(),
        );
    }
    let notes: Vec<_> = text.lines().filter_map(tidy).collect();
    match notes.len() {
        0 => Err("this file holds no notes".to_owned()),
        count if count > most => Err(format!(
            "this file holds {count} notes, and there is room for {most} more"
        )),
        _ => Ok(notes),
    }
}
