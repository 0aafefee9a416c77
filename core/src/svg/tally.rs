//! A number on a link.

use super::{glyph::words, node::Element};
use crate::scene::{Tally, Theme};

/// Draws it.
pub fn tally(tally: &Tally, theme: &Theme) -> Element {
    let rect = tally.rect;
    let ground = Element::new("rect")
        .with_number("x", rect.left)
        .with_number("y", rect.top)
        .with_number("width", rect.size.width)
        .with_number("height", rect.size.height)
        .with_number("rx", rect.size.height / 2.0)
        .with("fill", theme.paper)
        .with("stroke", theme.link)
        .with_number("stroke-width", 1.0);
    Element::new("g")
        .with("class", "tally")
        .with("data-id", tally.link.to_string())
        .with("role", "img")
        .holding(Element::new("title").holding(tally.description.as_str()))
        .holding(ground)
        .holding(words(&tally.words, theme))
}
