//! Paths as long as an incident can be: nothing goes as deep as its input.

use std::{collections::BTreeSet, sync::Arc};

use whyweb_core::{
    analysis::{
        BreakSetLimits, LoopLimits, Loops, Progress, Reading, betweenness, break_sets, convergence,
        count_routes, loop_sets, shortest_routes, standing, what_if,
    },
    graph::{CausalGraph, Web, necessary_cycles},
    model::{Factor, FactorId, Incident, IncidentId, Label, Link, LinkId, LinkTest, Role},
};

/// `f0` is the outcome; each factor leads to the one before it.
fn chain(length: usize, is_ring: bool) -> Incident {
    let mut incident = Incident::new(IncidentId::numbered("chain", length));
    let id = |number: usize| FactorId::numbered("f", number);
    for number in 0..length {
        let role = if number == 0 {
            Role::Outcome
        } else {
            Role::Condition
        };
        let factor = Factor {
            role,
            ..Factor::new(id(number), Label::new("was so").unwrap())
        };
        incident.factors.insert(id(number), Arc::new(factor));
    }
    let ring = is_ring.then_some((0, length - 1));
    for (cause, effect) in (1..length).map(|n| (n, n - 1)).chain(ring) {
        let link = Link {
            test: LinkTest::Necessary,
            ..Link::new(LinkId::numbered("l", cause), id(cause), id(effect))
        };
        incident.links.insert(link.id.clone(), Arc::new(link));
    }
    incident
}

/// On a thread with a small stack, as a page has.
fn with_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new()
        .stack_size(256 * 1024)
        .spawn(work);
    thread.unwrap().join().unwrap();
}

#[test]
fn a_long_chain_needs_no_deep_stack() {
    with_a_small_stack(|| {
        let incident = chain(5_000, false);
        let web = Arc::new(Web::of(&incident));
        let outcome = &web.outcomes()[0];
        let roots = web.roots();
        assert_eq!(convergence(&web, outcome).len(), 4_999);
        assert_eq!(count_routes(&web, &roots, outcome).total.get(), 1);
        let routes = shortest_routes(&web, &roots, outcome, 10, 100_000).routes;
        assert_eq!(routes[0].len(), 5_000);
        let removed: BTreeSet<_> = roots.iter().cloned().collect();
        assert_eq!(what_if(&incident, &web, &removed).prevented.len(), 4_999);
        let limits = BreakSetLimits {
            most: 10,
            ..BreakSetLimits::default()
        };
        let found = break_sets(&web, &web.outcomes(), limits);
        assert_eq!((found.sure().len(), found.met_its_limit()), (10, true));
        assert!(necessary_cycles(&CausalGraph::of(&incident)).is_empty());
    });
}

#[test]
fn a_long_ring_needs_no_deep_stack() {
    with_a_small_stack(|| {
        let incident = chain(5_000, true);
        let web = Arc::new(Web::of(&incident));
        assert_eq!(loop_sets(&web)[0].len(), 5_000);
        let mut search = Loops::new(&web, LoopLimits::default());
        while search.advance(10_000) == Progress::Working {}
        assert_eq!(search.found()[0].len(), 5_000);
        assert_eq!(
            necessary_cycles(&CausalGraph::of(&incident))[0].len(),
            5_000
        );
        let removed = BTreeSet::from([FactorId::numbered("f", 2_500)]);
        assert!(standing(&web, &removed, Reading::Any).is_empty());
    });
}

#[test]
fn betweenness_of_a_chain_is_what_one_can_count() {
    let web = Web::of(&chain(5, false));
    let values: Vec<f64> = betweenness(&web).into_values().collect();
    assert_eq!(values, [0.0, 3.0, 4.0, 3.0, 0.0]);
}

#[test]
fn a_billion_routes_are_counted_and_more_are_said_to_be_more() {
    for (steps, exact) in [(30, true), (70, false)] {
        let mut incident = chain(steps * 3 + 1, false);
        // Between f0 and f3, f3 and f6 … lie two ways instead of one.
        for start in (0..steps * 3).step_by(3) {
            let id = |n: usize| FactorId::numbered("f", n);
            let ends = [(start + 3, start + 1), (start + 2, start)];
            incident
                .links
                .retain(|_, l| l.cause != id(start + 2) || l.effect != id(start + 1));
            for (cause, effect) in ends {
                let link = LinkId::numbered("m", cause);
                let link = Link::new(link, id(cause), id(effect));
                incident.links.insert(link.id.clone(), Arc::new(link));
            }
        }
        let web = Web::of(&incident);
        let counts = count_routes(&web, &web.roots(), &web.outcomes()[0]);
        assert_eq!(counts.total.is_exact(), exact);
        assert!(counts.total.get() >= 1 << 30);
        let found = shortest_routes(&web, &web.roots(), &web.outcomes()[0], 20, 100_000);
        assert_eq!((found.routes.len(), found.met_its_limit), (20, true));
    }
}
