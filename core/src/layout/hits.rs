//! What a line or a route runs into.

#[cfg(test)]
use super::Route;
use super::{Bend, Leg, Point, Rect};

/// Whether the leg of a route that begins at `from` comes closer to a rectangle than so many px.
pub(super) fn leg_comes_near(from: Point, leg: Leg, rect: &Rect, px: f64) -> bool {
    let grown = rect.grown(px);
    match leg.bend {
        Bend::Straight => crosses(&grown, from, leg.to),
        Bend::Smooth => curve_crosses(&grown, from, leg.to),
    }
}

/// The same for a whole route.
#[cfg(test)]
pub(super) fn comes_near(route: &Route, rect: &Rect, px: f64) -> bool {
    let mut legs = route.points().zip(&route.legs);
    legs.any(|(from, leg)| leg_comes_near(from, *leg, rect, px))
}

/// Pieces a smooth leg is cut into to see what it runs into.
const PIECES: u32 = 16;

fn curve_crosses(rect: &Rect, from: Point, to: Point) -> bool {
    let mut at = from;
    (1..=PIECES).any(|piece| {
        let next = on_smooth(from, to, f64::from(piece) / f64::from(PIECES));
        let hit = crosses(rect, at, next);
        at = next;
        hit
    })
}

/// The point of a smooth leg at `t` in 0..=1: a cubic Bézier with both control points halfway
/// along the flow.
fn on_smooth(from: Point, to: Point, t: f64) -> Point {
    let u = 1.0 - t;
    let middle = f64::midpoint(from.x, to.x);
    let (start, inner, end) = (u * u * u, 3.0 * u * t, t * t * t);
    let ease = t * t * (3.0 - 2.0 * t);
    Point::new(
        start * from.x + inner * middle + end * to.x,
        from.y + (to.y - from.y) * ease,
    )
}

/// Whether a line enters a rectangle's inside (Liang and Barsky, *A new concept and method for
/// line clipping*, ACM Transactions on Graphics 1984).
pub(super) fn crosses(rect: &Rect, from: Point, to: Point) -> bool {
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    let axes = [
        (from.x, to.x - from.x, rect.left, rect.right()),
        (from.y, to.y - from.y, rect.top, rect.bottom()),
    ];
    for (at, by, low, high) in axes {
        if by.abs() < f64::EPSILON {
            if at <= low || at >= high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - at) / by, (high - at) / by);
        enters = enters.max(a.min(b));
        leaves = leaves.min(a.max(b));
    }
    enters < leaves
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Size;

    fn card() -> Rect {
        let size = Size {
            width: 20.0,
            height: 10.0,
        };
        Rect::around(Point::new(50.0, 50.0), size)
    }

    fn hits(from: (f64, f64), to: (f64, f64)) -> bool {
        crosses(&card(), Point::new(from.0, from.1), Point::new(to.0, to.1))
    }

    #[test]
    fn a_line_hits_what_it_enters_and_not_what_it_touches() {
        assert!(hits((0.0, 50.0), (100.0, 50.0)));
        assert!(hits((0.0, 0.0), (100.0, 100.0)));
        assert!(hits((50.0, 50.0), (51.0, 51.0)), "from within");
        assert!(!hits((0.0, 45.0), (100.0, 45.0)), "along the edge");
        assert!(!hits((0.0, 50.0), (39.0, 50.0)), "ends before it");
        assert!(!hits((30.0, 40.0), (45.0, 30.0)));
    }

    #[test]
    fn a_curve_bulges_where_a_straight_line_does_not() {
        let route = |bend| Route {
            start: Point::new(0.0, 30.0),
            legs: vec![Leg {
                to: Point::new(100.0, 90.0),
                bend,
            }],
        };
        // Above the straight line at a quarter of the way, where the curve has hardly sunk.
        let card = Rect::around(
            Point::new(25.0, 36.0),
            Size {
                width: 8.0,
                height: 6.0,
            },
        );
        assert!(comes_near(&route(Bend::Smooth), &card, 0.0));
        assert!(!comes_near(&route(Bend::Straight), &card, 0.0));
        assert!(comes_near(&route(Bend::Straight), &card, 8.0));
    }
}
