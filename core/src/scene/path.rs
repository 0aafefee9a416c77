//! From a route's legs to a drawn line: curves, rounded corners, and room for the arrowhead.

use crate::layout::{Bend, Direction, Leg, Point, Route};

/// The roundest corner between two straight legs, in px.
const CORNER: f64 = 6.0;
/// What counts as no distance at all, in px.
const NOTHING: f64 = 1e-6;

/// One stretch of a drawn line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// A straight line to a point.
    Line(Point),
    /// A cubic Bézier curve.
    Curve {
        /// Where it leaves towards.
        leaves: Point,
        /// Where it arrives from.
        arrives: Point,
        /// Where it ends.
        to: Point,
    },
}

impl Segment {
    /// Where it ends.
    pub fn end(self) -> Point {
        match self {
            Self::Line(to) | Self::Curve { to, .. } => to,
        }
    }
}

/// A direction of length 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heading {
    /// Its part to the right.
    pub x: f64,
    /// Its part downwards.
    pub y: f64,
}

impl Heading {
    /// From one point to another; along the flow where they are the same.
    fn between(from: Point, to: Point, flow: Direction) -> Self {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = (x * x + y * y).sqrt();
        if length < NOTHING {
            return match flow {
                Direction::LeftToRight => Self { x: 1.0, y: 0.0 },
                Direction::TopToBottom => Self { x: 0.0, y: 1.0 },
            };
        }
        Self {
            x: x / length,
            y: y / length,
        }
    }

    /// The point so many px from another along this direction, and so many to the right of it.
    pub fn from(self, point: Point, ahead: f64, aside: f64) -> Point {
        Point::new(
            point.x + self.x * ahead - self.y * aside,
            point.y + self.y * ahead + self.x * aside,
        )
    }
}

/// A line with a direction at its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Where it starts.
    pub start: Point,
    /// Its stretches, one after the other.
    pub segments: Vec<Segment>,
    /// The way it runs where it ends.
    pub heading: Heading,
    /// Where the route it follows was to end, less the gap asked for.
    pub tip: Point,
}

/// How far from the route's end something is, in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ending {
    /// From the route's end back to the tip of the arrowhead.
    pub(super) gap: f64,
    /// From the tip back to where the line ends.
    pub(super) head: f64,
}

impl Path {
    /// Where it starts and where each stretch ends.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        let ends = self.segments.iter().map(|segment| segment.end());
        std::iter::once(self.start).chain(ends)
    }

    /// Follows a route. A smooth leg becomes an S whose control points lie at the middle of the
    /// main axis; where two straight legs meet at an angle the corner is rounded. Neither leaves
    /// the rectangle that the leg's or corner's own points span.
    pub(super) fn along(route: &Route, flow: Direction, ending: Ending) -> Self {
        let heading = heading(route, flow);
        let free = last_stretch(route, flow) / 2.0;
        let gap = ending.gap.min(free);
        let whole = route.legs.last().map_or(route.start, |leg| leg.to);
        let tip = heading.from(whole, -gap, 0.0);
        let end = heading.from(whole, -(gap + ending.head).min(free), 0.0);
        Self {
            start: route.start,
            segments: segments(route, flow, end),
            heading,
            tip,
        }
    }

    /// The point about half way along, reckoned by the straight distances between joints.
    pub(super) fn middle(&self) -> Point {
        let ends = std::iter::once(self.start).chain(self.segments.iter().map(|s| s.end()));
        let starts: Vec<Point> = ends.collect();
        let stretches = || starts.iter().zip(&self.segments);
        let total: f64 = stretches().map(|(from, s)| distance(*from, s.end())).sum();
        let mut left = total / 2.0;
        for (from, segment) in stretches() {
            let length = distance(*from, segment.end());
            if left <= length && length > NOTHING {
                return at(*from, *segment, left / length);
            }
            left -= length;
        }
        self.start
    }
}

/// The way a route runs where it ends.
fn heading(route: &Route, flow: Direction) -> Heading {
    let (from, last) = last_leg(route);
    let to = last.to;
    let from = match (last.bend, flow) {
        (Bend::Straight, _) => from,
        // A smooth leg arrives along the flow, from whichever side it comes.
        (Bend::Smooth, Direction::LeftToRight) => Point::new(from.x, to.y),
        (Bend::Smooth, Direction::TopToBottom) => Point::new(to.x, from.y),
    };
    Heading::between(from, to, flow)
}

/// How far the last leg runs along its heading.
fn last_stretch(route: &Route, flow: Direction) -> f64 {
    let (from, last) = last_leg(route);
    match (last.bend, flow) {
        (Bend::Straight, _) => distance(from, last.to),
        (Bend::Smooth, Direction::LeftToRight) => (last.to.x - from.x).abs(),
        (Bend::Smooth, Direction::TopToBottom) => (last.to.y - from.y).abs(),
    }
}

fn last_leg(route: &Route) -> (Point, Leg) {
    let nowhere = Leg {
        to: route.start,
        bend: Bend::Straight,
    };
    let last = route.legs.last().copied().unwrap_or(nowhere);
    let before = route.legs.iter().rev().nth(1);
    (before.map_or(route.start, |leg| leg.to), last)
}

fn segments(route: &Route, flow: Direction, end: Point) -> Vec<Segment> {
    let mut segments = Vec::with_capacity(route.legs.len());
    let mut from = route.start;
    let mut legs = route.legs.iter().peekable();
    while let Some(leg) = legs.next() {
        let next = legs.peek();
        let to = if next.is_some() { leg.to } else { end };
        match (leg.bend, next) {
            (Bend::Smooth, _) => segments.push(smooth(from, to, flow)),
            (Bend::Straight, Some(next)) if next.bend == Bend::Straight => {
                segments.extend(corner(from, to, next.to, flow));
            }
            (Bend::Straight, _) => segments.push(Segment::Line(to)),
        }
        from = segments.last().map_or(from, |segment| segment.end());
    }
    segments
}

fn smooth(from: Point, to: Point, flow: Direction) -> Segment {
    let middle = Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
    let (leaves, arrives, drift) = match flow {
        Direction::LeftToRight => (
            Point::new(middle.x, from.y),
            Point::new(middle.x, to.y),
            to.y - from.y,
        ),
        Direction::TopToBottom => (
            Point::new(from.x, middle.y),
            Point::new(to.x, middle.y),
            to.x - from.x,
        ),
    };
    if drift.abs() < NOTHING {
        return Segment::Line(to);
    }
    Segment::Curve {
        leaves,
        arrives,
        to,
    }
}

/// The line towards a corner and the curve around it; just the line where there is no angle.
fn corner(from: Point, at: Point, next: Point, flow: Direction) -> Vec<Segment> {
    let inwards = Heading::between(from, at, flow);
    let outwards = Heading::between(at, next, flow);
    let turn = inwards.x * outwards.y - inwards.y * outwards.x;
    if turn.abs() < NOTHING {
        return vec![Segment::Line(at)];
    }
    let radius = CORNER
        .min(distance(from, at) / 2.0)
        .min(distance(at, next) / 2.0);
    let (enter, leave) = (
        inwards.from(at, -radius, 0.0),
        outwards.from(at, radius, 0.0),
    );
    // A quadratic curve around the corner, written as the cubic that is the same.
    let curve = Segment::Curve {
        leaves: inwards.from(at, -radius / 3.0, 0.0),
        arrives: outwards.from(at, radius / 3.0, 0.0),
        to: leave,
    };
    vec![Segment::Line(enter), curve]
}

fn distance(from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    (x * x + y * y).sqrt()
}

/// The point of a segment at `t` in 0..=1.
fn at(from: Point, segment: Segment, t: f64) -> Point {
    let along = |from: f64, leaves: f64, arrives: f64, to: f64| {
        let s = 1.0 - t;
        s * s * s * from + 3.0 * s * s * t * leaves + 3.0 * s * t * t * arrives + t * t * t * to
    };
    match segment {
        Segment::Line(to) => Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t),
        Segment::Curve {
            leaves,
            arrives,
            to,
        } => Point::new(
            along(from.x, leaves.x, arrives.x, to.x),
            along(from.y, leaves.y, arrives.y, to.y),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Ending = Ending {
        gap: 0.0,
        head: 0.0,
    };

    fn route(start: (f64, f64), legs: &[(f64, f64, Bend)]) -> Route {
        Route {
            start: Point::new(start.0, start.1),
            legs: legs
                .iter()
                .map(|(x, y, bend)| Leg {
                    to: Point::new(*x, *y),
                    bend: *bend,
                })
                .collect(),
        }
    }

    #[test]
    fn an_s_leaves_and_arrives_along_the_flow() {
        let route = route((0.0, 0.0), &[(80.0, 40.0, Bend::Smooth)]);
        let path = Path::along(&route, Direction::LeftToRight, PLAIN);
        let expected = Segment::Curve {
            leaves: Point::new(40.0, 0.0),
            arrives: Point::new(40.0, 40.0),
            to: Point::new(80.0, 40.0),
        };
        assert_eq!(path.segments, [expected]);
        assert_eq!(path.heading, Heading { x: 1.0, y: 0.0 });
        assert_eq!(path.middle(), Point::new(40.0, 20.0));
        let down = Path::along(&route, Direction::TopToBottom, PLAIN);
        assert_eq!(down.heading, Heading { x: 0.0, y: 1.0 });
    }

    #[test]
    fn the_line_makes_room_for_its_head() {
        let route = route((0.0, 0.0), &[(80.0, 40.0, Bend::Smooth)]);
        let ending = Ending {
            gap: 2.0,
            head: 7.0,
        };
        let path = Path::along(&route, Direction::LeftToRight, ending);
        assert_eq!(path.tip, Point::new(78.0, 40.0));
        let end = path.segments.last().unwrap().end();
        assert_eq!(end, Point::new(71.0, 40.0));
    }

    #[test]
    fn a_line_too_short_for_its_head_keeps_its_way() {
        let route = route((0.0, 0.0), &[(4.0, 0.0, Bend::Straight)]);
        let ending = Ending {
            gap: 2.0,
            head: 7.0,
        };
        let path = Path::along(&route, Direction::LeftToRight, ending);
        assert_eq!(path.heading, Heading { x: 1.0, y: 0.0 });
        assert_eq!(path.segments, [Segment::Line(Point::new(2.0, 0.0))]);
    }

    #[test]
    fn a_corner_is_rounded_by_no_more_than_there_is() {
        let bend = Bend::Straight;
        let wide = route((0.0, 0.0), &[(50.0, 0.0, bend), (50.0, 50.0, bend)]);
        let path = Path::along(&wide, Direction::LeftToRight, PLAIN);
        assert_eq!(path.segments[0], Segment::Line(Point::new(44.0, 0.0)));
        assert_eq!(path.segments[1].end(), Point::new(50.0, 6.0));
        let tight = route((0.0, 0.0), &[(4.0, 0.0, bend), (4.0, 50.0, bend)]);
        let path = Path::along(&tight, Direction::LeftToRight, PLAIN);
        assert_eq!(path.segments[0], Segment::Line(Point::new(2.0, 0.0)));
        let straight = route((0.0, 0.0), &[(50.0, 0.0, bend), (90.0, 0.0, bend)]);
        let path = Path::along(&straight, Direction::LeftToRight, PLAIN);
        assert_eq!(path.segments.len(), 2);
    }

    #[test]
    fn a_route_without_legs_is_a_point() {
        let nowhere = route((3.0, 4.0), &[]);
        let path = Path::along(&nowhere, Direction::LeftToRight, PLAIN);
        assert_eq!((path.tip, path.middle()), (path.start, path.start));
    }
}
