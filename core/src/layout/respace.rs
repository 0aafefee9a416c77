//! A drawing at another density: every card in its rank and in its place among the others, with
//! other gaps.
//!
//! The order is read off the drawing before and not searched for; the coordinates are made anew from
//! it, so that going there and back does not wear the drawing out. The parts of the web keep their
//! places relative to one another: the centres move away from, or towards, the middle of all.

use super::{
    components::Component,
    fresh::placed,
    keep::Reading,
    sketch::Sketch,
    web::{Body, Gaps, Place, Web},
};

/// Fractions of this are exact enough to scale by.
const UNIT: i64 = 1024;

/// The drawn components with the gaps of `web`, where they were drawn with the gaps `was`.
pub(super) fn draw(web: &Web, parts: Vec<Component>, was: Gaps) -> Vec<Sketch> {
    let mut moves = Vec::with_capacity(parts.len());
    let mut sketches = Vec::with_capacity(parts.len());
    for part in parts {
        let sketch = respaced(web, part, was);
        let Some(before) = Extent::of_places(&sketch.bodies) else {
            continue;
        };
        moves.push((before, Extent::of(&sketch)));
        sketches.push(sketch);
    }
    let middle = moves
        .iter()
        .map(|(before, _)| *before)
        .reduce(Extent::union)
        .map_or(Place::default(), Extent::centre);
    let stretch = |size: fn(Place) -> i64| {
        let stretches = moves.iter().map(|(before, after)| {
            UNIT * (size(after.size()) + web.gaps.card) / (size(before.size()) + was.card).max(1)
        });
        stretches.max().unwrap_or(UNIT)
    };
    let (along, across) = (stretch(|size| size.along), stretch(|size| size.across));
    for (sketch, (before, after)) in sketches.iter_mut().zip(&moves) {
        let from_middle = before.centre() - middle;
        let scaled = Place {
            along: from_middle.along * along / UNIT,
            across: from_middle.across * across / UNIT,
        };
        sketch.shift(middle + scaled - after.centre());
    }
    sketches
}

/// One component from the origin on.
fn respaced(web: &Web, component: Component, was: Gaps) -> Sketch {
    let Reading {
        bodies,
        turned,
        layers,
        order,
        ..
    } = Reading::of(web, &component, was);
    placed(web, component, bodies, turned, layers, order)
}

/// The first and the last place that cards take up.
#[derive(Debug, Clone, Copy)]
struct Extent {
    first: Place,
    last: Place,
}

impl Extent {
    fn of(sketch: &Sketch) -> Self {
        let (first, last) = sketch.corners();
        Self { first, last }
    }

    /// Of cards where they were last drawn.
    fn of_places(bodies: &[Body]) -> Option<Self> {
        let extent = |body: &Body| {
            let at = body.previous?;
            let half = Place {
                along: (body.along + 1) / 2,
                across: body.half(),
            };
            Some(Self {
                first: at - half,
                last: at + half,
            })
        };
        bodies.iter().filter_map(extent).reduce(Self::union)
    }

    fn union(self, other: Self) -> Self {
        Self {
            first: Place {
                along: self.first.along.min(other.first.along),
                across: self.first.across.min(other.first.across),
            },
            last: Place {
                along: self.last.along.max(other.last.along),
                across: self.last.across.max(other.last.across),
            },
        }
    }

    fn size(self) -> Place {
        self.last - self.first
    }

    fn centre(self) -> Place {
        Place {
            along: i64::midpoint(self.first.along, self.last.along),
            across: i64::midpoint(self.first.across, self.last.across),
        }
    }
}
