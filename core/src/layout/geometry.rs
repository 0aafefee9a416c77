//! Points, sizes and rectangles of the map, in px at zoom 1; x grows rightwards, y downwards.

/// A place on the map.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Px from the left.
    pub x: f64,
    /// Px from the top.
    pub y: f64,
}

/// How wide and high something is, in px; neither is negative.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Px from left to right.
    pub width: f64,
    /// Px from top to bottom.
    pub height: f64,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its extent.
    pub size: Size,
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl Rect {
    /// The rectangle of this size around a centre.
    pub fn around(centre: Point, size: Size) -> Self {
        Self {
            left: centre.x - size.width / 2.0,
            top: centre.y - size.height / 2.0,
            size,
        }
    }

    /// Its right edge.
    pub fn right(&self) -> f64 {
        self.left + self.size.width
    }

    /// Its bottom edge.
    pub fn bottom(&self) -> f64 {
        self.top + self.size.height
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        Point::new(
            self.left + self.size.width / 2.0,
            self.top + self.size.height / 2.0,
        )
    }

    /// This rectangle with so many px more on each side.
    pub fn grown(&self, by: f64) -> Self {
        let size = Size {
            width: self.size.width + 2.0 * by,
            height: self.size.height + 2.0 * by,
        };
        Self {
            left: self.left - by,
            top: self.top - by,
            size,
        }
    }

    /// The smallest rectangle that holds both.
    pub fn union(&self, other: &Self) -> Self {
        let (left, top) = (self.left.min(other.left), self.top.min(other.top));
        let right = self.right().max(other.right());
        let bottom = self.bottom().max(other.bottom());
        Self {
            left,
            top,
            size: Size {
                width: right - left,
                height: bottom - top,
            },
        }
    }

    /// Whether the insides of both share a point; touching edges do not.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    /// Whether a point lies inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        (self.left..=self.right()).contains(&point.x)
            && (self.top..=self.bottom()).contains(&point.y)
    }
}
