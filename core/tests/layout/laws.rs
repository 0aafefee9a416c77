//! What holds for every drawing.

use std::collections::BTreeMap;

use proptest::{prelude::*, test_runner::TestCaseResult};
use whyweb_core::{
    layout::{Card, Direction, Layout, Rect, layout},
    model::FactorId,
};

use crate::{
    geometry::{drawn, enters, is_on_border},
    webs::{Case, card, edge, webs, webs_drawn_before, webs_with_pins},
};

fn draw(case: &Case) -> Layout {
    layout(&case.cards, &case.edges, &case.config)
}

/// Only pinned cards may overlap, and only one another.
pub(crate) fn cards_keep_apart(case: &Case, drawing: &Layout) -> TestCaseResult {
    let rects: Vec<(&Card, &Rect)> = case
        .cards
        .iter()
        .map(|c| (c, &drawing.cards[&c.id]))
        .collect();
    for (index, (card, rect)) in rects.iter().enumerate() {
        prop_assert_eq!(rect.size, card.size);
        prop_assert!(drawing.bounds.union(rect) == drawing.bounds);
        for (other, other_rect) in &rects[..index] {
            let are_pinned = card.pin.is_some() && other.pin.is_some();
            prop_assert!(
                are_pinned || !rect.overlaps(other_rect),
                "{} and {} overlap",
                card.id,
                other.id
            );
        }
    }
    Ok(())
}

/// Every link that has two ends has a route from edge to edge, through no other card.
///
/// A card that pins have covered is left out: no line gets to it without crossing what covers it.
pub(crate) fn links_keep_clear(case: &Case, drawing: &Layout) -> TestCaseResult {
    let covered = covered(drawing);
    for edge in &case.edges {
        let ends = (
            drawing.cards.get(&edge.cause),
            drawing.cards.get(&edge.effect),
        );
        let (Some(cause), Some(effect), false) = (ends.0, ends.1, edge.cause == edge.effect) else {
            prop_assert!(!drawing.routes.contains_key(&edge.id));
            continue;
        };
        let route = &drawing.routes[&edge.id];
        let line = drawn(route, case.config.direction);
        prop_assert!(!route.legs.is_empty());
        prop_assert!(
            is_on_border(line[0], cause),
            "{} starts apart from its cause",
            edge.id
        );
        prop_assert!(
            is_on_border(line[line.len() - 1], effect),
            "{} ends apart from its effect",
            edge.id
        );
        if covered[&edge.cause] || covered[&edge.effect] {
            continue;
        }
        prop_assert!(!enters(&line, cause), "{} crosses its cause", edge.id);
        prop_assert!(!enters(&line, effect), "{} crosses its effect", edge.id);
        for (id, rect) in &drawing.cards {
            let is_end = *id == edge.cause || *id == edge.effect;
            prop_assert!(
                is_end || !enters(&line, rect),
                "{} runs through {}",
                edge.id,
                id
            );
        }
    }
    Ok(())
}

/// Which cards touch another, or nearly so.
fn covered(drawing: &Layout) -> BTreeMap<FactorId, bool> {
    let is_covered = |id: &FactorId, rect: &Rect| {
        let others = drawing.cards.iter().filter(|(other, _)| *other != id);
        others
            .map(|(_, other)| other.grown(2.0))
            .any(|other| other.overlaps(rect))
    };
    let named = drawing.cards.iter();
    named
        .map(|(id, rect)| (id.clone(), is_covered(id, rect)))
        .collect()
}

/// Pinned cards are where they were pinned.
pub(crate) fn pins_hold(case: &Case, drawing: &Layout) -> TestCaseResult {
    for card in &case.cards {
        if let Some(pin) = card.pin {
            prop_assert_eq!(drawing.cards[&card.id], Rect::around(pin, card.size));
        }
    }
    Ok(())
}

/// What was drawn is drawn the same again.
fn comes_back(case: &Case, drawing: &Layout) -> TestCaseResult {
    let again = draw(&case.after(drawing));
    prop_assert_eq!(&again, drawing);
    Ok(())
}

pub(crate) fn all_laws(case: &Case) -> TestCaseResult {
    let drawing = draw(case);
    prop_assert_eq!(&drawing, &draw(case));
    cards_keep_apart(case, &drawing)?;
    links_keep_clear(case, &drawing)?;
    pins_hold(case, &drawing)?;
    comes_back(case, &drawing)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn hold_for_fresh_webs(case in webs()) {
        all_laws(&case)?;
    }

    #[test]
    fn hold_for_webs_drawn_before(case in webs_drawn_before()) {
        all_laws(&case)?;
    }

    #[test]
    fn hold_for_webs_with_pins(case in webs_with_pins()) {
        all_laws(&case)?;
    }
}

/// The same web once it has been drawn, and its drawing.
fn redrawn(case: &Case) -> (Case, Layout) {
    let drawing = draw(case);
    (case.after(&drawing), drawing)
}

/// Links only from lower to higher numbers: no cycles.
fn without_cycles(mut case: Case) -> Case {
    let number = |id: &FactorId| id.as_str()[1..].parse::<usize>().unwrap();
    case.edges
        .retain(|edge| number(&edge.cause) < number(&edge.effect));
    case
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_left_stays_where_it_was(case in webs(), gone in 0_usize..70) {
        let (mut case, before) = redrawn(&without_cycles(case));
        let gone = case.cards.remove(gone % case.cards.len());
        let after = draw(&case);
        prop_assert!(!after.cards.contains_key(&gone.id));
        for (id, rect) in &after.cards {
            prop_assert_eq!(rect, &before.cards[id], "{} moved", id);
        }
    }

    #[test]
    fn a_new_cause_moves_cards_only_within_their_ranks(case in webs(), effect in 0_usize..70) {
        let (mut case, before) = redrawn(&without_cycles(case));
        let effect = effect % case.cards.len();
        let new = case.cards.len() + 1;
        case.cards.push(card(new, 76.0));
        case.edges.push(edge(1000, new, effect));
        let after = draw(&case);
        cards_keep_apart(&case, &after)?;
        links_keep_clear(&case, &after)?;
        let along = |rect: &Rect| match case.config.direction {
            Direction::LeftToRight => rect.centre().x,
            Direction::TopToBottom => rect.centre().y,
        };
        // A single card has no rank yet: it stays, and so does everything else.
        for (id, rect) in &before.cards {
            let moved = (along(&after.cards[id]) - along(rect)).abs();
            prop_assert!(moved < 1e-9, "{} left its rank", id);
        }
        let new = &after.cards[&case.cards[case.cards.len() - 1].id];
        let effect = &after.cards[&case.cards[effect].id];
        prop_assert!(along(new) < along(effect), "the cause stands before its effect");
    }
}
