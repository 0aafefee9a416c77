//! Packing: the components side by side and below one another, single cards in a grid at the end.
//!
//! Shelves, the largest component first: simple, and a card added to one component seldom changes
//! where the others stand.

use super::{
    Direction, px,
    sketch::Sketch,
    turns::{by_turn, turn},
    web::{Body, Gaps, Place, Web},
};

/// Width to height that a drawing of many parts aims at.
const ASPECT: f64 = 1.6;

/// The way of each sketch from the origin to its place.
pub(super) fn pack(web: &Web, sketches: &[Sketch]) -> Vec<Place> {
    let sizes: Vec<Place> = sketches.iter().map(|sketch| sketch.corners().1).collect();
    let is_single = |sketch: usize| sketches[sketch].bodies.len() == 1;
    let target = target(web, &sizes, is_single);
    let mut shelves = Shelves {
        target,
        gap: web.gaps.rank.max(web.gaps.card),
        ..Shelves::default()
    };
    let largest_first = by_turn(sketches.len(), |at| -turn(sketches[at].bodies.len()));
    let (singles, parts): (Vec<usize>, Vec<usize>) =
        largest_first.into_iter().partition(|&at| is_single(at));
    let mut origins = vec![Place::default(); sketches.len()];
    for at in parts {
        origins[at] = shelves.place(sizes[at]);
    }
    let bodies: Vec<Body> = singles.iter().map(|&at| sketches[at].bodies[0]).collect();
    let centres = grid(&bodies, target, shelves.next_top(), web.gaps);
    for (at, centre) in singles.into_iter().zip(centres) {
        origins[at] = centre - sketches[at].centre(0);
    }
    origins
}

/// How long a shelf is to be along the flow.
fn target(web: &Web, sizes: &[Place], is_single: impl Fn(usize) -> bool) -> i64 {
    let (mut longest, mut area) = (0, 0.0);
    for (at, size) in sizes.iter().enumerate() {
        let gap = if is_single(at) { web.gaps.card } else { 0 };
        let (along, across) = (size.along + gap, size.across + gap);
        longest = longest.max(along);
        area += px::real(along) * px::real(across);
    }
    let aspect = match web.direction {
        Direction::LeftToRight => ASPECT,
        Direction::TopToBottom => 1.0 / ASPECT,
    };
    longest.max(px::nearest((area * aspect).sqrt()))
}

/// Rows of components, filled one after the other.
#[derive(Debug, Default)]
struct Shelves {
    target: i64,
    gap: i64,
    /// Where the next component of the row starts.
    next: Place,
    /// How far the row reaches across.
    depth: i64,
}

impl Shelves {
    fn place(&mut self, size: Place) -> Place {
        if self.next.along > 0 && self.next.along + size.along > self.target {
            self.next = Place {
                along: 0,
                across: self.next_top(),
            };
        }
        let origin = self.next;
        self.next.along += size.along + self.gap;
        self.depth = self.depth.max(origin.across + size.across);
        origin
    }

    /// Where the next row starts across the flow.
    fn next_top(&self) -> i64 {
        if self.depth == 0 {
            0
        } else {
            self.depth + self.gap
        }
    }
}

/// Single cards in rows no longer than the target, columns aligned.
fn grid(bodies: &[Body], target: i64, top: i64, gaps: Gaps) -> Vec<Place> {
    let widest = bodies.iter().map(|body| body.along).max().unwrap_or(0);
    let pitch = widest + widest % 2 + gaps.card;
    let columns = usize::try_from((target + gaps.card) / pitch.max(1))
        .unwrap_or(1)
        .max(1);
    let mut centres = Vec::with_capacity(bodies.len());
    let mut top = top;
    for row in bodies.chunks(columns) {
        let deepest = row.iter().map(|body| body.across).max().unwrap_or(0);
        for (column, body) in row.iter().enumerate() {
            centres.push(Place {
                along: px::signed(column) * pitch + (widest + 1) / 2,
                across: top + (body.across + 1) / 2,
            });
        }
        top += deepest + 1 + gaps.card;
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_cards_stand_in_rows_and_columns() {
        let body = |along, across| Body {
            along,
            across,
            pin: None,
            previous: None,
            time: None,
        };
        let gaps = Gaps {
            card: 10,
            rank: 50,
            link: 5,
        };
        let bodies = [body(100, 40), body(80, 60), body(100, 40)];
        let at = |along, across| Place { along, across };
        let centres = grid(&bodies, 215, 1000, gaps);
        assert_eq!(centres, [at(50, 1020), at(160, 1030), at(50, 1091)]);
    }

    #[test]
    fn a_part_that_does_not_fit_starts_a_row() {
        let mut shelves = Shelves {
            target: 300,
            gap: 20,
            ..Shelves::default()
        };
        let mut place = |along, across| {
            let origin = shelves.place(Place { along, across });
            (origin.along, origin.across)
        };
        assert_eq!(place(200, 100), (0, 0));
        assert_eq!(place(80, 130), (220, 0));
        assert_eq!(place(10, 10), (0, 150));
        assert_eq!(shelves.next_top(), 180);
    }
}
