//! Routing: a link crosses each rank it passes straight, at its dummy's place, and changes its
//! height only between ranks, where no card is.

use super::{Bend, Leg, Point, Route, ports::Ports, px, sketch::Sketch};

/// Two heights closer than this are one, in px: a jog so small would look like a mistake.
const JOG: f64 = 0.75;

/// The route of a chain in the flow's axes, from its earlier card to its later one; `None` for a
/// chain that was left without dummies.
pub(super) fn through_ranks(sketch: &Sketch, chain: usize, ports: Ports) -> Option<Route> {
    let vertices = &sketch.layers.chains[chain];
    let (&low, &high) = (vertices.first()?, vertices.last()?);
    if sketch.layers.rank[low] + vertices.len() != sketch.layers.rank[high] + 1 {
        return None;
    }
    let height = |vertex: usize| px::real(sketch.across[vertex]);
    let (leaves, arrives) = (height(low) + ports.low, height(high) + ports.high);
    let middle = |vertex: usize| px::real(sketch.bands[sketch.layers.rank[vertex]].middle());
    let half = |card: usize| px::real(sketch.bodies[card].along) / 2.0;
    let mut pen = Pen::at(Point::new(middle(low) + half(low), leaves));
    for &vertex in vertices {
        let band = sketch.bands[sketch.layers.rank[vertex]];
        if vertex == low {
            pen.straight_to(px::real(band.end));
        } else {
            let at = if vertex == high {
                arrives
            } else {
                height(vertex)
            };
            pen.curve_to(Point::new(px::real(band.start), at));
            if vertex == high {
                pen.straight_to(middle(high) - half(high));
            } else {
                pen.straight_to(px::real(band.end));
            }
        }
    }
    Some(pen.finish())
}

/// The same way walked back.
pub(super) fn reversed(route: &Route) -> Route {
    let points: Vec<Point> = route.points().collect();
    let legs = route.legs.iter().zip(&points).rev();
    Route {
        start: points.last().copied().unwrap_or(route.start),
        legs: legs.map(|(leg, &to)| Leg { to, bend: leg.bend }).collect(),
    }
}

/// One curve from point to point, or a line where it would hardly bend.
pub(super) fn direct(start: Point, to: Point) -> Route {
    let bend = if (to.y - start.y).abs() < JOG {
        Bend::Straight
    } else {
        Bend::Smooth
    };
    Route {
        start,
        legs: vec![Leg { to, bend }],
    }
}

/// The same way with every point changed.
pub(super) fn mapped(route: &Route, change: impl Fn(Point) -> Point) -> Route {
    let leg = |leg: &Leg| Leg {
        to: change(leg.to),
        bend: leg.bend,
    };
    Route {
        start: change(route.start),
        legs: route.legs.iter().map(leg).collect(),
    }
}

/// Draws along the flow, joining straight stretches.
pub(super) struct Pen {
    start: Point,
    at: Point,
    legs: Vec<Leg>,
}

impl Pen {
    pub(super) fn at(start: Point) -> Self {
        Self {
            start,
            at: start,
            legs: Vec::new(),
        }
    }

    pub(super) fn straight_to(&mut self, along: f64) {
        let to = Point::new(along, self.at.y);
        match self.legs.last_mut() {
            Some(last) if last.bend == Bend::Straight => last.to = to,
            _ if along > self.at.x => self.legs.push(Leg {
                to,
                bend: Bend::Straight,
            }),
            _ => {}
        }
        self.at = to;
    }

    pub(super) fn curve_to(&mut self, to: Point) {
        if (to.y - self.at.y).abs() < JOG {
            self.straight_to(to.x);
        } else {
            self.legs.push(Leg {
                to,
                bend: Bend::Smooth,
            });
            self.at = to;
        }
    }

    pub(super) fn finish(self) -> Route {
        Route {
            start: self.start,
            legs: self.legs,
        }
    }
}
