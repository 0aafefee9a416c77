//! Reads an incident from a file of any format, or from standard input.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use whyweb_core::{
    format::{Readable, json, limits::LARGEST_FILE, outline, recognise, svg_map},
    model::{Incident, IncidentId, Problem},
};

use crate::failure::Failure;

/// An incident and where it came from.
#[derive(Debug)]
pub(crate) struct Input {
    /// The file as it was named, for messages.
    pub(crate) name: String,
    pub(crate) incident: Incident,
    /// The state of the shared document, where the file carries it.
    pub(crate) document: Option<Vec<u8>>,
    /// What the parts of the incident contradict.
    pub(crate) problems: Vec<Problem>,
    /// What the reader of notes has to say.
    pub(crate) remarks: Vec<outline::Remark>,
    /// The native text it was read from, where it was one.
    pub(crate) json: Option<String>,
}

/// Reads a file; `-` is standard input.
pub(crate) fn read(path: &str) -> Result<Input, Failure> {
    let name = if path == "-" { "standard input" } else { path };
    let text = text(name, bytes(path, name)?)?;
    let file_name = Path::new(path).file_name().unwrap_or_default();
    match recognise(&file_name.to_string_lossy(), &text) {
        Some(Readable::Json) => read_json(path, name, text),
        Some(Readable::Svg) => {
            let map = svg_map::read(&text).map_err(|error| Failure::new(name, error))?;
            // Places in the map are no places in the picture.
            let input = read_json(path, name, map)?;
            Ok(Input {
                json: None,
                ..input
            })
        }
        Some(Readable::Outline) => read_outline(path, name, &text),
        None => Err(Failure::new(
            name,
            "this is no text; open a .whyweb.json, an SVG that Whyweb has written, or notes",
        )),
    }
}

fn bytes(path: &str, name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    // One more than is read, so that the reader sees that it is too much.
    let most = LARGEST_FILE as u64 + 1;
    let read = if path == "-" {
        io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) if bytes.len() > LARGEST_FILE => Err(Failure::new(
            name,
            format!(
                "the file has more than {LARGEST_FILE} bytes, which are the most that are read; is it the right file?"
            ),
        )),
        Ok(_) => Ok(bytes),
        Err(error) => Err(Failure::new(
            name,
            format!("cannot be read ({error}); check its name and your rights"),
        )),
    }
}

fn text(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to());
        let line = good
            .unwrap_or_default()
            .split(|byte| *byte == b'\n')
            .count();
        Failure::new(
            &format!("{name}:{line}"),
            "this is not UTF-8 text; save the file as UTF-8 and try again",
        )
    })
}

fn read_json(path: &str, name: &str, text: String) -> Result<Input, Failure> {
    let mut reading = json::read(&text).map_err(|error| Failure::of_json(name, &error))?;
    if reading.version == 0 && path != "-" {
        reading.incident.id = id_of(path);
    }
    Ok(Input {
        name: name.to_owned(),
        incident: reading.incident,
        document: reading.document,
        problems: reading.problems,
        remarks: Vec::new(),
        json: Some(text),
    })
}

fn read_outline(path: &str, name: &str, text: &str) -> Result<Input, Failure> {
    let reading = outline::read(text, "").map_err(|error| Failure::new(name, error))?;
    let mut incident = reading.incident;
    incident.id = match path {
        "-" => IncidentId::from_words(incident.name()),
        _ => id_of(path),
    };
    Ok(Input {
        name: name.to_owned(),
        problems: whyweb_core::model::problems(&incident),
        incident,
        document: None,
        remarks: reading.remarks,
        json: None,
    })
}

/// An id for an incident from a file whose format gives none: the beginning of the file's name.
fn id_of(path: &str) -> IncidentId {
    let name = Path::new(path)
        .file_name()
        .unwrap_or_default()
        .to_string_lossy();
    IncidentId::from_words(name.split('.').next().unwrap_or_default())
}
