//! What holds when known times pull the ranks.

use proptest::prelude::*;
use whyweb_core::layout::{Config, Direction, Layout, layout};

use crate::{
    laws::all_laws,
    webs::{Case, webs, webs_drawn_before},
};

type Span = (i64, i64);

fn draw(case: &Case) -> Layout {
    layout(&case.cards, &case.edges, &case.config)
}

fn along(case: &Case, drawing: &Layout, card: usize) -> f64 {
    let middle = drawing.cards[&case.cards[card].id].centre();
    match case.config.direction {
        Direction::LeftToRight => middle.x,
        Direction::TopToBottom => middle.y,
    }
}

fn dated(mut case: Case, times: &[Option<Span>]) -> Case {
    case.config.by_time = true;
    for (card, time) in case.cards.iter_mut().zip(times) {
        card.time = *time;
    }
    case
}

/// Times of a few days, some of them a day wide.
fn times() -> impl Strategy<Value = Vec<Option<Span>>> {
    let span = (0_i64..40, 0_i64..5).prop_map(|(first, length)| (first, first + length));
    prop::collection::vec(prop::option::weighted(0.8, span), 70)
}

/// One web in one part, every card dated, no link from a later to an earlier card: the numbers of
/// the cards are their times.
fn in_time(mut case: Case, times: &[Option<Span>]) -> Case {
    let many = case.cards.len();
    let mut times: Vec<Span> = times.iter().map(|time| time.unwrap_or((20, 20))).collect();
    times.truncate(many);
    times.sort_unstable();
    let number = |id: &whyweb_core::model::FactorId| id.as_str()[1..].parse::<usize>().unwrap();
    case.edges
        .retain(|edge| number(&edge.cause) < number(&edge.effect));
    let spine = (1..many).map(|card| crate::webs::edge(2000 + card, card / 2, card));
    case.edges.extend(spine);
    let times: Vec<Option<Span>> = times.into_iter().map(Some).collect();
    dated(case, &times)
}

fn follows_time(case: &Case, drawing: &Layout) -> Result<(), TestCaseError> {
    for (a, first) in case.cards.iter().enumerate() {
        for (b, second) in case.cards.iter().enumerate() {
            let (Some(first), Some(second)) = (first.time, second.time) else {
                continue;
            };
            prop_assert!(
                first.1 >= second.0 || along(case, drawing, a) <= along(case, drawing, b),
                "{a} stands after {b}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn ranks_follow_time_where_links_allow_it(case in webs(), times in times()) {
        let case = in_time(case, &times);
        let drawing = draw(&case);
        follows_time(&case, &drawing)?;
    }

    /// A card that gets a time goes where it belongs, and nothing that is in order moves there.
    #[test]
    fn ranks_follow_times_that_come_later(case in webs(), times in times()) {
        let mut case = in_time(case, &times);
        case.config.by_time = false;
        let before = draw(&case);
        case = case.after(&before);
        case.config.by_time = true;
        follows_time(&case, &draw(&case))?;
    }

    #[test]
    fn all_laws_hold_by_time(case in webs_drawn_before(), times in times()) {
        all_laws(&dated(case, &times))?;
    }

    #[test]
    fn links_without_cycles_lead_with_the_flow(case in webs(), times in times()) {
        let mut case = dated(case, &times);
        let number = |id: &whyweb_core::model::FactorId| id.as_str()[1..].parse::<usize>().unwrap();
        let many = case.cards.len();
        case.edges.retain(|edge| number(&edge.cause) < number(&edge.effect));
        let drawing = draw(&case);
        for edge in &case.edges {
            let (cause, effect) = (number(&edge.cause), number(&edge.effect));
            if effect < many {
                prop_assert!(along(&case, &drawing, cause) < along(&case, &drawing, effect));
            }
        }
    }

    #[test]
    fn times_count_only_when_asked(case in webs(), times in times()) {
        let with_times = dated(case.clone(), &times);
        let off = Case { config: Config { by_time: false, ..with_times.config }, ..with_times };
        prop_assert_eq!(draw(&off), draw(&case));
    }
}
