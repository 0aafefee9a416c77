//! Files that go out: the incident itself, its picture, its outline.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use whyweb_core::{
    engine::Snapshot,
    format::{json, outline},
    history::kept,
    layout::Point,
    model::{FactorId, Incident, IncidentId},
    scene::{self, MeasureText, SYSTEM_FONTS, Scene, Tally, TextStyle, Theme, Weight, shorten},
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

/// How a picture looks, and whether it is more than a picture.
#[expect(
    clippy::struct_excessive_bools,
    reason = "boxes that a person ticks, each for itself"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Light ink on dark paper.
    pub is_dark: bool,
    /// With the title above it.
    pub has_heading: bool,
    /// With what its lines and icons mean.
    pub has_legend: bool,
    /// With the map inside, so that it reopens.
    pub has_map: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            is_dark: false,
            has_heading: true,
            has_legend: true,
            has_map: true,
        }
    }
}

/// Between the drawing and its legend, in px.
const LEGEND_GAP: f64 = 40.0;
/// A legend is at least so wide, however narrow the drawing is, in px.
const LEGEND_WIDTH: f64 = 640.0;

/// The incident itself. `state` is the whole document, which makes merging two copies a true merge;
/// it still holds deleted words.
pub fn native(incident: &Incident, state: Option<&[u8]>) -> OutFile {
    OutFile {
        name: file_name(incident, "whyweb.json"),
        kind: "application/json",
        text: match state {
            Some(state) => json::write(incident, Some(state)),
            // Versions hold deleted words as the document does.
            None => json::write(&unversioned(incident), None),
        },
    }
}

fn unversioned(incident: &Incident) -> Incident {
    Incident {
        versions: BTreeMap::new(),
        ..incident.clone()
    }
}

/// What of a map is in its picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seen {
    /// Cards that are not.
    pub left_out: BTreeSet<FactorId>,
    /// What is said of those, a line each.
    pub notes: Vec<String>,
    /// Numbers on its links.
    pub tallies: Vec<Tally>,
}

/// Its picture, in the fonts of this page and without some of its cards; it says what it leaves out.
pub fn picture(snapshot: &Snapshot, look: Look, seen: &Seen) -> OutFile {
    let (incident, measure) = (&snapshot.incident, CanvasMeasure::new());
    let scene = if seen.left_out.is_empty() && seen.tallies.is_empty() {
        Cow::Borrowed(&snapshot.scene)
    } else {
        let mut scene = snapshot.scene.clone();
        scene.tallies.clone_from(&seen.tallies);
        Cow::Owned(scene.showing(|id| !seen.left_out.contains(id)))
    };
    OutFile {
        name: file_name(incident, "svg"),
        kind: "image/svg+xml",
        text: svg(incident, &scene, look, &seen.notes, &measure, SYSTEM_FONTS),
    }
}

/// A scene as an SVG document. The map inside is what is to be read, without the document's history:
/// a picture is passed on more lightly than a file. `measure` is the one the scene was made with,
/// `fonts` those it measures; `notes` are written below it.
pub fn svg(
    incident: &Incident,
    scene: &Scene,
    look: Look,
    notes: &[String],
    measure: &dyn MeasureText,
    fonts: &'static str,
) -> String {
    let theme = if look.is_dark {
        Theme::dark()
    } else {
        Theme::light()
    };
    let width = scene.bounds.size.width.max(LEGEND_WIDTH);
    let style = TextStyle::new(13.0, Weight::Regular);
    let notes = notes
        .iter()
        .map(|line| shorten(line, width, style, measure));
    let notes: Vec<String> = notes.collect();
    let below = scene.bounds.bottom() + svg::room_for_notes(&notes);
    let corner = Point::new(scene.bounds.left, below + LEGEND_GAP);
    let legend = scene::legend(incident, corner, width, measure);
    let map = look.has_map.then(|| json::write(&kept(incident), None));
    let options = svg::Options {
        title: incident.name(),
        has_heading: look.has_heading,
        notes: &notes,
        has_background: true,
        legend: (look.has_legend && !legend.items.is_empty()).then_some(&legend),
        metadata: map.as_deref(),
        fonts,
    };
    svg::document(scene, &theme, &options).to_string()
}

/// A chart of its counts.
pub fn chart(incident: &Incident, heading: &str, text: String) -> OutFile {
    OutFile {
        name: file_name(
            incident,
            &format!("{}.svg", IncidentId::from_words(heading)),
        ),
        kind: "image/svg+xml",
        text,
    }
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
