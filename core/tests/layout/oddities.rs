//! Input that no editor would send, but a file might.

use whyweb_core::layout::{Layout, Point, Rect, Size, layout};

use crate::webs::{card, edge, regular};

#[test]
fn nothing_is_drawn_as_nothing() {
    let case = regular(0, []);
    assert_eq!(
        layout(&case.cards, &case.edges, &case.config),
        Layout::default()
    );
}

#[test]
fn links_of_the_same_pair_share_a_route_and_the_way_back_has_its_own() {
    let case = regular(2, [(0, 1), (0, 1), (1, 0), (1, 1), (1, 7)]);
    let drawing = layout(&case.cards, &case.edges, &case.config);
    let named = |name: &str| drawing.routes.get(name);
    assert!(named("l0").is_some());
    assert_eq!(named("l0"), named("l1"));
    assert_ne!(named("l0"), named("l2"));
    assert_eq!(drawing.routes.len(), 3);
}

#[test]
fn a_card_named_again_is_not_drawn_again() {
    let mut case = regular(2, [(0, 1)]);
    case.cards.push(card(0, 300.0));
    let drawing = layout(&case.cards, &case.edges, &case.config);
    assert_eq!(drawing.cards.len(), 2);
    assert_eq!(drawing.cards["f0"].size, case.cards[0].size);
}

#[test]
fn impossible_numbers_do_no_harm() {
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -5.0, 1e300, 0.0];
    let mut case = regular(
        odd.len() * 3,
        (1..odd.len() * 3).map(|card| (card / 2, card)),
    );
    for (at, number) in odd.into_iter().enumerate() {
        let size = Size {
            width: number,
            height: number,
        };
        case.cards[3 * at].size = size;
        case.cards[3 * at + 1].pin = Some(Point::new(number, 0.0));
        case.cards[3 * at + 2].previous = Some(Point::new(0.0, number));
    }
    case.config.card_gap = f64::NAN;
    case.config.rank_gap = -1.0;
    case.config.link_gap = f64::INFINITY;
    let drawing = layout(&case.cards, &case.edges, &case.config);
    assert_eq!(drawing.routes.len(), case.edges.len());
    for rect in drawing.cards.values() {
        let numbers = [rect.left, rect.top, rect.size.width, rect.size.height];
        assert!(numbers.iter().all(|number| number.is_finite()), "{rect:?}");
        assert!(rect.size.width >= 0.0 && rect.size.height >= 0.0);
    }
    for route in drawing.routes.values() {
        assert!(
            route
                .points()
                .all(|point| point.x.is_finite() && point.y.is_finite())
        );
    }
}

#[test]
fn cards_pinned_onto_one_another_stay_there() {
    let mut case = regular(3, [(0, 1), (1, 2)]);
    for card in &mut case.cards[..2] {
        card.pin = Some(Point::new(10.5, -20.25));
    }
    let drawing = layout(&case.cards, &case.edges, &case.config);
    for card in &case.cards[..2] {
        let expected = Rect::around(Point::new(10.5, -20.25), card.size);
        assert_eq!(drawing.cards[&card.id], expected);
    }
    assert!(drawing.routes.contains_key(&edge(0, 0, 1).id));
}
