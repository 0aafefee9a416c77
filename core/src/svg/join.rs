//! The mark that says how causes combine.

use super::{node::Element, number::short};
use crate::{
    layout::Rect,
    model::Join,
    scene::{JoinMark, Theme, join_words},
};

/// Draws a join's mark.
pub fn join(mark: &JoinMark, theme: &Theme) -> Element {
    let description = match mark.join {
        Join::Unknown => "How its causes join is unknown",
        Join::All => "All causes were needed",
        Join::Any => "Any one cause would have sufficed",
    };
    Element::new("g")
        .with("class", format!("join join-{}", mark.join.word()))
        .with("data-effect", mark.effect.to_string())
        .with("role", "img")
        .holding(Element::new("title").holding(description))
        .holding_all(pill(mark.join, mark.rect, theme))
}

/// From the middle of the pill down to the baseline of its words, in px.
const BASELINE: f64 = 3.75;

pub(super) fn pill(join: Join, rect: Rect, theme: &Theme) -> [Element; 2] {
    let line = rect.grown(-0.5);
    let middle = rect.centre();
    let ground = Element::new("rect")
        .with_number("x", line.left)
        .with_number("y", line.top)
        .with_number("width", line.size.width)
        .with_number("height", line.size.height)
        .with_number("rx", line.size.height / 2.0)
        .with("fill", theme.card)
        .with("stroke", theme.outline);
    let words = Element::new("text")
        .with("x", short(middle.x))
        .with("y", short(middle.y + BASELINE))
        .with("text-anchor", "middle")
        .with_number("font-size", 11.0)
        .with("font-weight", "600")
        .with("fill", theme.muted)
        .holding(join_words(join));
    [ground, words]
}
