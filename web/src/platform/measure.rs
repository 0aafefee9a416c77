//! How wide words are in the fonts this browser has.

use std::{cell::RefCell, collections::HashMap};

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};
use whyweb_core::scene::{MeasureText, SYSTEM_FONTS, TableMeasure, TextStyle};

/// Measures with a canvas that is never shown, and by the table where there is none.
pub struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    known: RefCell<HashMap<(u16, u32, String), f64>>,
}

/// Words remembered at the most; a map's words, not a dictionary's.
const MOST_KNOWN: usize = 50_000;

impl CanvasMeasure {
    /// A measure in the page's fonts.
    pub fn new() -> Self {
        let document = web_sys::window().and_then(|window| window.document());
        let canvas = document.and_then(|document| document.create_element("canvas").ok());
        let canvas = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
        let context = canvas.and_then(|canvas| canvas.get_context("2d").ok().flatten());
        let context = context.and_then(|context| context.dyn_into().ok());
        Self {
            context,
            known: RefCell::default(),
        }
    }
}

impl MeasureText for CanvasMeasure {
    fn width(&self, text: &str, style: TextStyle) -> f64 {
        let Some(context) = &self.context else {
            return TableMeasure.width(text, style);
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "font sizes"
        )]
        let key = (
            style.weight.number(),
            (style.size * 4.0) as u32,
            text.to_owned(),
        );
        if let Some(width) = self.known.borrow().get(&key) {
            return *width;
        }
        context.set_font(&format!(
            "{} {}px {SYSTEM_FONTS}",
            style.weight.number(),
            style.size
        ));
        let measured = context.measure_text(text).map(|metrics| metrics.width());
        let width = measured.unwrap_or_else(|_| TableMeasure.width(text, style));
        let mut known = self.known.borrow_mut();
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(key, width);
        width
    }
}
