//! The JavaScript face: the engine without the page, for scripts that import this module.
//!
//! ```js
//! import init, { layout, svg, problems, convert } from "./whyweb-web.js";
//! await init();
//! await layout(text); // { nodes: [{ id, x, y, width, height }], edges: [{ source, target, points }] }
//! ```
//!
//! Every function takes text and promises an answer: the native format, a picture that holds a map, or indented notes, told
//! apart by the first letter. Words are measured by the built-in table, so the same text gives the
//! same answer in every browser and on the command line. What cannot be read is an `Error`
//! whose message says where it went wrong and what to do. Starting the module starts the page too, in
//! the document that imports it.

use wasm_bindgen::prelude::*;

use crate::{answers::Question, later, platform::parts};

/// Where everything lies, in px: `{nodes: [{id, x, y, width, height}], edges: [{source, target,
/// points: [[x, y], …]}]}`. `x` and `y` of a node are its centre; the points of an edge run from the
/// cause's card to the effect's.
#[wasm_bindgen]
pub async fn layout(text: String) -> Result<JsValue, JsError> {
    answer(text, Question::Layout).await
}

/// The drawing as an SVG document, with title, legend and the map inside. `theme` is "light" or
/// "dark".
#[wasm_bindgen]
pub async fn svg(text: String, theme: String) -> Result<JsValue, JsError> {
    answer(text, Question::Svg { theme }).await
}

/// What is unfinished or contradicts itself, one sentence each, as an array of strings.
#[wasm_bindgen]
pub async fn problems(text: String) -> Result<JsValue, JsError> {
    answer(text, Question::Problems).await
}

/// The same incident in another format. `to` is "json", "svg" or "outline".
#[wasm_bindgen]
pub async fn convert(text: String, to: String) -> Result<JsValue, JsError> {
    answer(text, Question::Convert { to }).await
}

async fn answer(text: String, question: Question) -> Result<JsValue, JsError> {
    let here = parts::all()
        .await
        .map_err(|why| JsError::new(&why.to_string()))?;
    later::answer(here, &text, &question)
}
