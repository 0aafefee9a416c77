//! Bars and heat maps, on screen and as a document of their own.

use super::{document::sheet, glyph::words, node::Element};
use crate::{
    layout::{Rect, Size},
    scene::{Chart, Depth, Edge, Mark, TABLE_FONTS, Theme},
};

/// What a document holds beside the chart.
#[derive(Debug, Clone, Copy)]
pub struct ChartOptions<'a> {
    /// What is counted.
    pub title: &'a str,
    /// Lines below it.
    pub notes: &'a [String],
    /// How wide the widest of its words are, in px.
    pub width: f64,
    /// The fonts to draw with: those that it was measured for.
    pub fonts: &'static str,
}

impl Default for ChartOptions<'_> {
    fn default() -> Self {
        Self {
            title: "Chart",
            notes: &[],
            width: 0.0,
            fonts: TABLE_FONTS,
        }
    }
}

/// The deepest ground leaves the words on it a contrast of 4.5:1.
const DEEPEST: f64 = 0.45;

/// Draws what counts: its ground and its words.
pub fn chart_mark(mark: &Mark, theme: &Theme) -> Element {
    Element::new("g")
        .with("class", "counted")
        .holding_all(
            mark.ground
                .iter()
                .map(|(rect, depth)| ground(*rect, *depth, theme)),
        )
        .holding_all(mark.words.iter().map(|text| words(text, theme)))
}

/// Draws a name at its edge.
pub fn chart_edge(edge: &Edge, theme: &Theme) -> Element {
    Element::new("g")
        .with("class", "edge")
        .holding_all(edge.words.iter().map(|text| words(text, theme)))
}

/// Draws a chart as a document of its own; its text is an SVG file.
pub fn chart_document(chart: &Chart, theme: &Theme, options: &ChartOptions<'_>) -> Element {
    let Size { width, height } = chart.size;
    let size = Size {
        width: width.max(options.width),
        height,
    };
    let drawn = Element::new("g")
        .with("class", "chart")
        .holding_all(chart.edges.iter().map(|edge| chart_edge(edge, theme)))
        .holding_all(chart.marks.iter().map(|mark| {
            let title = Element::new("title").holding(mark.description.as_str());
            Element::new("g")
                .holding(title)
                .holding(chart_mark(mark, theme))
        }));
    let bounds = Rect {
        size,
        ..Rect::default()
    };
    sheet(bounds, drawn, theme, options)
}

fn ground(rect: Rect, depth: Depth, theme: &Theme) -> Element {
    let drawn = Element::new("rect")
        .with_number("x", rect.left)
        .with_number("y", rect.top)
        .with_number("width", rect.size.width)
        .with_number("height", rect.size.height);
    match depth {
        Depth::Track => drawn
            .with("class", "track")
            .with_number("rx", 2.0)
            .with("fill", theme.hairline)
            .with_number("fill-opacity", 0.45),
        Depth::Bar => drawn
            .with("class", "filled")
            .with_number("rx", 2.0)
            .with("fill", theme.outline),
        Depth::Heat(heat) => heated(drawn, heat, theme),
        Depth::Outlined(heat) => heated(drawn, heat, theme).with("stroke", theme.hairline),
    }
}

fn heated(cell: Element, heat: f64, theme: &Theme) -> Element {
    cell.with("class", "cell")
        .with_number("rx", 4.0)
        .with("fill", theme.accent)
        .with_number("fill-opacity", heat * DEEPEST)
}
