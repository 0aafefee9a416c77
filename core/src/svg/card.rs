//! A card: face, edge, outline, header, statement.

use super::{
    glyph::{icon, lines, words},
    node::Element,
    number::short,
};
use crate::{
    layout::{Point, Rect, Size},
    model::{Colour, Role},
    scene::{CARD_RADIUS, CardItem, EDGE_WIDTH, Theme},
};

/// Draws a card as a group moved to its place, so that dragging changes one attribute.
pub fn card(card: &CardItem, theme: &Theme) -> Element {
    let content = &card.content;
    let (x, y) = (short(card.rect.left), short(card.rect.top));
    let mut group = Element::new("g")
        .with("class", format!("card role-{}", content.role.word()))
        .with("data-id", card.id.to_string())
        .with("role", "img")
        .with("aria-label", content.description.clone())
        .with("transform", format!("translate({x} {y})"));
    if content.is_truncated {
        group = group.holding(Element::new("title").holding(content.statement.as_str()));
    }
    let statement = lines(&content.lines, theme).map(|text| {
        if content.is_right_to_left {
            text.with("direction", "rtl")
        } else {
            text
        }
    });
    group
        .holding(shadow(content.size(), theme))
        .holding_all(face(content.role, content.colour, content.size(), theme))
        .holding_all(content.icons.iter().map(|placed| icon(placed, theme)))
        .holding_all(content.words.iter().map(|placed| words(placed, theme)))
        .holding_all(statement)
}

/// How far a shadow reaches below its card, in px.
const SHADOW: f64 = 2.0;

fn shadow(size: Size, theme: &Theme) -> Element {
    let below = Rect {
        top: SHADOW,
        ..frame(size)
    };
    rectangle(below, CARD_RADIUS)
        .with("class", "shadow")
        .with("fill", theme.shadow)
        .with("fill-opacity", "0.08")
}

/// The face of a card of this role, colour and size: its ground, its edge and its outline.
pub(super) fn face(role: Role, colour: Option<Colour>, size: Size, theme: &Theme) -> Vec<Element> {
    let outline = Outline::of(role, theme);
    let ground = outlined(frame(size), outline).with("fill", theme.card);
    let mut face = vec![ground];
    if role == Role::Safeguard {
        let inner = frame(size).grown(-INNER_LINE);
        let radius = (CARD_RADIUS - INNER_LINE).max(0.0);
        face.push(
            rectangle(inner.grown(-0.5), radius)
                .with("fill", "none")
                .with("stroke", outline.colour),
        );
    }
    if let Some(colour) = colour {
        // An outcome's heavy outline runs around the edge, the others end below it.
        let inset = if role == Role::Outcome {
            outline.width
        } else {
            0.0
        };
        face.push(edge(size, inset).with("fill", theme.category(colour)));
    }
    face
}

/// From the outline of a safeguard to its second line, in px.
const INNER_LINE: f64 = 3.0;

/// The line around a card.
#[derive(Clone, Copy)]
struct Outline {
    colour: &'static str,
    width: f64,
    dashes: Option<&'static str>,
}

impl Outline {
    fn of(role: Role, theme: &Theme) -> Self {
        let (colour, width, dashes) = match role {
            Role::Outcome => (theme.ink, 2.0, None),
            Role::Event | Role::Safeguard => (theme.outline, 1.0, None),
            Role::Condition => (theme.hairline, 1.0, None),
            Role::Luck => (theme.outline, 1.25, Some("5 3.5")),
        };
        Self {
            colour,
            width,
            dashes,
        }
    }
}

fn frame(size: Size) -> Rect {
    Rect {
        left: 0.0,
        top: 0.0,
        size,
    }
}

/// The rectangle with a line just inside its sides.
fn outlined(rect: Rect, outline: Outline) -> Element {
    let inset = outline.width / 2.0;
    let element = rectangle(rect.grown(-inset), CARD_RADIUS - inset)
        .with("stroke", outline.colour)
        .with_number("stroke-width", outline.width);
    match outline.dashes {
        Some(dashes) => element.with("stroke-dasharray", dashes),
        None => element,
    }
}

fn rectangle(rect: Rect, radius: f64) -> Element {
    let radius = radius.min(rect.size.height / 2.0);
    Element::new("rect")
        .with_number("x", rect.left)
        .with_number("y", rect.top)
        .with_number("width", rect.size.width)
        .with_number("height", rect.size.height)
        .with_number("rx", radius)
}

/// The part of a rounded rectangle of this size, drawn so far inside it, that lies in the first
/// [`EDGE_WIDTH`] px.
fn edge(size: Size, inset: f64) -> Element {
    let radius = CARD_RADIUS - inset;
    let reach = EDGE_WIDTH.min(radius);
    // How far below the top the corner's arc is where the edge ends.
    let (run, bottom) = (radius - reach, size.height - inset);
    let drop = radius - (radius * radius - run * run).sqrt();
    let right = inset + reach;
    let corner = |point: Point| {
        format!(
            "A{0} {0} 0 0 0 {1} {2}",
            short(radius),
            short(point.x),
            short(point.y)
        )
    };
    let data = format!(
        "M{} {}{}V{}{}z",
        short(right),
        short(inset + drop),
        corner(Point::new(inset, inset + radius)),
        short(bottom - radius),
        corner(Point::new(right, bottom - drop)),
    );
    Element::new("path").with("d", data)
}
