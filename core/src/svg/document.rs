//! A whole drawing as an SVG document.

use super::{
    card::card, chart::ChartOptions, join::join, legend::legend, link::link, node::Element,
    number::short, tally::tally,
};
use crate::{
    layout::{Rect, Size},
    scene::{Legend, Scene, TABLE_FONTS, Theme},
};

/// What a document holds beside the drawing.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// What the drawing is called.
    pub title: &'a str,
    /// Whether the title is written above the drawing.
    pub has_heading: bool,
    /// Lines below the drawing, such as what of the web is not drawn.
    pub notes: &'a [String],
    /// Whether the paper is painted; without, whatever lies behind shows through.
    pub has_background: bool,
    /// The legend, laid out where it is to be seen.
    pub legend: Option<&'a Legend>,
    /// Words kept in the file and not shown, such as the incident itself.
    pub metadata: Option<&'a str>,
    /// The fonts to draw with: those that the scene was measured for.
    pub fonts: &'static str,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            title: "Incident",
            has_heading: false,
            notes: &[],
            has_background: true,
            legend: None,
            metadata: None,
            fonts: TABLE_FONTS,
        }
    }
}

/// Around everything, in px.
const MARGIN: f64 = 32.0;
/// The room for the heading above the drawing, in px.
const HEADING: f64 = 48.0;

/// From the drawing down to the middle of the first note, in px.
const NOTE_GAP: f64 = 28.0;
/// From one note to the next, in px.
const NOTE: f64 = 20.0;

/// How much room so many notes take below a drawing, in px.
pub fn room_for_notes(notes: &[String]) -> f64 {
    match notes {
        [] => 0.0,
        [_, more @ ..] => NOTE_GAP + NOTE / 2.0 + more.iter().map(|_| NOTE).sum::<f64>(),
    }
}

/// Draws a scene as a document of its own; its text is an SVG file.
pub fn document(scene: &Scene, theme: &Theme, options: &Options<'_>) -> Element {
    let frame = frame(scene, options);
    let mut svg = root(frame, options).holding(Element::new("title").holding(options.title));
    if let Some(words) = options.metadata {
        svg = svg.holding(Element::new("metadata").holding(words));
    }
    if options.has_background {
        svg = svg.holding(background(frame, theme));
    }
    if options.has_heading {
        svg = svg.holding(heading(frame, theme, options.title));
    }
    svg.holding(layer("links").holding_all(scene.links.iter().map(|item| link(item, theme))))
        .holding(layer("cards").holding_all(scene.cards.iter().map(|item| card(item, theme))))
        .holding(layer("joins").holding_all(scene.joins.iter().map(|mark| join(mark, theme))))
        .holding_all((!scene.tallies.is_empty()).then(|| {
            layer("tallies").holding_all(scene.tallies.iter().map(|mark| tally(mark, theme)))
        }))
        .holding_all(notes(scene, theme, options.notes))
        .holding_all(options.legend.map(|all| legend(all, theme)))
}

fn layer(class: &'static str) -> Element {
    Element::new("g").with("class", class)
}

/// All that is drawn, and a margin around it.
fn frame(scene: &Scene, options: &Options<'_>) -> Rect {
    let mut frame = scene.bounds;
    if let Some(legend) = options.legend {
        frame = frame.union(&legend.bounds);
    }
    let below = scene.bounds.bottom() + room_for_notes(options.notes);
    frame.size.height = frame.size.height.max(below - frame.top);
    let above = if options.has_heading { HEADING } else { 0.0 };
    frame.top -= above;
    frame.size.height += above;
    frame.grown(MARGIN)
}

fn root(frame: Rect, options: &Options<'_>) -> Element {
    let Size { width, height } = frame.size;
    let view = [frame.left, frame.top, width, height].map(short).join(" ");
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", view)
        .with_number("width", width)
        .with_number("height", height)
        // Not "img": that would hide the cards from those who listen.
        .with("role", "graphics-document document")
        .with("aria-label", options.title.to_owned())
        .with("font-family", options.fonts)
}

fn background(frame: Rect, theme: &Theme) -> Element {
    Element::new("rect")
        .with("class", "paper")
        .with_number("x", frame.left)
        .with_number("y", frame.top)
        .with_number("width", frame.size.width)
        .with_number("height", frame.size.height)
        .with("fill", theme.paper)
}

/// A chart with its title above and its notes below, as a document.
pub(super) fn sheet(
    bounds: Rect,
    drawn: Element,
    theme: &Theme,
    options: &ChartOptions<'_>,
) -> Element {
    let scene = Scene {
        bounds,
        ..Scene::default()
    };
    let of_map = Options {
        title: options.title,
        has_heading: true,
        notes: options.notes,
        fonts: options.fonts,
        ..Options::default()
    };
    let frame = frame(&scene, &of_map);
    root(frame, &of_map)
        .holding(Element::new("title").holding(options.title))
        .holding(background(frame, theme))
        .holding(heading(frame, theme, options.title))
        .holding(drawn)
        .holding_all(notes(&scene, theme, options.notes))
}

fn notes(scene: &Scene, theme: &Theme, notes: &[String]) -> Vec<Element> {
    let mut baseline = scene.bounds.bottom() + NOTE_GAP + 4.5 - NOTE;
    let lines = notes.iter().map(|words| {
        baseline += NOTE;
        Element::new("text")
            .with("class", "note")
            .with_number("x", scene.bounds.left)
            .with_number("y", baseline)
            .with_number("font-size", 13.0)
            .with("fill", theme.muted)
            .holding(words.as_str())
    });
    lines.collect()
}

fn heading(frame: Rect, theme: &Theme, title: &str) -> Element {
    Element::new("text")
        .with("class", "heading")
        .with_number("x", frame.left + MARGIN)
        .with_number("y", frame.top + MARGIN + 18.0)
        .with_number("font-size", 20.0)
        .with("font-weight", "600")
        .with("fill", theme.ink)
        .holding(title)
}
