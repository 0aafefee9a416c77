//! What a pointer does on the map between going down and coming up.

use whyweb_core::{
    layout::{Point, Rect, Size},
    model::{FactorId, LinkId},
};

/// How far a pointer may stray, in px on screen, and still count as a click.
const STEADY: f64 = 4.0;

/// What lies under a pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// Nothing: the paper.
    Paper,
    /// A card.
    Card(FactorId),
    /// The handle of a card.
    Handle(FactorId),
    /// A link.
    Link(LinkId),
}

/// What a pointer that went down is doing.
#[derive(Debug, Clone, PartialEq)]
pub enum Drag {
    /// It has not moved enough to tell.
    Pressed {
        /// Where it went down, in the window.
        at: Point,
        /// What it went down on.
        hit: Hit,
        /// Whether Shift, Ctrl or Cmd was held.
        adds: bool,
    },
    /// It moves the map.
    Pan {
        /// Where it was last, in the window.
        last: Point,
    },
    /// It moves cards.
    Cards {
        /// Where it went down, on the map.
        from: Point,
        /// The cards and where their left top corners were.
        cards: Vec<(FactorId, Rect)>,
        /// How far it has come, in px of the map.
        by: Point,
    },
    /// It draws a link from a card that is to be a cause, or looks for one.
    Link {
        /// The card whose handle it left.
        effect: FactorId,
        /// Where it is, on the map.
        to: Point,
    },
    /// It draws a frame around cards.
    Frame {
        /// Where it went down, on the map.
        from: Point,
        /// Where it is, on the map.
        to: Point,
    },
}

impl Drag {
    /// Whether a pressed pointer has moved far enough to be more than a click.
    pub fn has_left(at: Point, now: Point) -> bool {
        (now.x - at.x).abs() > STEADY || (now.y - at.y).abs() > STEADY
    }
}

/// The rectangle between two corners.
pub fn between(a: Point, b: Point) -> Rect {
    Rect {
        left: a.x.min(b.x),
        top: a.y.min(b.y),
        size: Size {
            width: (a.x - b.x).abs(),
            height: (a.y - b.y).abs(),
        },
    }
}
