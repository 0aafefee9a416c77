//! How a drawing is looked at: lines as they are drawn, and what they run into.

use whyweb_core::layout::{Bend, Direction, Point, Rect, Route};

/// The line as drawn, smooth legs in 24 pieces.
pub(crate) fn drawn(route: &Route, direction: Direction) -> Vec<Point> {
    let mut line = vec![route.start];
    for leg in &route.legs {
        let from = line[line.len() - 1];
        match leg.bend {
            Bend::Straight => line.push(leg.to),
            Bend::Smooth => {
                line.extend(
                    (1..=24).map(|piece| on_s(from, leg.to, f64::from(piece) / 24.0, direction)),
                );
            }
        }
    }
    line
}

/// A point of the cubic Bézier whose control points lie halfway along the flow.
fn on_s(from: Point, to: Point, t: f64, direction: Direction) -> Point {
    let (first, second) = match direction {
        Direction::LeftToRight => {
            let middle = f64::midpoint(from.x, to.x);
            (Point::new(middle, from.y), Point::new(middle, to.y))
        }
        Direction::TopToBottom => {
            let middle = f64::midpoint(from.y, to.y);
            (Point::new(from.x, middle), Point::new(to.x, middle))
        }
    };
    let u = 1.0 - t;
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let points = [from, first, second, to];
    let sum = |part: fn(&Point) -> f64| {
        points
            .iter()
            .zip(weights)
            .map(|(point, weight)| part(point) * weight)
            .sum()
    };
    Point::new(sum(|point| point.x), sum(|point| point.y))
}

/// Whether a line enters the inside of a card by more than a pixel.
pub(crate) fn enters(line: &[Point], card: &Rect) -> bool {
    line.windows(2)
        .any(|pair| passes(pair[0], pair[1], &card.grown(-1.0)))
}

fn passes(from: Point, to: Point, rect: &Rect) -> bool {
    let mut shared = (0.0_f64, 1.0_f64);
    for (at, by, low, high) in [
        (from.x, to.x - from.x, rect.left, rect.right()),
        (from.y, to.y - from.y, rect.top, rect.bottom()),
    ] {
        if by == 0.0 {
            if at < low || at > high {
                return false;
            }
        } else {
            let (a, b) = ((low - at) / by, (high - at) / by);
            shared = (shared.0.max(a.min(b)), shared.1.min(a.max(b)));
        }
    }
    shared.0 < shared.1
}

/// Whether a point lies on the edge of a card, to a thousandth of a pixel.
pub(crate) fn is_on_border(point: Point, card: &Rect) -> bool {
    card.grown(0.001).contains(point) && !card.grown(-0.001).contains(point)
}
