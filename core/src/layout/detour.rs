//! Detours: the shortest way between two cards around all others, for links whose way through the
//! ranks is blocked or lost because cards were moved by hand.
//!
//! Shortest paths on the visibility graph (Lozano-Pérez and Wesley, *An algorithm for planning
//! collision-free paths among polyhedral obstacles*, CACM 1979) by A* (Hart, Nilsson and Raphael
//! 1968). Obstacles enter the graph only once a path runs into them.

use super::{
    Bend, Leg, Point, Rect, Route, Size, field::Field, hits::crosses, visibility::Visibility,
};

/// Obstacles one link goes round at most; a link that needs more is drawn straight.
const MOST_OBSTACLES: usize = 40;

/// How much less than the clearance still counts as clear, so that a path may touch.
const TOUCH: f64 = 1e-6;

/// Shares of the wanted clearance, tried in turn.
const CLEARANCES: [f64; 4] = [1.0, 0.5, 0.2, 0.05];

/// The sides of a card, in the flow's axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    Far,
    Near,
    Top,
    Bottom,
}

/// A polyline from the cause to the effect that enters no card, between the sides that face each
/// other where it can. All in the flow's axes.
///
/// Where there is none (a card lies under others), a straight line.
pub(super) fn detour(field: &Field, cause: usize, effect: usize, clearance: f64) -> Route {
    let cards = field.cards;
    let (leaving, arriving) = faces(&cards[cause], &cards[effect]);
    let found = CLEARANCES.iter().find_map(|share| {
        let course = Course {
            field,
            clearance: clearance * share,
        };
        let from = course.stub(cause, leaving)?;
        let to = course.stub(effect, arriving)?;
        let mut points = vec![from.edge];
        points.extend(course.path(from.outside, to.outside)?);
        points.push(to.edge);
        Some(points)
    });
    polyline(&found.unwrap_or_else(|| {
        let ends = (cards[cause].centre(), cards[effect].centre());
        vec![
            border(&cards[cause], ends.1),
            border(&cards[effect], ends.0),
        ]
    }))
}

/// The faces to leave and to arrive by, best first: with the flow if the effect lies ahead, against
/// it if it lies behind, else across.
fn faces(cause: &Rect, effect: &Rect) -> ([Face; 4], [Face; 4]) {
    use Face::{Bottom, Far, Near, Top};
    if cause.right() < effect.left {
        ([Far, Bottom, Top, Near], [Near, Bottom, Top, Far])
    } else if effect.right() < cause.left {
        ([Near, Bottom, Top, Far], [Far, Bottom, Top, Near])
    } else if cause.centre().y < effect.centre().y {
        ([Bottom, Far, Near, Top], [Top, Far, Near, Bottom])
    } else {
        ([Top, Far, Near, Bottom], [Bottom, Far, Near, Top])
    }
}

/// Where a link leaves a card: on its edge, and one clearance outside.
struct Stub {
    edge: Point,
    outside: Point,
}

/// The cards a path has to keep clear of, and by how much.
struct Course<'a> {
    field: &'a Field<'a>,
    clearance: f64,
}

impl Course<'_> {
    /// The middle of the first of the faces that is not covered by another card.
    fn stub(&self, card: usize, faces: [Face; 4]) -> Option<Stub> {
        faces.into_iter().find_map(|face| {
            let rect = &self.field.cards[card];
            let centre = rect.centre();
            let (edge, by) = match face {
                Face::Far => (Point::new(rect.right(), centre.y), (1.0, 0.0)),
                Face::Near => (Point::new(rect.left, centre.y), (-1.0, 0.0)),
                Face::Top => (Point::new(centre.x, rect.top), (0.0, -1.0)),
                Face::Bottom => (Point::new(centre.x, rect.bottom()), (0.0, 1.0)),
            };
            let (x, y) = (by.0 * self.clearance, by.1 * self.clearance);
            let outside = Point::new(edge.x + x, edge.y + y);
            let is_clear = self.blocking(edge, outside, Some(card)).next().is_none();
            is_clear.then_some(Stub { edge, outside })
        })
    }

    /// What a straight line keeps clear of, if it is clear.
    fn obstacle(&self, card: usize) -> Rect {
        self.field.cards[card].grown(self.clearance - TOUCH)
    }

    fn blocking(
        &self,
        from: Point,
        to: Point,
        except: Option<usize>,
    ) -> impl Iterator<Item = usize> {
        let span = Rect::around(from, Size::default()).union(&Rect::around(to, Size::default()));
        let near = self.field.near(&span.grown(self.clearance));
        near.into_iter()
            .filter(move |&card| Some(card) != except && crosses(&self.obstacle(card), from, to))
    }

    /// The shortest way that is clear of all cards.
    fn path(&self, from: Point, to: Point) -> Option<Vec<Point>> {
        let mut graph = Visibility::new(from, to);
        let mut known = Vec::new();
        while known.len() <= MOST_OBSTACLES {
            let path = graph.shortest()?;
            let known_before = known.len();
            for pair in path.windows(2) {
                for card in self.blocking(pair[0], pair[1], None) {
                    if !known.contains(&card) {
                        known.push(card);
                        graph.add(
                            self.obstacle(card),
                            &self.field.cards[card].grown(self.clearance),
                        );
                    }
                }
            }
            if known.len() == known_before {
                return Some(path);
            }
        }
        None
    }
}

/// Where the line from a rectangle's centre to a point crosses its edge.
fn border(rect: &Rect, to: Point) -> Point {
    let centre = rect.centre();
    let (x, y) = (to.x - centre.x, to.y - centre.y);
    let reach = |half: f64, by: f64| {
        if by == 0.0 {
            f64::INFINITY
        } else {
            half / by.abs()
        }
    };
    let share = reach(rect.size.width / 2.0, x).min(reach(rect.size.height / 2.0, y));
    if share.is_finite() {
        Point::new(centre.x + x * share, centre.y + y * share)
    } else {
        Point::new(rect.right(), centre.y)
    }
}

/// Straight legs through the points, those that change nothing left out.
fn polyline(points: &[Point]) -> Route {
    let start = points.first().copied().unwrap_or_default();
    let mut kept = vec![start];
    for (at, &point) in points.iter().enumerate().skip(1) {
        let last = kept[kept.len() - 1];
        let is_turn = points.get(at + 1).is_none_or(|&next| {
            let turn =
                (point.x - last.x) * (next.y - last.y) - (point.y - last.y) * (next.x - last.x);
            turn.abs() > TOUCH
        });
        if is_turn && (point != last || kept.len() == 1) {
            kept.push(point);
        }
    }
    let legs = kept.iter().skip(1).map(|&to| Leg {
        to,
        bend: Bend::Straight,
    });
    Route {
        start,
        legs: legs.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::hits::comes_near;

    fn card(x: f64, y: f64) -> Rect {
        let size = Size {
            width: 100.0,
            height: 40.0,
        };
        Rect::around(Point::new(x, y), size)
    }

    /// From the first card to the second.
    fn draw(cards: &[Rect]) -> Route {
        detour(&Field::new(cards), 0, 1, 10.0)
    }

    fn ends(route: &Route) -> (Point, Point) {
        let points: Vec<Point> = route.points().collect();
        (points[0], points[points.len() - 1])
    }

    #[test]
    fn is_straight_with_nothing_between() {
        let route = draw(&[card(0.0, 0.0), card(300.0, 0.0)]);
        assert_eq!(
            ends(&route),
            (Point::new(50.0, 0.0), Point::new(250.0, 0.0))
        );
        assert_eq!(route.legs.len(), 1);
    }

    #[test]
    fn goes_round_with_the_clearance_wanted() {
        let cards = [card(0.0, 0.0), card(600.0, 0.0), card(300.0, 5.0)];
        let route = draw(&cards);
        assert!(!comes_near(&route, &cards[2], 9.9));
        let heights: Vec<f64> = route.points().map(|point| point.y).collect();
        assert!(
            heights.contains(&-25.0),
            "the shorter way, above: {heights:?}"
        );
    }

    #[test]
    fn leads_back_between_the_facing_sides() {
        let route = draw(&[card(300.0, 0.0), card(0.0, 0.0)]);
        assert_eq!(
            ends(&route),
            (Point::new(250.0, 0.0), Point::new(50.0, 0.0))
        );
    }

    #[test]
    fn squeezes_through_where_there_is_less_room() {
        // Cards around the effect leave 6 px at each side of it.
        let cards = [
            card(0.0, 0.0),
            card(600.0, 0.0),
            card(494.0, 0.0),
            card(706.0, 0.0),
            card(600.0, 46.0),
            card(600.0, -46.0),
        ];
        let route = draw(&cards);
        for obstacle in &cards[2..] {
            assert!(!comes_near(&route, obstacle, 0.4));
        }
    }

    #[test]
    fn reaches_a_card_that_is_covered() {
        let cards = [card(0.0, 0.0), card(300.0, 0.0), card(300.0, 0.0)];
        let route = draw(&cards);
        assert_eq!(
            ends(&route),
            (Point::new(50.0, 0.0), Point::new(250.0, 0.0))
        );
    }
}
