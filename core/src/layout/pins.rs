//! Pinned cards and the place of the drawing: what a person put somewhere stays there, and what
//! was drawn before moves no further than it must.

use super::web::{Body, Place};

/// The final centres, and how far the drawing as a whole was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) centres: Vec<Place>,
    pub(super) moved: Place,
}

/// Moves a finished drawing to where it was before, and out of the way of pinned cards.
///
/// Fed its own result as previous places, it returns the same again: cards give way only towards
/// larger `across` and no further than they must, so the least way that any has gone is the way of
/// the drawing as a whole, or leads to the same places.
pub(super) fn settle(bodies: &[Body], drawn: &[Place], gap: i64) -> Settled {
    let unpinned = ways(bodies, drawn, |body| {
        body.previous.filter(|_| body.pin.is_none())
    });
    let pinned = ways(bodies, drawn, |body| body.pin);
    if unpinned.is_empty() {
        return give_way(bodies, drawn, middle(&pinned), gap);
    }
    if !pinned.is_empty() {
        let settled = give_way(bodies, drawn, least(&unpinned), gap);
        let stands = |(body, &centre): (&Body, &Place)| {
            body.pin.is_some() || body.previous.is_none_or(|previous| previous == centre)
        };
        if bodies.iter().zip(&settled.centres).all(stands) {
            return settled;
        }
    }
    give_way(bodies, drawn, middle(&unpinned), gap)
}

/// How far cards are from where they are wanted.
fn ways(bodies: &[Body], drawn: &[Place], wanted: impl Fn(&Body) -> Option<Place>) -> Vec<Place> {
    let pairs = bodies.iter().zip(drawn);
    pairs
        .filter_map(|(body, &at)| wanted(body).map(|wanted| wanted - at))
        .collect()
}

/// The median way, in each direction by itself; none for none.
fn middle(ways: &[Place]) -> Place {
    let median = |part: fn(&Place) -> i64| {
        let mut parts: Vec<i64> = ways.iter().map(part).collect();
        parts.sort_unstable();
        parts.get(parts.len() / 2).copied().unwrap_or(0)
    };
    Place {
        along: median(|way| way.along),
        across: median(|way| way.across),
    }
}

/// The least way, in each direction by itself; none for none.
fn least(ways: &[Place]) -> Place {
    let least = |part: fn(&Place) -> i64| ways.iter().map(part).min().unwrap_or(0);
    Place {
        along: least(|way| way.along),
        across: least(|way| way.across),
    }
}

/// Moves the drawing, then every unpinned card in turn from small to large `across` to the first
/// free place from its own on. Cards above one another stay so.
fn give_way(bodies: &[Body], drawn: &[Place], moved: Place, gap: i64) -> Settled {
    let mut centres: Vec<Place> = drawn.iter().map(|&at| at + moved).collect();
    let mut pinned = Vec::new();
    let mut unpinned = Vec::new();
    for (card, body) in bodies.iter().enumerate() {
        if let Some(pin) = body.pin {
            centres[card] = pin;
            pinned.push(Span::new(body, pin));
        } else {
            let span = Span::new(body, centres[card]);
            unpinned.push((span.top, span.start, card));
        }
    }
    if pinned.is_empty() {
        return Settled { centres, moved };
    }
    pinned.sort_unstable_by_key(|span| span.top);
    unpinned.sort_unstable();
    let mut displaced: Vec<Span> = Vec::new();
    for (wanted, _, card) in unpinned {
        let mut span = Span::new(&bodies[card], centres[card]);
        let above = displaced.iter().filter(|other| other.is_beside(&span));
        let least = above.map(|other| other.bottom + gap).max();
        span.lower_to(least.unwrap_or(wanted).max(wanted));
        while let Some(other) = pinned.iter().find(|other| other.is_too_close(&span, gap)) {
            span.lower_to(other.bottom + gap);
        }
        if span.top > wanted {
            centres[card].across += span.top - wanted;
            displaced.push(span);
        }
    }
    Settled { centres, moved }
}

/// What a card takes up, in whole px.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: i64,
    end: i64,
    top: i64,
    bottom: i64,
}

impl Span {
    fn new(body: &Body, centre: Place) -> Self {
        let (along, across) = ((body.along + 1) / 2, (body.across + 1) / 2);
        Self {
            start: centre.along - along,
            end: centre.along + along,
            top: centre.across - across,
            bottom: centre.across + across,
        }
    }

    fn lower_to(&mut self, top: i64) {
        self.bottom += top - self.top;
        self.top = top;
    }

    /// Whether both share a stretch along the flow.
    fn is_beside(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    fn is_too_close(&self, other: &Self, gap: i64) -> bool {
        self.start < other.end + gap
            && other.start < self.end + gap
            && self.top < other.bottom + gap
            && other.top < self.bottom + gap
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const GAP: i64 = 10;

    fn place(along: i64, across: i64) -> Place {
        Place { along, across }
    }

    fn body(pin: Option<Place>, previous: Option<Place>) -> Body {
        Body {
            along: 100,
            across: 40,
            pin,
            previous,
        }
    }

    #[test]
    fn the_drawing_goes_where_most_of_it_was() {
        let drawn = [place(0, 0), place(0, 50), place(0, 100), place(0, 150)];
        let before = |at: Place| body(None, Some(at));
        let bodies = [
            before(place(7, 300)),
            before(place(7, 350)),
            before(place(7, 900)),
            body(None, None),
        ];
        let settled = settle(&bodies, &drawn, GAP);
        assert_eq!(settled.moved, place(7, 300));
        assert_eq!(settled.centres[3], place(7, 450));
    }

    #[test]
    fn a_card_gives_way_to_a_pinned_one_and_pushes_the_next() {
        let drawn = [place(0, 0), place(0, 50), place(0, 300), place(500, 0)];
        let bodies = [
            body(None, Some(drawn[0])),
            body(None, Some(drawn[1])),
            body(None, Some(drawn[2])),
            body(Some(place(20, -5)), None),
        ];
        let settled = settle(&bodies, &drawn, GAP);
        let expected = [place(0, 45), place(0, 95), place(0, 300), place(20, -5)];
        assert_eq!(settled.centres, expected);
    }

    prop_compose! {
        /// A column of cards, pins anywhere near it.
        fn columns()(
            unpinned in prop::collection::vec(50_i64..90, 1..8),
            pins in prop::collection::vec((-150_i64..150, -100_i64..500), 0..5),
            offset in -200_i64..200,
        ) -> (Vec<Body>, Vec<Place>) {
            let mut across = 0;
            let mut drawn = Vec::new();
            let mut bodies = Vec::new();
            for step in unpinned {
                drawn.push(place(0, across));
                bodies.push(body(None, Some(place(3, across + offset))));
                across += step;
            }
            for (x, y) in pins {
                drawn.push(place(400, 0));
                bodies.push(body(Some(place(x, y)), None));
            }
            (bodies, drawn)
        }
    }

    proptest! {
        #[test]
        fn nothing_unpinned_is_too_close_and_the_order_stays((bodies, drawn) in columns()) {
            let settled = settle(&bodies, &drawn, GAP);
            let spans: Vec<Span> = bodies
                .iter()
                .zip(&settled.centres)
                .map(|(body, &at)| Span::new(body, at))
                .collect();
            for (at, span) in spans.iter().enumerate() {
                for (other_at, other) in spans.iter().enumerate() {
                    let is_free = bodies[at].pin.is_none();
                    prop_assert!(at == other_at || !is_free || !span.is_too_close(other, GAP));
                    let are_in_order = bodies[other_at].pin.is_some() || span.top > other.top;
                    prop_assert!(at <= other_at || !is_free || are_in_order);
                }
            }
        }

        #[test]
        fn what_it_settled_on_stays((mut bodies, drawn) in columns()) {
            let settled = settle(&bodies, &drawn, GAP);
            for (body, &at) in bodies.iter_mut().zip(&settled.centres) {
                body.previous = Some(at);
            }
            prop_assert_eq!(settle(&bodies, &drawn, GAP).centres, settled.centres);
        }
    }
}
