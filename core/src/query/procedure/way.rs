//! Procedures about ways through the web.

use crate::{
    analysis::{self, Betweenness, Towards},
    model::FactorId,
};

use super::{Call, QueryError, Rows, Searches, Value, integer};

/// The most beginnings of routes looked at.
const ROUTE_STEPS: usize = 50_000;

/// How many routes are given where the call does not say.
const ROUTES: usize = 20;

pub(super) fn upstream(call: &Call) -> Rows {
    reached(call, &call.targets(0), Towards::Causes)
}

pub(super) fn downstream(call: &Call) -> Rows {
    reached(call, call.named(0), Towards::Effects)
}

fn reached(call: &Call, from: &[FactorId], towards: Towards) -> Rows {
    let all = analysis::reach(&call.source.web, from, towards);
    let rows = all
        .iter()
        .map(|(factor, distance)| vec![call.source.factor(factor), integer(*distance)]);
    rows.collect()
}

pub(super) fn roots(call: &Call) -> Rows {
    let roots = match call.named(0) {
        [] => call.source.web.roots(),
        named => analysis::roots(&call.source.web, named).roots,
    };
    roots
        .iter()
        .map(|factor| vec![call.source.factor(factor)])
        .collect()
}

pub(super) fn junctions(call: &Call) -> Rows {
    let all = analysis::junctions(&call.source.web);
    let rows = all
        .iter()
        .map(|(factor, causes)| vec![call.source.factor(factor), integer(*causes)]);
    rows.collect()
}

pub(super) fn convergence(call: &Call) -> Rows {
    let mut rows = Vec::new();
    for outcome in call.target() {
        let all = analysis::convergence(&call.source.web, outcome);
        for (factor, place) in all.iter().zip(1..) {
            rows.push(vec![
                call.source.factor(outcome),
                call.source.factor(factor),
                integer(place),
            ]);
        }
    }
    rows
}

pub(super) fn routes(call: &Call) -> Result<Rows, QueryError> {
    let web = &call.source.web;
    let from = match call.named(0) {
        [] => web.roots(),
        named => named.to_vec(),
    };
    let most = call.number(2).unwrap_or(ROUTES).min(call.most);
    let mut rows = Vec::new();
    for to in call.target() {
        let found = analysis::shortest_routes(web, &from, to, most, ROUTE_STEPS);
        for route in &found.routes {
            rows.push(vec![
                call.factors(route)?,
                integer(route.len().saturating_sub(1)),
            ]);
        }
    }
    Ok(rows)
}

pub(super) fn betweenness_search(call: &Call) -> Searches {
    Searches {
        betweenness: Some(Betweenness::new(&call.source.web)),
        ..Searches::default()
    }
}

pub(super) fn betweenness(call: &Call, searches: &Searches) -> Rows {
    let all = searches.betweenness.iter().flat_map(Betweenness::found);
    let rows = all.map(|(factor, score)| vec![call.source.factor(&factor), Value::Float(score)]);
    rows.collect()
}
