//! What the JavaScript face answers; see `api`.

use wasm_bindgen::prelude::*;
use whyweb_core::{
    engine::{Arrangement, Picture, Places, picture},
    format::{Readable, json, outline, recognise, svg_map},
    model::{self, Incident},
    scene::{TABLE_FONTS, TableMeasure},
};

use crate::effects::export::{self, Look};

/// What a script asks of a text.
pub enum Question {
    /// Where everything lies.
    Layout,
    /// Its drawing.
    Svg {
        /// "light" or "dark".
        theme: String,
    },
    /// What is unfinished.
    Problems,
    /// The same in another format.
    Convert {
        /// "json", "svg" or "outline".
        to: String,
    },
}

/// Answers it.
pub fn answer(text: &str, question: &Question) -> Result<JsValue, JsError> {
    match question {
        Question::Layout => layout(text),
        Question::Svg { theme } => svg(text, theme).map(JsValue::from),
        Question::Problems => problems(text).map(JsValue::from),
        Question::Convert { to } => convert(text, to).map(JsValue::from),
    }
}

fn layout(text: &str) -> Result<JsValue, JsError> {
    let incident = read(text)?;
    let picture = draw(&incident);
    let drawing = Places::of(&incident, &picture);
    serde_wasm_bindgen::to_value(&drawing).map_err(|why| JsError::new(&why.to_string()))
}

fn svg(text: &str, theme: &str) -> Result<String, JsError> {
    let look = Look {
        is_dark: is_dark(theme)?,
        ..Look::default()
    };
    let incident = read(text)?;
    let scene = draw(&incident).scene;
    Ok(export::svg(
        &incident,
        &scene,
        look,
        &[],
        &TableMeasure,
        TABLE_FONTS,
    ))
}

fn problems(text: &str) -> Result<Vec<String>, JsError> {
    let problems = model::problems(&read(text)?);
    Ok(problems.iter().map(ToString::to_string).collect())
}

fn convert(text: &str, to: &str) -> Result<String, JsError> {
    match to {
        "json" => Ok(json::write(&read(text)?, None)),
        "svg" => svg(text, "light"),
        "outline" => Ok(outline::write(&read(text)?)),
        other => Err(JsError::new(&format!(
            "there is no format {other:?}; ask for \"json\", \"svg\" or \"outline\""
        ))),
    }
}

fn is_dark(theme: &str) -> Result<bool, JsError> {
    match theme {
        "light" => Ok(false),
        "dark" => Ok(true),
        other => Err(JsError::new(&format!(
            "there is no theme {other:?}; ask for \"light\" or \"dark\""
        ))),
    }
}

fn read(text: &str) -> Result<Incident, JsError> {
    match recognise("", text) {
        None => Err(JsError::new("this is no text; bring JSON, SVG or notes")),
        Some(Readable::Json) => Ok(json::read(text)?.incident),
        Some(Readable::Svg) => Ok(json::read(&svg_map::read(text)?)?.incident),
        Some(Readable::Outline) => Ok(outline::read(text, "")?.incident),
    }
}

fn draw(incident: &Incident) -> Picture {
    picture(incident, &TableMeasure, Arrangement::default())
}
