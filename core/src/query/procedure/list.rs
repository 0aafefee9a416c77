//! Procedures that list links and factors.

use crate::{
    analysis::{self, Completeness, Crossing},
    model::{FactorId, LinkId, Subject},
};

use super::{Call, Rows, Value};

pub(super) fn bridges(call: &Call) -> Rows {
    let found = analysis::bridges(&call.source.incident, &call.source.web);
    let rows = found.links.iter().map(|(link, crossing)| {
        let mut row = with_ends(call, link);
        row.push(Value::text(match crossing {
            Crossing::Areas => "areas",
            Crossing::Categories => "categories",
        }));
        row
    });
    rows.collect()
}

pub(super) fn order_in_time(call: &Call) -> Rows {
    let all = analysis::order_in_time(&call.source.web);
    all.iter()
        .map(|found| with_ends(call, &found.link))
        .collect()
}

pub(super) fn untested_links(call: &Call) -> Rows {
    let found = whole(call);
    found
        .untested
        .iter()
        .map(|link| with_ends(call, link))
        .collect()
}

pub(super) fn without_evidence(call: &Call) -> Rows {
    let found = whole(call);
    found
        .without_evidence
        .iter()
        .map(|factor| vec![call.source.factor(factor)])
        .collect()
}

pub(super) fn people_factors(call: &Call) -> Rows {
    let found = whole(call);
    found
        .people_without_cause
        .iter()
        .map(|factor| vec![call.source.factor(factor)])
        .collect()
}

pub(super) fn disagreements(call: &Call) -> Rows {
    let found = whole(call);
    let source = call.source;
    let links = found
        .disputed_links
        .iter()
        .map(|link| vec![Value::Null, source.link(link)]);
    let evidence = found
        .disputed_evidence
        .iter()
        .filter_map(|subject| match subject {
            Subject::Factor(factor) => Some(vec![source.factor(factor), Value::Null]),
            Subject::Link(link) => Some(vec![Value::Null, source.link(link)]),
            _ => None,
        });
    links.chain(evidence).collect()
}

pub(super) fn completeness(call: &Call) -> Rows {
    let found = whole(call);
    let source = call.source;
    let mut rows = Vec::new();
    let mut of_factors = |problem: &str, factors: &[FactorId]| {
        let all = factors.iter();
        rows.extend(all.map(|f| vec![Value::text(problem), source.factor(f), Value::Null]));
    };
    of_factors("untested join", &found.untested_joins);
    of_factors("without evidence", &found.without_evidence);
    of_factors("unverified", &found.unverified);
    of_factors("people-factor without a cause", &found.people_without_cause);
    of_factors(
        "in a loop of necessary links",
        &found.necessary_cycles.concat(),
    );
    let mut of_links = |problem: &str, links: &[LinkId]| {
        let all = links.iter();
        rows.extend(all.map(|link| vec![Value::text(problem), Value::Null, source.link(link)]));
    };
    of_links("untested link", &found.untested);
    of_links("accounts disagree", &found.disputed_links);
    let back_in_time: Vec<LinkId> = found
        .back_in_time
        .iter()
        .map(|back| back.link.clone())
        .collect();
    of_links("dated before its cause", &back_in_time);
    of_links("necessary under a join any", &found.necessary_under_any);
    of_links(
        "contributing under a join all",
        &found.contributing_under_all,
    );
    rows
}

fn whole(call: &Call) -> Completeness {
    analysis::completeness(&call.source.incident, &call.source.web)
}

/// A link with its cause and its effect.
fn with_ends(call: &Call, id: &LinkId) -> Vec<Value> {
    let link = call.source.incident.links.get(id);
    let end = |factor: Option<&FactorId>| factor.map_or(Value::Null, |f| call.source.factor(f));
    vec![
        call.source.link(id),
        end(link.map(|link| &link.cause)),
        end(link.map(|link| &link.effect)),
    ]
}
