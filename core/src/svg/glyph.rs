//! Words and icons.

use super::{node::Element, number::short};
use crate::scene::{ICON_STROKE, PlacedIcon, PlacedText, TextStyle, Theme, Tone, Weight};

/// The colour of a tone.
pub(super) fn colour(tone: Tone, theme: &Theme) -> &'static str {
    match tone {
        Tone::Ink => theme.ink,
        Tone::Muted => theme.muted,
        Tone::Category(colour) => theme.category(colour),
    }
}

pub(super) fn icon(icon: &PlacedIcon, theme: &Theme) -> Element {
    let (x, y) = (short(icon.at.x), short(icon.at.y));
    Element::new("path")
        .with("d", icon.icon.path())
        .with("transform", format!("translate({x} {y})"))
        .with("fill", "none")
        .with("stroke", colour(icon.tone, theme))
        .with_number("stroke-width", ICON_STROKE)
        .with("stroke-linecap", "round")
        .with("stroke-linejoin", "round")
}

/// One line of words.
pub(super) fn words(words: &PlacedText, theme: &Theme) -> Element {
    styled(Element::new("text"), words.style)
        .with_number("x", words.at.x)
        .with_number("y", words.at.y)
        .with("fill", colour(words.tone, theme))
        .holding(words.text.as_str())
}

/// Several lines that are one text to whoever selects, searches or listens.
pub(super) fn lines(lines: &[PlacedText], theme: &Theme) -> Option<Element> {
    let first = lines.first()?;
    let text = styled(Element::new("text"), first.style).with("fill", colour(first.tone, theme));
    Some(text.holding_all(lines.iter().map(|line| {
        Element::new("tspan")
            .with_number("x", line.at.x)
            .with_number("y", line.at.y)
            .holding(line.text.as_str())
    })))
}

fn styled(text: Element, style: TextStyle) -> Element {
    let text = text.with_number("font-size", style.size);
    match style.weight {
        Weight::Regular => text,
        Weight::Semibold => text.with("font-weight", style.weight.number().to_string()),
    }
}
