//! Shortest paths on the visibility graph: straight from corner to corner of the obstacles, past
//! all others.

use super::{Point, Rect, hits::crosses};

/// The obstacles met so far, and the points a way around them turns at: first the two ends.
#[derive(Debug)]
pub(super) struct Visibility {
    obstacles: Vec<Rect>,
    points: Vec<Point>,
    /// For each point and each before it, how many obstacles are known not to be between them;
    /// [`BLOCKED`] where one is. Obstacles are only added, so that each is tested once.
    tested: Vec<Vec<usize>>,
}

/// Two points that do not see each other.
const BLOCKED: usize = usize::MAX;

impl Visibility {
    /// Two ends with nothing between.
    pub(super) fn new(from: Point, to: Point) -> Self {
        Self {
            obstacles: Vec::new(),
            points: vec![from, to],
            tested: vec![Vec::new(), vec![0]],
        }
    }

    /// Another obstacle, and the rectangle whose corners a way around it turns at.
    pub(super) fn add(&mut self, obstacle: Rect, around: &Rect) {
        self.obstacles.push(obstacle);
        for x in [around.left, around.right()] {
            for y in [around.top, around.bottom()] {
                self.tested.push(vec![0; self.points.len()]);
                self.points.push(Point::new(x, y));
            }
        }
    }

    /// A* from the first point to the second; ties go to the earlier point.
    pub(super) fn shortest(&mut self) -> Option<Vec<Point>> {
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
                if !is_done[at] && through < length[at] && self.sees(next, at) {
                    length[at] = through;
                    came_from[at] = next;
                }
            }
        }
    }

    fn sees(&mut self, one: usize, other: usize) -> bool {
        let (from, to) = (self.points[one], self.points[other]);
        let tested = &mut self.tested[one.max(other)][one.min(other)];
        while let Some(obstacle) = self.obstacles.get(*tested) {
            *tested = if crosses(obstacle, from, to) {
                BLOCKED
            } else {
                *tested + 1
            };
        }
        *tested != BLOCKED
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
