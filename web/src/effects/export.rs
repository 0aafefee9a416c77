//! Files that go out: the incident itself, its picture, its outline.

use whyweb_core::{
    engine::Snapshot,
    format::{json, outline},
    layout::Point,
    model::{Incident, IncidentId},
    scene::{self, MeasureText, SYSTEM_FONTS, Theme},
    svg,
};

use crate::platform::measure::CanvasMeasure;

/// A file to hand to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// What it is called.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
}

/// How a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Light ink on dark paper.
    pub is_dark: bool,
    /// With the title above it.
    pub has_heading: bool,
    /// With what its lines and icons mean.
    pub has_legend: bool,
    /// With the map inside, so that it reopens.
    pub has_map: bool,
}

/// Between the drawing and its legend, in px.
const LEGEND_GAP: f64 = 40.0;
/// A legend is at least so wide, however narrow the drawing is, in px.
const LEGEND_WIDTH: f64 = 640.0;

/// The incident itself. `state` is the whole document, which makes merging two copies a true merge.
pub fn native(incident: &Incident, state: &[u8]) -> OutFile {
    OutFile {
        name: file_name(incident, "whyweb.json"),
        kind: "application/json",
        text: json::write(incident, Some(state)),
    }
}

/// Its picture, in the fonts of this page.
pub fn picture(snapshot: &Snapshot, options: Picture) -> OutFile {
    OutFile {
        name: file_name(&snapshot.incident, "svg"),
        kind: "image/svg+xml",
        text: draw(snapshot, options, &CanvasMeasure::new(), SYSTEM_FONTS),
    }
}

/// A picture as an SVG document. The map inside is what is to be read, without the document's
/// history: a picture is passed on more lightly than a file. `measure` is the one the snapshot was
/// made with, `fonts` those it measures.
pub fn draw(
    snapshot: &Snapshot,
    options: Picture,
    measure: &dyn MeasureText,
    fonts: &'static str,
) -> String {
    let incident = &snapshot.incident;
    let theme = if options.is_dark {
        Theme::dark()
    } else {
        Theme::light()
    };
    let bounds = snapshot.scene.bounds;
    let corner = Point::new(bounds.left, bounds.bottom() + LEGEND_GAP);
    let width = bounds.size.width.max(LEGEND_WIDTH);
    let legend = scene::legend(incident, corner, width, measure);
    let map = options.has_map.then(|| json::write(incident, None));
    let drawing = svg::document(
        &snapshot.scene,
        &theme,
        &svg::Options {
            title: incident.name(),
            has_heading: options.has_heading,
            has_background: true,
            legend: (options.has_legend && !legend.items.is_empty()).then_some(&legend),
            metadata: map.as_deref(),
            fonts,
        },
    );
    drawing.to_string()
}

/// Its outline, in Markdown.
pub fn notes(incident: &Incident) -> OutFile {
    OutFile {
        name: file_name(incident, "md"),
        kind: "text/markdown",
        text: outline::write(incident),
    }
}

fn file_name(incident: &Incident, end: &str) -> String {
    format!("{}.{end}", IncidentId::from_words(incident.name()))
}
