//! A small drawing of lines beside a word.

use yew::prelude::*;

/// A cross: takes something out of a list.
pub const REMOVE: &str = "M4.5 4.5l7 7M11.5 4.5l-7 7";
/// An arrow from a stem: leads somewhere else.
pub const MOVE: &str = "M2.5 12V8a2 2 0 0 1 2-2h8M9.5 3l3 3-3 3";
/// An arrow upwards.
pub const UP: &str = "M8 13V3.5M4 7.5l4-4 4 4";
/// An arrow downwards.
pub const DOWN: &str = "M8 3v9.5M4 8.5l4 4 4-4";
/// A pencil.
pub const EDIT: &str = "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z";

/// An icon of these lines: SVG path data in a square of 16 px. It says nothing to those who listen:
/// the word beside it does.
pub fn glyph(path: &'static str) -> Html {
    html! {
        <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg>
    }
}
