//! A link: its line, its end, and the cross on a refuted one.

use super::{node::Element, number::short};
use crate::{
    layout::Point,
    model::{LinkKind, LinkTest},
    scene::{Head, LinkItem, Path, Segment, Theme},
};

/// Draws a link.
pub fn link(link: &LinkItem, theme: &Theme) -> Element {
    let kind = match link.kind {
        LinkKind::ContributedTo => "contributed-to",
        LinkKind::HeldBack => "held-back",
    };
    let class = format!("link test-{} kind-{kind}", link.test.word());
    Element::new("g")
        .with("class", class)
        .with("data-id", link.id.to_string())
        .with("role", "img")
        .holding(Element::new("title").holding(link.description.as_str()))
        .holding_all(line(&link.path, link.head, link.test, theme))
        .holding_all(
            link.strike
                .map(|at| strike(at, theme))
                .into_iter()
                .flatten(),
        )
}

/// The path data of a link's line, without its end.
pub fn path_data(path: &Path) -> String {
    let point = |point: Point| format!("{} {}", short(point.x), short(point.y));
    let stretch = |segment: &Segment| match segment {
        Segment::Line(to) => format!("L{}", point(*to)),
        Segment::Curve {
            leaves,
            arrives,
            to,
        } => format!("C{} {} {}", point(*leaves), point(*arrives), point(*to)),
    };
    let start = format!("M{}", point(path.start));
    let stretches = path.segments.iter().map(stretch);
    std::iter::once(start).chain(stretches).collect()
}

/// How a line is drawn.
struct Stroke {
    colour: &'static str,
    width: f64,
    dashes: Option<&'static str>,
}

impl Stroke {
    fn of(test: LinkTest, theme: &Theme) -> Self {
        let (colour, width, dashes) = match test {
            LinkTest::Untested => (theme.link, 1.5, None),
            LinkTest::Necessary => (theme.link_strong, 2.25, None),
            LinkTest::Contributing => (theme.link_strong, 1.5, Some("9 5")),
            LinkTest::Refuted => (theme.link, 1.5, Some("0.1 4.5")),
        };
        Self {
            colour,
            width,
            dashes,
        }
    }
}

/// A line with its end.
pub(super) fn line(path: &Path, head: Head, test: LinkTest, theme: &Theme) -> Vec<Element> {
    let stroke = Stroke::of(test, theme);
    let mut line = stroked(path_data(path), &stroke).with("class", "line");
    if let Some(dashes) = stroke.dashes {
        line = line.with("stroke-dasharray", dashes);
    }
    if test == LinkTest::Refuted {
        line = line.with("stroke-linecap", "round");
    }
    vec![line, end(path, head, &stroke)]
}

fn stroked(data: String, stroke: &Stroke) -> Element {
    Element::new("path")
        .with("d", data)
        .with("fill", "none")
        .with("stroke", stroke.colour)
        .with_number("stroke-width", stroke.width)
}

fn end(path: &Path, head: Head, stroke: &Stroke) -> Element {
    let at = |back: f64, aside: f64| {
        let point = path.heading.from(path.tip, -back, aside);
        format!("{} {}", short(point.x), short(point.y))
    };
    let (length, half) = (head.length(), head.half_width());
    let element = match head {
        Head::Open => {
            let data = format!(
                "M{}L{}L{}",
                at(length, half),
                at(0.0, 0.0),
                at(length, -half)
            );
            stroked(data, stroke)
                .with("stroke-linecap", "round")
                .with("stroke-linejoin", "round")
        }
        Head::Filled => {
            let data = format!(
                "M{}L{}L{}z",
                at(length, half),
                at(0.0, 0.0),
                at(length, -half)
            );
            Element::new("path")
                .with("d", data)
                .with("fill", stroke.colour)
        }
        Head::Blunt => {
            let data = format!("M{}L{}", at(0.0, half), at(0.0, -half));
            let bar = Stroke {
                width: stroke.width + 0.75,
                ..*stroke
            };
            stroked(data, &bar).with("stroke-linecap", "round")
        }
    };
    element.with("class", "head")
}

/// From the middle of a cross to its ends, in px to the side.
const CROSS: f64 = 4.0;

/// A cross with some paper around it, so that it is seen on its line.
fn strike(at: Point, theme: &Theme) -> [Element; 2] {
    let (left, right) = (short(at.x - CROSS), short(at.x + CROSS));
    let (top, bottom) = (short(at.y - CROSS), short(at.y + CROSS));
    let data = format!("M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}");
    let cross = |colour, width| {
        let stroke = Stroke {
            colour,
            width,
            dashes: None,
        };
        stroked(data.clone(), &stroke).with("stroke-linecap", "round")
    };
    [cross(theme.paper, 5.0), cross(theme.link_strong, 1.5)]
}
