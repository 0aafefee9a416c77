//! Detours: the shortest way between two cards around all others, for links whose way through the
//! ranks is blocked or lost because cards were moved by hand.
//!
//! Shortest paths on the visibility graph (Lozano-Pérez and Wesley, *An algorithm for planning
//! collision-free paths among polyhedral obstacles*, CACM 1979) by A* (Hart, Nilsson and Raphael
//! 1968). Obstacles enter the graph only once a path runs into them.

use super::{Bend, Leg, Point, Rect, Route};

/// Obstacles one link goes round at most; a link that needs more is drawn straight.
const MOST_OBSTACLES: usize = 120;

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
pub(super) fn detour(cards: &[Rect], cause: usize, effect: usize, clearance: f64) -> Route {
    let (leaving, arriving) = faces(&cards[cause], &cards[effect]);
    let found = CLEARANCES.iter().find_map(|share| {
        let field = Field {
            cards,
            clearance: clearance * share,
        };
        let from = field.stub(cause, leaving)?;
        let to = field.stub(effect, arriving)?;
        let mut points = vec![from.edge];
        points.extend(field.path(from.outside, to.outside)?);
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

/// Whether a route comes closer to a rectangle than so many px.
pub(super) fn comes_near(route: &Route, rect: &Rect, px: f64) -> bool {
    let grown = rect.grown(px);
    let mut at = route.start;
    for leg in &route.legs {
        let hit = match leg.bend {
            Bend::Straight => crosses(&grown, at, leg.to),
            Bend::Smooth => crosses_smooth(&grown, at, leg.to),
        };
        if hit {
            return true;
        }
        at = leg.to;
    }
    false
}

/// Pieces a smooth leg is cut into to see what it runs into.
const PIECES: u32 = 16;

fn crosses_smooth(rect: &Rect, from: Point, to: Point) -> bool {
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

/// Where a link leaves a card: on its edge, and one clearance outside.
struct Stub {
    edge: Point,
    outside: Point,
}

/// The cards a path has to keep clear of.
struct Field<'a> {
    cards: &'a [Rect],
    clearance: f64,
}

impl Field<'_> {
    /// The middle of the first of the faces that is not covered by another card.
    fn stub(&self, card: usize, faces: [Face; 4]) -> Option<Stub> {
        faces.into_iter().find_map(|face| {
            let rect = &self.cards[card];
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
        self.cards[card].grown(self.clearance - TOUCH)
    }

    fn blocking(
        &self,
        from: Point,
        to: Point,
        except: Option<usize>,
    ) -> impl Iterator<Item = usize> {
        (0..self.cards.len())
            .filter(move |&card| Some(card) != except && crosses(&self.obstacle(card), from, to))
    }

    /// The shortest way that is clear of all cards.
    fn path(&self, from: Point, to: Point) -> Option<Vec<Point>> {
        let mut graph = Visibility {
            obstacles: Vec::new(),
            points: vec![from, to],
        };
        let mut known = Vec::new();
        while known.len() <= MOST_OBSTACLES {
            let path = graph.shortest()?;
            let mut is_clear = true;
            for pair in path.windows(2) {
                for card in self.blocking(pair[0], pair[1], None) {
                    is_clear = false;
                    if !known.contains(&card) {
                        known.push(card);
                        graph.add(self.obstacle(card), &self.cards[card].grown(self.clearance));
                    }
                }
            }
            if is_clear {
                return Some(path);
            }
        }
        None
    }
}

/// The obstacles met so far, and the points a way around them turns at: first the two ends.
struct Visibility {
    obstacles: Vec<Rect>,
    points: Vec<Point>,
}

impl Visibility {
    fn add(&mut self, obstacle: Rect, around: &Rect) {
        self.obstacles.push(obstacle);
        for x in [around.left, around.right()] {
            for y in [around.top, around.bottom()] {
                self.points.push(Point::new(x, y));
            }
        }
    }

    /// A* from the first point to the second; ties go to the earlier point.
    fn shortest(&self) -> Option<Vec<Point>> {
        let goal = self.points[1];
        let many = self.points.len();
        let mut length = vec![f64::INFINITY; many];
        let mut came_from = vec![0; many];
        let mut is_done = vec![false; many];
        length[0] = 0.0;
        loop {
            let open = (0..many).filter(|&at| !is_done[at] && length[at].is_finite());
            let estimate = |at: usize| length[at] + distance(self.points[at], goal);
            let next = open.min_by(|&a, &b| estimate(a).total_cmp(&estimate(b)))?;
            if next == 1 {
                return Some(self.traced(&came_from));
            }
            is_done[next] = true;
            for at in 0..many {
                let through = length[next] + distance(self.points[next], self.points[at]);
                if !is_done[at]
                    && through < length[at]
                    && self.sees(self.points[next], self.points[at])
                {
                    length[at] = through;
                    came_from[at] = next;
                }
            }
        }
    }

    fn sees(&self, from: Point, to: Point) -> bool {
        !self.obstacles.iter().any(|rect| crosses(rect, from, to))
    }

    fn traced(&self, came_from: &[usize]) -> Vec<Point> {
        let mut at = 1;
        let mut path = vec![self.points[at]];
        while at != 0 {
            at = came_from[at];
            path.push(self.points[at]);
        }
        path.reverse();
        path
    }
}

fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = (a.x - b.x, a.y - b.y);
    (x * x + y * y).sqrt()
}

/// Whether a line enters a rectangle's inside (Liang and Barsky, *A new concept and method for
/// line clipping*, ACM Transactions on Graphics 1984).
fn crosses(rect: &Rect, from: Point, to: Point) -> bool {
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
