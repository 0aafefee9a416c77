//! The legend and its samples.

use super::{
    card::face,
    glyph::{icon, words},
    join::pill,
    link::line,
    node::Element,
    number::short,
};
use crate::{
    layout::{Point, Rect},
    scene::{Head, Heading, Legend, Path, PlacedIcon, Sample, Segment, Theme, Tone},
};

/// Draws a legend.
pub fn legend(legend: &Legend, theme: &Theme) -> Element {
    let items = legend.items.iter().flat_map(|item| {
        [
            sample(item.sample, item.rect, theme),
            words(&item.words, theme),
        ]
    });
    Element::new("g")
        .with("class", "legend")
        .holding_all(legend.captions.iter().map(|caption| words(caption, theme)))
        .holding_all(items)
}

/// Draws one sample in a rectangle of its own size.
pub fn sample(sample: Sample, rect: Rect, theme: &Theme) -> Element {
    let group = Element::new("g").with("class", "sample");
    match sample {
        Sample::Category(glyph, colour) => {
            let placed = PlacedIcon {
                icon: glyph,
                tone: Tone::Category(colour),
                at: Point::new(rect.left, rect.top),
            };
            group.holding(icon(&placed, theme))
        }
        Sample::Role(role) => {
            let (x, y) = (short(rect.left), short(rect.top));
            group
                .with("transform", format!("translate({x} {y})"))
                .holding_all(face(role, None, rect.size, theme))
        }
        Sample::Link(kind, test) => {
            let middle = rect.centre().y;
            let head = Head::of(kind, test);
            let tip = Point::new(rect.right(), middle);
            let path = Path {
                start: Point::new(rect.left, middle),
                segments: vec![Segment::Line(Point::new(tip.x - head.covers(), middle))],
                heading: Heading { x: 1.0, y: 0.0 },
                tip,
            };
            group.holding_all(line(&path, head, test, theme))
        }
        Sample::Join(join) => group.holding_all(pill(join, rect, theme)),
    }
}
