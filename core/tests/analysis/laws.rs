//! The laws, one a question.

use std::{collections::BTreeSet, sync::Arc};

use proptest::prelude::*;
use whyweb_core::{
    analysis::{
        BreakSetLimits, BreakSets, LoopLimits, Loops, Progress, Reading, Towards, break_sets,
        convergence, count_routes, loop_sets, reach, roots, shortest_routes, standing, what_if,
    },
    graph::Web,
    model::{FactorId, Incident, Join},
    testing::tested_webs,
};

use crate::{
    brute::{minimal_sets, remaining},
    plain::{Plain, Set, plain},
    seeded::{for_each, for_webs},
};

fn removed(incident: &Incident, choice: u32) -> Set {
    let chosen = incident.factors.keys().enumerate();
    chosen
        .filter(|(turn, _)| choice >> (turn % 32) & 3 == 3)
        .map(|(_, id)| id.clone())
        .collect()
}

#[test]
fn what_if_agrees_with_the_rule_as_written() {
    for_each((tested_webs(10), any::<u32>()), |(incident, choice)| {
        let (web, plain) = (Web::of(&incident), plain(&incident));
        let removed = removed(&incident, choice);
        let any = remaining(&plain, &removed, Join::Any);
        let all = remaining(&plain, &removed, Join::All);
        prop_assert_eq!(&standing(&web, &removed, Reading::Any), &any);
        prop_assert_eq!(&standing(&web, &removed, Reading::All), &all);
        let answer = what_if(&incident, &web, &removed);
        let others: Set = plain.factors.difference(&removed).cloned().collect();
        let prevented: Set = others.difference(&any).cloned().collect();
        let depends: Set = any.difference(&all).cloned().collect();
        prop_assert_eq!(&answer.prevented, &prevented);
        prop_assert_eq!(answer.depends.keys().cloned().collect::<Set>(), depends);
        for (factor, joins) in &answer.depends {
            prop_assert!(!joins.is_empty(), "{} hangs on no join", factor);
            for join in joins {
                prop_assert_eq!(plain.joins[join], Join::Unknown);
                let mut causes = plain.links_into(join).map(|link| any.contains(&link.cause));
                prop_assert!(causes.any(|left| left));
                let mut causes = plain.links_into(join).map(|link| any.contains(&link.cause));
                prop_assert!(causes.any(|left| !left));
            }
        }
        Ok(())
    });
}

#[test]
fn removing_nothing_drops_nothing_and_removing_more_drops_more() {
    for_each(
        (tested_webs(14), any::<u32>(), any::<u32>()),
        |(incident, few, more)| {
            let web = Web::of(&incident);
            let everything: Set = plain(&incident).factors;
            let few = removed(&incident, few);
            let more: Set = few.union(&removed(&incident, more)).cloned().collect();
            for reading in [Reading::Any, Reading::All] {
                prop_assert_eq!(&standing(&web, &Set::new(), reading), &everything);
                prop_assert!(
                    standing(&web, &more, reading).is_subset(&standing(&web, &few, reading))
                );
            }
            prop_assert!(standing(&web, &few, Reading::All).is_subset(&standing(
                &web,
                &few,
                Reading::Any
            )));
            Ok(())
        },
    );
}

fn as_sets(sets: Vec<Vec<FactorId>>) -> BTreeSet<Set> {
    sets.into_iter()
        .map(|set| set.into_iter().collect())
        .collect()
}

fn check_break_sets(incident: &Incident, goals: &Set) -> Result<(), TestCaseError> {
    let (web, plain) = (Arc::new(Web::of(incident)), plain(incident));
    let goals: Vec<FactorId> = goals.iter().cloned().collect();
    let found = break_sets(&web, &goals, BreakSetLimits::default());
    let goals: Set = goals.into_iter().collect();
    let sure = minimal_sets(&plain, &goals, Join::Any, 4);
    prop_assert!(!found.met_its_limit());
    prop_assert_eq!(found.complete_to(), (4, 4));
    prop_assert_eq!(found.sure().len(), sure.len());
    prop_assert_eq!(as_sets(found.sure()), sure);
    let mut maybe = minimal_sets(&plain, &goals, Join::All, 4);
    maybe.retain(|set| !remaining(&plain, set, Join::Any).is_disjoint(&goals));
    let conditional = found.conditional();
    prop_assert_eq!(conditional.len(), maybe.len());
    for set in conditional {
        prop_assert!(maybe.contains(&set.factors.into_iter().collect::<Set>()));
        prop_assert!(!set.joins.is_empty());
        prop_assert!(
            set.joins
                .iter()
                .all(|join| plain.joins[join] == Join::Unknown)
        );
    }
    Ok(())
}

#[test]
fn break_sets_are_the_minimal_sets_that_prevent() {
    for_webs(8, |incident| {
        let outcomes = plain(&incident).outcomes;
        let first: Set = outcomes.iter().take(1).cloned().collect();
        check_break_sets(&incident, &first)?;
        if outcomes.len() > 1 {
            check_break_sets(&incident, &outcomes)?;
        }
        Ok(())
    });
}

#[test]
fn a_search_in_slices_finds_the_same() {
    for_webs(12, |incident| {
        let web = Arc::new(Web::of(&incident));
        let whole = break_sets(&web, &web.outcomes(), BreakSetLimits::default());
        let mut sliced = BreakSets::new(&web, &web.outcomes(), BreakSetLimits::default());
        while sliced.advance(1) == Progress::Working {}
        prop_assert_eq!(sliced.sure(), whole.sure());
        prop_assert_eq!(sliced.conditional(), whole.conditional());
        prop_assert_eq!(sliced.complete_to(), whole.complete_to());
        Ok(())
    });
}

#[test]
fn reach_finds_what_can_be_walked_to() {
    for_webs(12, |incident| {
        let (web, plain) = (Web::of(&incident), plain(&incident));
        for factor in &plain.factors {
            let from = std::slice::from_ref(factor);
            let mut down = plain.downstream(factor);
            let mut up = plain.upstream(factor);
            down.remove(factor);
            up.remove(factor);
            let effects = reach(&web, from, Towards::Effects);
            prop_assert_eq!(
                effects.iter().map(|(id, _)| id.clone()).collect::<Set>(),
                down
            );
            for (other, distance) in effects {
                let shortest = plain.routes(factor, &other).iter().map(Vec::len).min();
                prop_assert_eq!(shortest, Some(distance + 1));
            }
            let causes = reach(&web, from, Towards::Causes);
            prop_assert_eq!(causes.iter().map(|(id, _)| id.clone()).collect::<Set>(), up);
        }
        Ok(())
    });
}

#[test]
fn roots_have_no_cause_and_loops_without_an_entry_are_told_apart() {
    for_webs(12, |incident| {
        let (web, plain) = (Web::of(&incident), plain(&incident));
        let found = roots(&web, &[]);
        prop_assert_eq!(found.roots.into_iter().collect::<Set>(), plain.roots());
        let from_roots: Set = plain
            .roots()
            .iter()
            .flat_map(|root| plain.downstream(root))
            .chain(plain.roots())
            .collect();
        for factor in plain.factors.difference(&from_roots) {
            let begins = found
                .loops
                .iter()
                .flatten()
                .any(|member| member == factor || plain.downstream(member).contains(factor));
            prop_assert!(begins, "{} comes from nowhere", factor);
        }
        Ok(())
    });
}

#[test]
fn convergence_points_lie_on_every_route() {
    for_webs(9, |incident| {
        let (web, plain) = (Web::of(&incident), plain(&incident));
        for target in &plain.factors {
            let routes: Vec<Vec<FactorId>> = plain
                .roots()
                .iter()
                .flat_map(|root| plain.routes(root, target))
                .collect();
            let on_all = |factor: &&FactorId| {
                *factor != target
                    && !routes.is_empty()
                    && routes.iter().all(|route| route.contains(factor))
            };
            let expected: Set = plain.factors.iter().filter(on_all).cloned().collect();
            let points = convergence(&web, target);
            prop_assert_eq!(&points.iter().cloned().collect::<Set>(), &expected);
            // In the order in which every route passes them.
            for route in routes {
                let passed: Vec<_> = route.into_iter().filter(|f| expected.contains(f)).collect();
                prop_assert_eq!(&passed, &points);
            }
        }
        Ok(())
    });
}

/// Every circle that visits no factor twice, from its first factor in identity order.
fn circles(plain: &Plain) -> BTreeSet<Vec<FactorId>> {
    let mut found = BTreeSet::new();
    for first in &plain.factors {
        for second in plain.effects(first).iter().filter(|second| *second > first) {
            for way in plain.routes(second, first) {
                let mut circle = vec![first.clone()];
                circle.extend(way.into_iter().filter(|factor| factor != first));
                if circle.iter().all(|factor| factor >= first) {
                    found.insert(circle);
                }
            }
        }
    }
    found
}

#[test]
fn loops_are_all_circles_and_each_once() {
    for_webs(9, |incident| {
        let (web, plain) = (Arc::new(Web::of(&incident)), plain(&incident));
        let mut search = Loops::new(
            &web,
            LoopLimits {
                most: 100_000,
                steps: usize::MAX,
            },
        );
        while search.advance(3) == Progress::Working {}
        let found = search.found();
        let expected = circles(&plain);
        prop_assert!(!search.met_its_limit());
        prop_assert_eq!(found.len(), expected.len());
        prop_assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
        prop_assert_eq!(as_sets(loop_sets(&web)), plain.circles.clone());
        Ok(())
    });
}

#[test]
fn a_limit_on_loops_keeps_as_many_and_says_so() {
    for_webs(9, |incident| {
        let web = Arc::new(Web::of(&incident));
        let all = circles(&plain(&incident));
        let mut search = Loops::new(
            &web,
            LoopLimits {
                most: 2,
                steps: usize::MAX,
            },
        );
        while search.advance(1) == Progress::Working {}
        prop_assert_eq!(search.found().len(), all.len().min(2));
        // A limit met with nothing left to look at may be said or not; one passed must be.
        prop_assert!(search.met_its_limit() || all.len() <= 2);
        prop_assert!(!search.met_its_limit() || all.len() >= 2);
        Ok(())
    });
}

#[test]
fn routes_are_counted_and_the_shortest_are_found() {
    for_webs(9, |incident| {
        let (web, plain) = (Web::of(&incident), plain(&incident));
        let roots: Vec<FactorId> = plain.roots().into_iter().collect();
        let all: Vec<FactorId> = plain.factors.iter().cloned().collect();
        for (from, to) in all.iter().map(|to| (&roots, to)) {
            check_routes(&web, &plain, from, to)?;
        }
        for (from, to) in all.iter().zip(all.iter().rev()) {
            check_routes(&web, &plain, std::slice::from_ref(from), to)?;
        }
        Ok(())
    });
}

fn check_routes(
    web: &Web,
    plain: &Plain,
    from: &[FactorId],
    to: &FactorId,
) -> Result<(), TestCaseError> {
    let mut routes: Vec<Vec<FactorId>> = from.iter().flat_map(|f| plain.routes(f, to)).collect();
    routes.sort_by_key(|route| (route.len(), route.clone()));
    let outside_loops = |route: &Vec<FactorId>| -> Vec<(FactorId, FactorId)> {
        route
            .windows(2)
            .filter(|step| !plain.circle_of(&step[0]).contains(&step[1]))
            .map(|step| (step[0].clone(), step[1].clone()))
            .collect()
    };
    let told_apart: BTreeSet<_> = routes
        .iter()
        .map(|route| (route[0].clone(), outside_loops(route)))
        .collect();
    let counts = count_routes(web, from, to);
    prop_assert_eq!(counts.total.get(), told_apart.len() as u64);
    for (link, count) in &counts.over {
        let over = told_apart.iter().filter(|(_, steps)| {
            steps
                .iter()
                .any(|(cause, effect)| web.link(cause, effect) == Some(link))
        });
        prop_assert_eq!(count.get(), over.count() as u64);
    }
    let found = shortest_routes(web, from, to, usize::MAX, usize::MAX);
    prop_assert!(!found.met_its_limit);
    prop_assert_eq!(&found.routes, &routes);
    let few = shortest_routes(web, from, to, 3, usize::MAX);
    prop_assert_eq!(&few.routes[..], &routes[..routes.len().min(3)]);
    Ok(())
}
