//! Every route from here to the outcome.

use crate::{
    analysis::{
        answer::Answer,
        ask::Asking,
        question::Question,
        routes::{RouteCount, RouteCounts, count_routes, shortest_routes},
        told::count,
    },
    model::{FactorId, Role},
};

pub(in crate::analysis) fn routes(asking: &Asking) -> Answer {
    let (told, web, limits) = (&asking.told, asking.web(), asking.limits());
    let (from, outcomes) = ends(asking);
    let mut sentences = Vec::new();
    let mut answer = Answer::new(Question::Routes, "");
    let mut has_more = false;
    for outcome in &outcomes {
        let counts = count_routes(web, &from, outcome);
        sentences.push(sentence(asking, &counts, outcome));
        let found = shortest_routes(web, &from, outcome, limits.routes, limits.route_steps);
        has_more |= found.met_its_limit;
        let rows = found.routes.iter();
        let rows = rows.map(|route| told.row_of(route, " → ")).collect();
        let heading = format!("To {}, short routes first", told.quoted(outcome));
        for (link, routes) in &counts.over {
            let so_far = answer
                .counts
                .entry(link.clone())
                .or_insert(RouteCount::NONE);
            *so_far = so_far.and(*routes);
        }
        answer = answer
            .list(heading, rows)
            .raising([], counts.over.into_keys().chain(counts.in_loops));
    }
    answer.sentence = sentences.join(" ");
    let bound = has_more.then(|| {
        let told = count(limits.routes, "shortest route");
        format!("At most the {told} to each outcome are listed; there are more.")
    });
    let untested = told.untested_among(&answer.highlight.links);
    answer.bounded(bound).resting_on(untested)
}

/// From the factor chosen to each outcome; from the roots where it is an outcome or none is chosen.
fn ends(asking: &Asking) -> (Vec<FactorId>, Vec<FactorId>) {
    let web = asking.web();
    match &asking.about.factor {
        None => (web.roots(), web.outcomes()),
        Some(chosen) => {
            let factor = asking.told.incident.factors.get(chosen);
            if factor.is_some_and(|factor| factor.role == Role::Outcome) {
                (web.roots(), vec![chosen.clone()])
            } else {
                (vec![chosen.clone()], web.outcomes())
            }
        }
    }
}

fn sentence(asking: &Asking, counts: &RouteCounts, outcome: &FactorId) -> String {
    let told = &asking.told;
    let from = match &asking.about.factor {
        Some(chosen) if chosen != outcome => told.quoted(chosen),
        _ => "where we stopped asking".to_owned(),
    };
    let to = told.quoted(outcome);
    let number = counts.total;
    let sentence = match number.get() {
        0 => return format!("No route leads from {from} to {to}."),
        1 => format!("1 route leads from {from} to {to}"),
        _ => format!("{number} routes lead from {from} to {to}"),
    };
    if counts.in_loops.is_empty() {
        format!("{sentence}.")
    } else {
        format!("{sentence}, counting those that differ only inside a loop as one.")
    }
}
