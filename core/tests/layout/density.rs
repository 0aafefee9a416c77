//! What holds when a drawing is looked at at another density.

use proptest::{prelude::*, test_runner::TestCaseResult};
use whyweb_core::{
    layout::{Card, Config, Direction, Layout, Rect, layout},
    model::Density,
};

use crate::{
    laws::{cards_keep_apart, links_keep_clear, pins_hold},
    webs::{Case, webs, webs_with_pins},
};

fn at(mut case: Case, density: Density, drawn_at: Option<Density>) -> Case {
    case.config = Config {
        drawn_at,
        ..Config::of(case.config.direction, density)
    };
    case
}

fn draw(case: &Case) -> Layout {
    layout(&case.cards, &case.edges, &case.config)
}

/// Along and across the flow, of the middle.
fn place(rect: &Rect, direction: Direction) -> (f64, f64) {
    let middle = rect.centre();
    match direction {
        Direction::LeftToRight => (middle.x, middle.y),
        Direction::TopToBottom => (middle.y, middle.x),
    }
}

/// Of cards in one connected part, who stands in a rank before whom, and who before whom in a rank.
fn same_order(case: &Case, part: &[usize], before: &Layout, after: &Layout) -> TestCaseResult {
    let cards: Vec<(usize, &Card)> = case.cards.iter().enumerate().collect();
    let order = |drawing: &Layout, a: &Card, b: &Card| {
        let [a, b] = [a, b].map(|card| place(&drawing.cards[&card.id], case.config.direction));
        let ranks = a.0.total_cmp(&b.0);
        (ranks, ranks.is_eq().then(|| a.1.total_cmp(&b.1)))
    };
    for (at, (a, first)) in cards.iter().enumerate() {
        for (b, second) in &cards[..at] {
            if part[*a] == part[*b] {
                prop_assert_eq!(
                    order(before, first, second),
                    order(after, first, second),
                    "{} and {}",
                    first.id,
                    second.id
                );
            }
        }
    }
    Ok(())
}

/// The part of the web that each card belongs to, by its lowest number.
fn parts(case: &Case) -> Vec<usize> {
    let number = |id: &whyweb_core::model::FactorId| id.as_str()[1..].parse::<usize>().unwrap();
    let mut part: Vec<usize> = (0..case.cards.len()).collect();
    for _ in 0..case.cards.len() {
        for edge in &case.edges {
            let (a, b) = (number(&edge.cause), number(&edge.effect));
            if a < part.len() && b < part.len() {
                let least = part[a].min(part[b]);
                (part[a], part[b]) = (least, least);
            }
        }
    }
    part
}

fn densities() -> impl Strategy<Value = (Density, Density)> {
    let density = || prop::sample::select(&Density::ALL[..]);
    (density(), density())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn another_density_is_the_same_picture_with_other_gaps(
        case in webs(),
        (from, to) in densities(),
    ) {
        let case = at(case, from, None);
        let before = draw(&case);
        let case = at(case.after(&before), to, Some(from));
        let after = draw(&case);
        cards_keep_apart(&case, &after)?;
        links_keep_clear(&case, &after)?;
        same_order(&case, &parts(&case), &before, &after)?;
        // What was drawn so is drawn the same again.
        prop_assert_eq!(&draw(&at(case.after(&after), to, None)), &after);
        prop_assert_eq!(&draw(&at(case.after(&after), to, Some(to))), &after);
    }

    #[test]
    fn pinned_cards_stay_at_any_density(
        case in webs_with_pins(),
        (from, to) in densities(),
    ) {
        let case = at(case, from, None);
        let before = draw(&case);
        let case = at(case.after(&before), to, Some(from));
        let after = draw(&case);
        cards_keep_apart(&case, &after)?;
        links_keep_clear(&case, &after)?;
        pins_hold(&case, &after)?;
        prop_assert_eq!(&draw(&at(case.after(&after), to, None)), &after);
    }
}

#[test]
fn there_and_back_is_where_it_was() {
    let mut case = at(
        crate::webs::regular(7, [(0, 1), (2, 1), (1, 3), (4, 3), (4, 5)]),
        Density::Comfortable,
        None,
    );
    let first = draw(&case);
    let mut last = first.clone();
    for (from, to) in [
        (Density::Comfortable, Density::Compact),
        (Density::Compact, Density::Roomy),
        (Density::Roomy, Density::Comfortable),
    ] {
        case = at(case.after(&last), to, Some(from));
        let next = draw(&case);
        let is_closer = next.bounds.size.width < last.bounds.size.width;
        assert_eq!(is_closer, to < from, "{from:?} to {to:?}");
        last = next;
    }
    let shape = |layout: &Layout| {
        let origin = layout.cards.values().next().unwrap().centre();
        let away = |rect: &Rect| (rect.centre().x - origin.x, rect.centre().y - origin.y);
        // Cards 0 to 5 are one part; 6 stands by itself.
        layout.cards.values().take(6).map(away).collect::<Vec<_>>()
    };
    assert_eq!(shape(&first), shape(&last));
}
